import { useRef } from 'preact/hooks';
import type { Translator } from '../../i18n/t.ts';

/** Throws the draft away, after it asked. */
export function ResetDialog({ t, reset }: { t: Translator; reset: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  return (
    <>
      <button type="button" class="form-link" onClick={() => dialog.current?.showModal()}>
        {t('form.reset')}
      </button>
      <dialog ref={dialog} class="form-dialog" aria-labelledby="form-reset-title">
        <h2 id="form-reset-title">{t('form.resetAsk')}</h2>
        <p>{t('form.resetText')}</p>
        <p class="buttons">
          <button type="button" class="button button-quiet" onClick={() => dialog.current?.close()}>
            {t('form.resetNo')}
          </button>
          <button
            type="button"
            class="button form-danger"
            onClick={() => {
              dialog.current?.close();
              reset();
            }}
          >
            {t('form.resetYes')}
          </button>
        </p>
      </dialog>
    </>
  );
}
