import { useEffect, useState } from 'preact/hooks';
import type { ChangeInWords } from '../../../i18n/change-words.ts';
import { useForm } from '../context.ts';

/** What a correction changes, in words. */
export function Changes() {
  const { t, form, page } = useForm();
  const [changes, setChanges] = useState<readonly ChangeInWords[]>();
  useEffect(() => {
    let current = true;
    import('../../text/changes.ts').then(({ changesOf }) => {
      if (current) setChanges(changesOf(form, page));
    });
    return () => {
      current = false;
    };
  }, [form]);
  return (
    <section>
      <h2>{t('form.changes')}</h2>
      {changes === undefined && <p>{t('form.loading')}</p>}
      {changes?.length === 0 && <p>{t('form.unchanged')}</p>}
      {changes !== undefined && changes.length > 0 && (
        <dl class="form-answers">
          {changes.map(({ field, before, after }) => (
            <div key={field}>
              <dt>{field}</dt>
              <dd>
                {before !== undefined && (
                  <p>
                    <span class="visually-hidden">{t('form.before')} </span>
                    <del>
                      <bdi>{before}</bdi>
                    </del>
                  </p>
                )}
                {after !== undefined && (
                  <p>
                    <span class="visually-hidden">{t('form.after')} </span>
                    <ins>
                      <bdi>{after}</bdi>
                    </ins>
                  </p>
                )}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  );
}
