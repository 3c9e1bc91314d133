import { useEffect, useState } from 'preact/hooks';
import { pageUrl } from '../../../i18n/links.ts';
import type { Issue } from '../../../rules/rule.ts';
import { KIND_NAMES, type Kind } from '../../../schema/kinds.ts';
import { RECORD_ID } from '../../../schema/primitives.ts';
import { recordFile } from '../../../schema/registry.ts';
import { type FormState, nameOf, newState, placeOf } from '../../form/form-state.ts';
import { waysToSend } from '../../send/ways-to-send.ts';
import { useForm } from '../context.ts';
import type { View } from '../history.ts';
import { saveFile } from '../save-file.ts';
import type { ShownIssue } from '../shown-issue.ts';
import type { Begin } from '../start/begin.ts';
import { dayOfClock } from '../use-check.ts';
import { useCheck } from '../use-fields.ts';
import { useRecordText } from './use-text.ts';
import { Ways } from './Ways.tsx';

/** The last step: the record goes to the host, or by mail, or onto the person's own disk. Nothing is sent from here. */
export function SendPage({ go, begin }: { go: (view: View) => void; begin: Begin }) {
  const context = useForm();
  const { t, form, page } = context;
  const text = useRecordText();
  const check = useCheck();
  const [found, setFound] = useState<readonly ShownIssue[]>([]);
  useEffect(() => {
    check().then(setFound);
  }, []);
  const { zone, slug } = placeOf(form, { zones: page.config.zones, today: dayOfClock() });
  const id = `${zone}/${slug}`;
  const inRegistry = recordFile(form.kind, id);
  const file = `registry/${inRegistry}`;
  const errors = found.filter(({ issue }) => issue.severity === 'error' && issue.rule !== 'reference-exists').length;
  if (text === undefined) return <p>{t('form.loading')}</p>;
  if (text === form.original?.text) return <p>{t('form.unchanged')}</p>;
  const contribution = { kind: form.kind, id, name: nameOf(form), file, text, isNew: form.original === undefined };
  return (
    <>
      {errors > 0 && (
        <div class="notice">
          <p>
            <strong>{t('form.stillWrong', { count: errors })}</strong> {t('form.stillWrongText')}{' '}
            <button type="button" class="form-link" onClick={() => go('answers')}>
              {t('form.stepAnswers')}
            </button>
          </p>
        </div>
      )}
      <MissingRecords found={found} begin={begin} />
      <p>{t('form.sendLead')}</p>
      <Ways context={context} ways={waysToSend(contribution, page.doors, t)} text={text} file={file} />
      <section class="form-send">
        <h2>{t('form.keepCopy')}</h2>
        <p>{t('form.keepCopyText')}</p>
        <button
          type="button"
          class="button button-quiet"
          onClick={() => saveFile(inRegistry.slice(inRegistry.lastIndexOf('/') + 1), text)}
        >
          {t('form.download')}
        </button>
      </section>
      <section class="form-send">
        <h2>{t('form.next')}</h2>
        <p>{t('form.nextText')}</p>
        <p>
          <a href={pageUrl(page.base, t.lang, 'contribute/next/')}>{t('doors.next')}</a>
        </p>
      </section>
      <p class="buttons">
        <button type="button" class="button button-quiet" onClick={() => history.back()}>
          {t('form.back')}
        </button>
      </p>
    </>
  );
}

/** Records that this one names and that are not listed: each can be begun from here. */
function MissingRecords({ found, begin }: { found: readonly ShownIssue[]; begin: Begin }) {
  const { t } = useForm();
  const missing = new Map(found.flatMap(({ issue }) => missingOf(issue)));
  if (missing.size === 0) return null;
  return (
    <div class="notice">
      <p>
        <strong>{t('form.missingRecords', { count: missing.size })}</strong> {t('form.missingText')}
      </p>
      <ul class="form-found" role="list">
        {[...missing].map(([id, kind]) => (
          <li key={id}>
            <code class="form-chosen-name">{id}</code>
            <button type="button" class="form-small-button" onClick={() => begin(recordOfId(kind, id))}>
              {t('form.addRecord')}
              <span class="visually-hidden"> {id}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The id that a finding says is not listed, and its kind. */
function missingOf({ rule, code, values }: Issue): [id: string, kind: Kind][] {
  const { id, kind } = values ?? {};
  const named = typeof kind === 'object' && 'key' in kind ? kind.key.replace('phrase.kind.', '') : '';
  const known = KIND_NAMES.find((name) => name === named);
  return rule === 'reference-exists' && code === 'missing' && known !== undefined && RECORD_ID.test(String(id))
    ? [[String(id), known]]
    : [];
}

function recordOfId(kind: Kind, id: string): FormState {
  const [zone = '', slug = ''] = id.split('/');
  return { ...newState(kind), zone, slug };
}
