import { KINDS, type Kind } from '../../schema/kinds.ts';

/** Where drafts are kept: `localStorage`, or what stands for it in a test. */
export type DraftStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

/** A form that somebody began and has not sent. */
export interface Draft {
  readonly id: string;
  readonly kind: Kind;
  /** What the person called it; may be empty. */
  readonly title: string;
  /** When it was last kept, in milliseconds since 1970. */
  readonly saved: number;
  /** What the form needs to go on; it reads it as critically as a pasted file. */
  readonly state: unknown;
}

export interface DraftToSave extends Pick<Draft, 'kind' | 'title' | 'state'> {
  /** The draft that this one goes on from, as it was read or last saved; none for a new one. */
  readonly from?: Pick<Draft, 'id' | 'saved'>;
}

/** `kept: false` says why: `off` on a shared computer, `full` where the browser has no room, `refused` where it lets nothing be kept. */
export type Saved =
  | { readonly kept: true; readonly draft: Draft }
  | { readonly kept: false; readonly why: 'off' | 'full' | 'refused' };

export interface Drafts {
  /** The drafts that can be read, the latest first; those past their time are gone. */
  readonly list: () => readonly Draft[];
  /** How many there are that cannot be read: of another version of the form, or damaged. They stay until all are deleted. */
  readonly unreadable: () => number;
  readonly read: (id: string) => Draft | undefined;
  /**
   * Keeps a draft in place of the one it goes on from. Where another tab has changed that one since, it is kept beside it, under an id of
   * its own: go on from the draft that comes back.
   */
  readonly save: (draft: DraftToSave) => Saved;
  readonly remove: (id: string) => void;
  /** Deletes all, also those that cannot be read. */
  readonly clear: () => void;
  /** False on a shared computer: nothing is kept but this choice. */
  readonly keeping: () => boolean;
  /** Switching it off deletes all drafts. False where the choice itself could not be kept. */
  readonly setKeeping: (keeping: boolean) => boolean;
}

/** How long a draft is kept after its last change, in milliseconds: 30 days. */
export const DRAFT_LIFE = 30 * 86_400_000;
const VERSION = 1;

/**
 * The drafts of this browser. Each has a key of its own, so that two tabs do not write over one another; the list is the keys. A storage
 * that throws or holds rubbish makes nothing throw here.
 * @param now the time in milliseconds
 * @param scope the base path of the site: copies of the registry may share a host, and with it the storage
 */
export function createDrafts(storage: DraftStorage | undefined, now: () => number, scope = '/'): Drafts {
  const prefix = `${scope}contribute/draft/`;
  const off = `${scope}contribute/keep-no-drafts`;
  const keys = () => attempt(() => keysOf(storage, prefix), []);
  const text = (key: string) => attempt(() => storage?.getItem(key) ?? null, null);
  const drop = (key: string) => attempt(() => storage?.removeItem(key), undefined);
  const parse = (key: string) => draftOf(key.slice(prefix.length), text(key));

  const read = (id: string): Draft | undefined => {
    const draft = parse(prefix + id);
    if (draft === undefined || now() - draft.saved <= DRAFT_LIFE) return draft;
    drop(prefix + id);
    return undefined;
  };
  const idFor = (from: DraftToSave['from']): string => {
    const standing = from === undefined ? undefined : parse(prefix + from.id);
    const another = standing !== undefined && standing.saved !== from?.saved;
    return from === undefined || another ? freeId(now(), (id) => text(prefix + id) !== null) : from.id;
  };
  const keeping = () => text(off) === null;
  const clear = () => keys().forEach(drop);

  return {
    list: () =>
      keys()
        .map((key) => read(key.slice(prefix.length)))
        .filter((draft) => draft !== undefined)
        .toSorted((a, b) => b.saved - a.saved || (a.id < b.id ? -1 : 1)),
    unreadable: () => keys().filter((key) => text(key) !== null && parse(key) === undefined).length,
    read,
    save: ({ from, kind, title, state }) => {
      if (!keeping()) return { kept: false, why: 'off' };
      const draft: Draft = { id: idFor(from), kind, title, saved: now(), state };
      const { id, ...rest } = draft;
      const why = put(storage, prefix + id, JSON.stringify({ version: VERSION, ...rest }));
      return why === undefined ? { kept: true, draft } : { kept: false, why };
    },
    remove: (id) => drop(prefix + id),
    clear,
    keeping,
    setKeeping: (wanted) => {
      if (!wanted) clear();
      else drop(off);
      return wanted ? keeping() : put(storage, off, '1') === undefined;
    },
  };
}

/** The browser's own storage, or nothing where it gives none: with cookies switched off, the very mention of it throws. */
export function browserStorage(): DraftStorage | undefined {
  return attempt(() => globalThis.localStorage, undefined);
}

/** What a key holds as a draft; nothing where it is damaged or of another version. */
function draftOf(id: string, text: string | null): Draft | undefined {
  const value: unknown = attempt(() => JSON.parse(text ?? ''), undefined);
  if (typeof value !== 'object' || value === null) return undefined;
  const { version, kind, title, saved, state } = value as Readonly<Record<string, unknown>>;
  if (version !== VERSION || typeof kind !== 'string' || !Object.hasOwn(KINDS, kind)) return undefined;
  if (typeof title !== 'string' || typeof saved !== 'number' || state === undefined) return undefined;
  return { id, kind: kind as Kind, title, saved, state };
}

/** Why a text could not be kept, or nothing. What stood at the key before stays in that case. */
function put(storage: DraftStorage | undefined, key: string, text: string): 'full' | 'refused' | undefined {
  if (storage === undefined) return 'refused';
  try {
    storage.setItem(key, text);
    return undefined;
  } catch (error) {
    return error instanceof Error && /quota/i.test(error.name) ? 'full' : 'refused';
  }
}

function keysOf(storage: DraftStorage | undefined, prefix: string): string[] {
  const keys = Array.from({ length: storage?.length ?? 0 }, (_, index) => storage?.key(index) ?? '');
  return keys.filter((key) => key.startsWith(prefix));
}

/** An id that no draft has: the time, and a count for two in one millisecond. */
function freeId(time: number, taken: (id: string) => boolean): string {
  const base = Math.trunc(time).toString(36);
  let id = base;
  for (let count = 2; taken(id); count++) id = `${base}-${count}`;
  return id;
}

function attempt<T>(action: () => T, otherwise: T): T {
  try {
    return action();
  } catch {
    return otherwise;
  }
}
