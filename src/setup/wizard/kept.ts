import { createDrafts, DRAFT_LIFE, type DraftStorage } from '../../contribute/drafts/drafts.ts';
import { readState, type WizardState } from './state.ts';

/** What this browser keeps of the answers: one copy is described at a time. */
export interface KeptAnswers {
  readonly read: () => WizardState | undefined;
  /** False where nothing can be kept. */
  readonly save: (state: WizardState) => boolean;
  readonly remove: () => void;
  /** False on a shared computer: the form's choice holds here, too. */
  readonly keeping: () => boolean;
}

/** A storage that throws or holds rubbish makes nothing throw here. For as long as drafts of the form are kept. */
export function createKept(storage: DraftStorage | undefined, now: () => number, base: string): KeptAnswers {
  const key = `${base}fork/answers`;
  const { keeping } = createDrafts(storage, now, base);
  const remove = () => attempt(() => storage?.removeItem(key));
  return {
    keeping,
    remove,
    read: () => {
      const text = attempt(() => storage?.getItem(key)) ?? '';
      const { saved, state } = (attempt(() => JSON.parse(text)) ?? {}) as { saved?: unknown; state?: unknown };
      if (typeof saved === 'number' && now() - saved <= DRAFT_LIFE) return readState(state);
      if (text !== '') remove();
      return undefined;
    },
    save: (state) =>
      storage !== undefined &&
      keeping() &&
      attempt(() => {
        storage.setItem(key, JSON.stringify({ saved: now(), state }));
        return true;
      }) === true,
  };
}

function attempt<T>(action: () => T): T | undefined {
  try {
    return action();
  } catch {
    return undefined;
  }
}
