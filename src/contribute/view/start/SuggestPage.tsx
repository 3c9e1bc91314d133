import { useRef, useState } from 'preact/hooks';
import type { Suggestion } from '../../send/contribution.ts';
import { suggestionText, waysToSuggest } from '../../send/ways-to-send.ts';
import { Ways } from '../steps/Ways.tsx';
import { useTitle } from '../use-title.ts';
import type { StartContext } from './StartPage.tsx';

const EMPTY: Suggestion = { name: '', link: '', why: '' };

/** A name, a link, and why: for who knows of something and would not write a record. */
export function SuggestPage({ context, back }: { context: StartContext; back: () => void }) {
  const { t, page } = context;
  const [suggestion, setSuggestion] = useState(EMPTY);
  const [missing, setMissing] = useState(false);
  const [ready, setReady] = useState(false);
  const name = useRef<HTMLInputElement>(null);
  const heading = useTitle(t('form.startSuggest'), missing);
  const change = (part: Partial<Suggestion>) => {
    setSuggestion({ ...suggestion, ...part });
    setReady(false);
    if (part.name?.trim()) setMissing(false);
  };
  const submit = (event: Event) => {
    event.preventDefault();
    const lacks = suggestion.name.trim() === '';
    setMissing(lacks);
    setReady(!lacks);
    if (lacks) name.current?.focus();
  };
  return (
    <section class="ledger ledger-first">
      <div class="ledger-heading">
        <h1 tabIndex={-1} ref={heading}>
          {t('form.startSuggest')}
        </h1>
      </div>
      <div class="ledger-body">
        <form noValidate autocomplete="off" onSubmit={submit}>
          <p>{t('form.suggestLead')}</p>
          <div class={`form-field${missing ? ' form-wrong' : ''}`}>
            <label class="form-label" for="form-suggest-name">
              {t('form.suggestName')}
            </label>
            {missing && (
              <p class="form-error" id="form-suggest-error">
                <span class="visually-hidden">{t('form.error')} </span>
                {t('form.suggestMissing')}
              </p>
            )}
            <input
              type="text"
              id="form-suggest-name"
              ref={name}
              autocomplete="off"
              value={suggestion.name}
              {...(missing ? { 'aria-invalid': true, 'aria-describedby': 'form-suggest-error' } : {})}
              onInput={({ currentTarget }) => change({ name: currentTarget.value })}
            />
          </div>
          <div class="form-field">
            <label class="form-label" for="form-suggest-link">
              {t('form.suggestLink')}
            </label>
            <input
              type="text"
              inputmode="url"
              dir="ltr"
              id="form-suggest-link"
              autocomplete="off"
              value={suggestion.link}
              onInput={({ currentTarget }) => change({ link: currentTarget.value })}
            />
          </div>
          <div class="form-field">
            <label class="form-label" for="form-suggest-why">
              {t('form.suggestWhy')}
            </label>
            <textarea
              id="form-suggest-why"
              rows={5}
              autocomplete="off"
              value={suggestion.why}
              onInput={({ currentTarget }) => change({ why: currentTarget.value })}
            />
          </div>
          <p class="buttons">
            <button type="submit" class="button">
              {t('form.continue')}
            </button>
            <button type="button" class="button button-quiet" onClick={back}>
              {t('form.back')}
            </button>
          </p>
        </form>
        {ready && (
          <Ways
            context={context}
            ways={waysToSuggest(suggestion, page.doors, t)}
            text={suggestionText(suggestion, t)}
            focus
          />
        )}
      </div>
    </section>
  );
}
