import { describe, expect, test } from 'vitest';
import { createDrafts, DRAFT_LIFE, type DraftStorage } from './drafts.ts';

/** A storage as the browser's, with room for so many characters. */
function memory(room = Number.POSITIVE_INFINITY): DraftStorage & { entries: Map<string, string> } {
  const entries = new Map<string, string>();
  return {
    entries,
    get length() {
      return entries.size;
    },
    key: (index) => [...entries.keys()][index] ?? null,
    getItem: (key) => entries.get(key) ?? null,
    setItem: (key, value) => {
      if (value.length > room) throw new DOMException('no room', 'QuotaExceededError');
      entries.set(key, value);
    },
    removeItem: (key) => void entries.delete(key),
  };
}

function begin(storage: DraftStorage | undefined = memory(), scope?: string) {
  const clock = { time: 1_700_000_000_000 };
  return { clock, drafts: createDrafts(storage, () => clock.time, scope) };
}

const sample = { kind: 'project', title: 'Ĉ نظام', state: { values: { name: 'x' } } } as const;

describe('drafts', () => {
  test('come back as they were kept, the latest first', () => {
    const { clock, drafts } = begin();
    const first = drafts.save(sample);
    clock.time += 5;
    const second = drafts.save({ ...sample, title: 'second' });
    if (!first.kept || !second.kept) throw new Error('not kept');
    expect(drafts.list()).toEqual([second.draft, first.draft]);
    expect(drafts.read(first.draft.id)).toEqual({ ...sample, id: first.draft.id, saved: 1_700_000_000_000 });
    drafts.remove(first.draft.id);
    expect(drafts.list()).toEqual([second.draft]);
  });

  test('are written over by what goes on from them, and by nothing else', () => {
    const storage = memory();
    const [one, other] = [begin(storage), begin(storage)];
    const mine = one.drafts.save(sample);
    const beside = other.drafts.save({ ...sample, title: 'of another tab, in the same millisecond' });
    if (!mine.kept || !beside.kept) throw new Error('not kept');
    one.clock.time += 1;
    const later = one.drafts.save({ ...sample, title: 'later', from: mine.draft });
    expect(one.drafts.list().map(({ title }) => title)).toEqual(['later', beside.draft.title]);
    // The other tab had opened the first one, too, and goes on from what it was.
    other.clock.time += 2;
    const apart = other.drafts.save({ ...sample, title: 'apart', from: mine.draft });
    expect(apart.kept && later.kept && apart.draft.id !== later.draft.id).toBe(true);
    expect(one.drafts.list().map(({ title }) => title)).toEqual(['apart', 'later', beside.draft.title]);
  });

  test('are gone after 30 days', () => {
    const storage = memory();
    const { clock, drafts } = begin(storage);
    drafts.save(sample);
    clock.time += DRAFT_LIFE;
    expect(drafts.list()).toHaveLength(1);
    clock.time += 1;
    expect(drafts.list()).toEqual([]);
    expect(storage.entries.size).toBe(0);
  });

  test('of copies that share a host do not mix', () => {
    const storage = memory();
    const [one, other] = [begin(storage, '/one/'), begin(storage, '/other/')];
    one.drafts.save(sample);
    expect(other.drafts.list()).toEqual([]);
    other.drafts.clear();
    expect(one.drafts.list()).toHaveLength(1);
  });

  test('that do not fit are told, and what was kept before stays', () => {
    const { drafts } = begin(memory(200));
    const small = drafts.save(sample);
    if (!small.kept) throw new Error('not kept');
    const large = { ...sample, state: 'x'.repeat(300), from: small.draft };
    expect(drafts.save(large)).toEqual({ kept: false, why: 'full' });
    expect(drafts.list()).toEqual([small.draft]);
  });

  test.each([
    ['no JSON', '{"version":1'],
    ['another version', '{"version":2,"kind":"project","title":"","saved":1700000000000,"state":{}}'],
    ['an unknown kind', '{"version":1,"kind":"__proto__","title":"","saved":1700000000000,"state":{}}'],
    ['no object', 'null'],
  ])('that cannot be read are counted and take no other with them: %s', (_, text) => {
    const storage = memory();
    const { drafts } = begin(storage);
    drafts.save(sample);
    storage.setItem('/contribute/draft/damaged', text);
    expect(drafts.list()).toHaveLength(1);
    expect(drafts.unreadable()).toBe(1);
    drafts.clear();
    expect(storage.entries.size).toBe(0);
  });

  test('are not kept on a shared computer', () => {
    const storage = memory();
    const { drafts } = begin(storage);
    drafts.save(sample);
    expect(drafts.setKeeping(false)).toBe(true);
    expect([...storage.entries.keys()]).toEqual(['/contribute/keep-no-drafts']);
    expect(drafts.save(sample)).toEqual({ kept: false, why: 'off' });
    expect(begin(storage).drafts.keeping()).toBe(false);
    expect(drafts.setKeeping(true)).toBe(true);
    expect(drafts.save(sample).kept).toBe(true);
  });

  test('need no storage', () => {
    const refusing = new Proxy({} as DraftStorage, {
      get: () => {
        throw new Error('refused');
      },
    });
    for (const storage of [undefined, refusing]) {
      const drafts = createDrafts(storage, () => 0);
      expect(drafts.save(sample)).toEqual({ kept: false, why: 'refused' });
      expect(drafts.list()).toEqual([]);
      expect(drafts.unreadable()).toBe(0);
      expect(drafts.setKeeping(false)).toBe(false);
      drafts.clear();
    }
  });
});
