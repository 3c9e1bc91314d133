import { useEffect, useState } from 'preact/hooks';
import { useForm } from '../context.ts';

/** The file that the form makes; `undefined` while what writes it is loaded. */
export function useRecordText(): string | undefined {
  const { form } = useForm();
  const [text, setText] = useState<string>();
  useEffect(() => {
    let current = true;
    import('../../text/record-source.ts').then(({ textOfForm }) => {
      if (current) setText(textOfForm(form));
    });
    return () => {
      current = false;
    };
  }, [form]);
  return text;
}
