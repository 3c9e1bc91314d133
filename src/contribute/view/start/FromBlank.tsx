import { useState } from 'preact/hooks';
import { KIND_NAMES, type Kind } from '../../../schema/kinds.ts';
import { newState } from '../../form/form-state.ts';
import type { Begin } from './begin.ts';
import type { StartContext } from './StartPage.tsx';

/** The kinds that people are offered: those that have pages. Any other opens by its address, as `?new=group`. */
const OFFERED: readonly Kind[] = ['project', 'organization', 'standard', 'funding'];

/** The choice of a kind of record. */
export function KindChoice({
  context: { t },
  kind,
  choose,
}: {
  context: StartContext;
  kind: Kind;
  choose: (kind: Kind) => void;
}) {
  return (
    <fieldset class="form-field">
      <legend class="form-label">{t('form.kind')}</legend>
      <div class="form-options">
        {KIND_NAMES.filter((name) => OFFERED.includes(name)).map((name) => (
          <label key={name}>
            <input
              type="radio"
              name="form-kind"
              value={name}
              autocomplete="off"
              checked={name === kind}
              onChange={() => choose(name)}
            />
            <span>
              {t(`schemaName.${name}`)} <span class="soft small">{t(`schemaHelp.${name}`)}</span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** Begins with an empty record of a kind. */
export function FromBlank({ context, begin }: { context: StartContext; begin: Begin }) {
  const [kind, setKind] = useState<Kind>('project');
  return (
    <>
      <KindChoice context={context} kind={kind} choose={setKind} />
      <button type="button" class="button" onClick={() => begin(newState(kind))}>
        {context.t('form.continue')}
      </button>
    </>
  );
}
