import { useForm } from '../context.ts';
import type { Carried } from '../start/begin.ts';

/** What a read file says and the form has no place for, each with the reason. */
export function CarriedOver({ carried }: { carried: readonly Carried[] }) {
  const { t } = useForm();
  if (carried.length === 0) return null;
  return (
    <details class="notice" open={carried.length <= MOST_OPEN}>
      <summary>
        <strong>{t('form.notCarried', { count: carried.length })}</strong>
      </summary>
      <p>{t('form.notCarriedText')}</p>
      <ul class="form-carried">
        {carried.map(({ path, value, reason }) => (
          <li key={path}>
            <code dir="ltr">{path}</code>
            {value !== '' && (
              <>
                {': '}
                <bdi>{value}</bdi>
              </>
            )}
            <br />
            <span class="soft">{t(`import.reason.${reason}`)}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** A longer list would hide the form: it is folded. */
const MOST_OPEN = 5;
