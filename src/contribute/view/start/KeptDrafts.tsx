import { useState } from 'preact/hooks';
import type { Draft } from '../../drafts/drafts.ts';
import { readState } from '../../form/form-state.ts';
import { saveFile } from '../save-file.ts';
import type { DraftKeeping } from '../use-draft.ts';
import type { StartContext } from './StartPage.tsx';

interface Props {
  readonly context: StartContext;
  readonly keeping: DraftKeeping;
  readonly resume: (draft: Draft) => boolean;
}

/** The drafts of this browser, and whether it keeps any. */
export function KeptDrafts({ context: { t, say }, keeping: { drafts }, resume }: Props) {
  // The storage is no state of the page: it is read anew after each change.
  const [, redraw] = useState(0);
  const list = drafts.list();
  const again = () => redraw((count) => count + 1);
  const remove = (draft: Draft) => {
    drafts.remove(draft.id);
    say(t('form.draftDeleted'));
    again();
  };
  const download = async ({ state, id }: Draft) => {
    const form = readState(state);
    if (form === undefined) return;
    const { textOfForm } = await import('../../text/record-source.ts');
    saveFile(`${form.original?.id.split('/')[1] ?? (form.slug || id)}.yaml`, textOfForm(form));
  };
  const switchKeeping = (off: boolean) => {
    drafts.setKeeping(!off);
    say(t(off ? 'form.keepOff' : 'form.keepOn'));
    again();
  };
  return (
    <>
      {list.length > 0 && (
        <section aria-labelledby="form-drafts">
          <h2 id="form-drafts">{t('form.drafts', { count: list.length })}</h2>
          <ul class="form-found" role="list">
            {list.map((draft) => (
              <li key={draft.id}>
                <span class="form-chosen-name">
                  <bdi>{draft.title === '' ? t('form.untitled') : draft.title}</bdi>{' '}
                  <span class="soft small">
                    {t(`schemaName.${draft.kind}`)} · {timeOf(draft.saved, t.lang)}
                  </span>
                </span>
                <button type="button" class="form-small-button" onClick={() => resume(draft)}>
                  {t('form.draftContinue')}
                  <span class="visually-hidden"> {draft.title}</span>
                </button>
                <button type="button" class="form-small-button" onClick={() => download(draft)}>
                  {t('form.draftDownload')}
                  <span class="visually-hidden"> {draft.title}</span>
                </button>
                <button type="button" class="form-small-button" onClick={() => remove(draft)}>
                  {t('form.draftDelete')}
                  <span class="visually-hidden"> {draft.title}</span>
                </button>
              </li>
            ))}
          </ul>
          <p class="small soft">{t('form.draftsNote')}</p>
        </section>
      )}
      <label class="form-switch">
        <input
          type="checkbox"
          autocomplete="off"
          checked={!drafts.keeping()}
          onChange={({ currentTarget }) => switchKeeping(currentTarget.checked)}
        />
        <span>{t('form.shared')}</span>
      </label>
    </>
  );
}

function timeOf(saved: number, lang: string): string {
  return new Intl.DateTimeFormat(lang, { dateStyle: 'medium', timeStyle: 'short', calendar: 'gregory' }).format(saved);
}
