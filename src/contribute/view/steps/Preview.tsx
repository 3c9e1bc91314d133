import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useForm } from '../context.ts';

/** What the record will look like: what draws it is loaded when it is wanted. */
export function Preview() {
  const { t, form, page, known } = useForm();
  const [Drawn, setDrawn] = useState<ComponentType<object>>();
  useEffect(() => {
    let current = true;
    import('../../preview/draw-preview.tsx').then(({ drawPreview }) => {
      const component = drawPreview(form, page, known);
      if (current) setDrawn(() => component);
    });
    return () => {
      current = false;
    };
  }, [form]);
  return Drawn === undefined ? <p>{t('form.loading')}</p> : <Drawn />;
}
