import { useState } from 'preact/hooks';
import { languageAttributes } from '../../../i18n/language-attributes.ts';
import { pickText } from '../../../i18n/localized.ts';
import type { Kind } from '../../../schema/kinds.ts';
import type { KnownRecord } from '../../known/known.ts';
import { correctionOf, openFailure, patternOf } from '../beginning.ts';
import type { Begin } from './begin.ts';
import { KindChoice } from './FromBlank.tsx';
import type { StartContext } from './StartPage.tsx';

/** A record that stands: it is corrected, or a new one is made like it. */
export function FromRecord({ context, begin }: { context: StartContext; begin: Begin }) {
  const { t, page, known } = context;
  const [kind, setKind] = useState<Kind>('project');
  const [query, setQuery] = useState('');
  const [failure, setFailure] = useState<string>();
  const found = known.search(query, kind);
  const open = async (make: typeof correctionOf, id: string) => {
    setFailure(undefined);
    try {
      begin(await make(page.base, kind, id));
    } catch (error) {
      setFailure(openFailure(error, t));
    }
  };
  return (
    <>
      <KindChoice context={context} kind={kind} choose={setKind} />
      <div class="form-field">
        <label class="form-label" for="form-record">
          {t('form.recordSearch')}
        </label>
        <input
          type="text"
          id="form-record"
          autocomplete="off"
          value={query}
          onInput={({ currentTarget }) => setQuery(currentTarget.value)}
        />
      </div>
      <p class="small soft" role="status">
        {query.trim() !== '' && t('form.found', { count: found.length })}
      </p>
      {failure !== undefined && (
        <p class="form-error" role="alert">
          {failure}
        </p>
      )}
      <ul class="form-found" role="list">
        {found.map(({ record }) => (
          <FoundRecord key={record.id} record={record} context={context} open={open} />
        ))}
      </ul>
    </>
  );
}

interface FoundProps {
  readonly record: KnownRecord;
  readonly context: StartContext;
  readonly open: (make: typeof correctionOf, id: string) => void;
}

function FoundRecord({ record: { id, name }, context: { t, page }, open }: FoundProps) {
  const picked = typeof name === 'string' ? undefined : pickText(name, t.lang, page.config.languages);
  const text = typeof name === 'string' ? name : (picked?.text ?? id);
  return (
    <li>
      <span class="form-chosen-name">
        <bdi {...languageAttributes(picked?.foreign ? picked.lang : undefined)}>{text}</bdi>{' '}
        <span class="soft small">{id}</span>
      </span>
      <button type="button" class="form-small-button" onClick={() => open(correctionOf, id)}>
        {t('form.correctIt')}
        <span class="visually-hidden"> {text}</span>
      </button>
      <button type="button" class="form-small-button" onClick={() => open(patternOf, id)}>
        {t('form.useAsPattern')}
        <span class="visually-hidden"> {text}</span>
      </button>
    </li>
  );
}
