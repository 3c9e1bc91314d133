import { useState } from 'preact/hooks';
import type { StringKey } from '../../../i18n/strings.ts';
import type { Draft } from '../../drafts/drafts.ts';
import type { FormContext } from '../context.ts';
import type { View } from '../history.ts';
import type { DraftKeeping } from '../use-draft.ts';
import { useTitle } from '../use-title.ts';
import type { Begin } from './begin.ts';
import { FromBlank } from './FromBlank.tsx';
import { FromFile } from './FromFile.tsx';
import { FromRecord } from './FromRecord.tsx';
import { FromRepository } from './FromRepository.tsx';
import { KeptDrafts } from './KeptDrafts.tsx';

/** What the form works with before there is a record in it. */
export type StartContext = Omit<FormContext, 'form'>;

interface Props {
  readonly context: StartContext;
  readonly keeping: DraftKeeping;
  readonly failure: string | undefined;
  readonly begin: Begin;
  readonly resume: (draft: Draft, at?: View) => boolean;
  readonly suggest: () => void;
}

const WAYS = [
  ['blank', 'form.startBlank', 'form.startBlankHelp'],
  ['repository', 'form.startRepository', 'form.startRepositoryHelp'],
  ['file', 'form.startFile', 'form.startFileHelp'],
  ['record', 'form.startRecord', 'form.startRecordHelp'],
  ['suggest', 'form.startSuggest', 'form.startSuggestHelp'],
] as const satisfies readonly (readonly [string, StringKey, StringKey])[];

/** How one begins: each way opens below its name. */
export function StartPage({ context, keeping, failure, begin, resume, suggest }: Props) {
  const { t } = context;
  const [way, setWay] = useState<string>();
  const heading = useTitle(t('form.title'));
  return (
    <section class="ledger ledger-first">
      <div class="ledger-heading">
        <h1 tabIndex={-1} ref={heading}>
          {t('form.title')}
        </h1>
      </div>
      <div class="ledger-rail">
        <p>{t('form.startRail')}</p>
      </div>
      <div class="ledger-body">
        <p>{t('form.startLead')}</p>
        {failure !== undefined && (
          <p class="notice" role="alert">
            {failure}
          </p>
        )}
        <KeptDrafts context={context} keeping={keeping} resume={resume} />
        <fieldset class="form-field">
          <legend>
            <h2>{t('form.startHow')}</h2>
          </legend>
          <div class="form-ways">
            {WAYS.map(([name, title, help]) => (
              <div key={name} class="form-way">
                <label>
                  <input
                    type="radio"
                    name="form-way"
                    value={name}
                    autocomplete="off"
                    checked={way === name}
                    aria-describedby={`form-way-${name}-help`}
                    onChange={() => setWay(name)}
                  />
                  <strong>{t(title)}</strong>
                </label>
                <p class="form-help" id={`form-way-${name}-help`}>
                  {t(help)}
                </p>
                {way === name && (
                  <div class="form-way-body">
                    {name === 'blank' && <FromBlank context={context} begin={begin} />}
                    {name === 'repository' && <FromRepository context={context} begin={begin} />}
                    {name === 'file' && <FromFile context={context} begin={begin} />}
                    {name === 'record' && <FromRecord context={context} begin={begin} />}
                    {name === 'suggest' && (
                      <button type="button" class="button" onClick={suggest}>
                        {t('form.continue')}
                      </button>
                    )}
                  </div>
                )}
              </div>
            ))}
          </div>
        </fieldset>
      </div>
    </section>
  );
}
