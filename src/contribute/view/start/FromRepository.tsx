import { useState } from 'preact/hooks';
import { canonicalRepository } from '../../../schema/canonical-repository.ts';
import { newState } from '../../form/form-state.ts';
import type { Begin } from './begin.ts';
import type { StartContext } from './StartPage.tsx';

interface Props {
  readonly context: StartContext;
  readonly begin: Begin;
}

/** The address of a repository. Its host is asked only by a button that names it. */
export function FromRepository({ context, begin }: Props) {
  const { t } = context;
  const [address, setAddress] = useState('');
  const repository = canonicalRepository(address.trim());
  const isAddress = repository.startsWith('https://');
  return (
    <>
      <div class="form-field">
        <label class="form-label" for="form-repository">
          {t('form.repository')}
        </label>
        <input
          type="text"
          id="form-repository"
          class="form-code"
          inputmode="url"
          dir="ltr"
          spellcheck={false}
          autocomplete="off"
          value={address}
          onInput={({ currentTarget }) => setAddress(currentTarget.value)}
        />
      </div>
      <button
        type="button"
        class="button"
        onClick={() => begin(newState('project', isAddress ? { repository } : {}), { answered: isAddress })}
      >
        {t('form.fillByHand')}
      </button>
    </>
  );
}
