import { useForm } from '../context.ts';
import type { Carried } from '../start/begin.ts';

/** What a read file says and the form has no place for, each with the reason. */
export function CarriedOver({ carried }: { carried: readonly Carried[] }) {
  const { t } = useForm();
  if (carried.length === 0) return null;
  return (
    <div class="notice">
      <p>
        <strong>{t('form.notCarried', { count: carried.length })}</strong> {t('form.notCarriedText')}
      </p>
      <ul class="form-carried">
        {carried.map(({ path, value, reason }) => (
          <li key={path}>
            <code dir="ltr">{path}</code>
            {value !== '' && (
              <>
                {': '}
                <bdi>{value}</bdi>
              </>
            )}{' '}
            <span class="soft">{t(`import.reason.${reason}`)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
