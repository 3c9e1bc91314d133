import type { Kind } from '../schema/kinds.ts';
import { type Draft, everyDraft, type Registry } from '../schema/registry.ts';
import { markedValues, type Wanted } from './marked-values.ts';
import { type NameText, namesOf } from './names.ts';
import { foldName, NearWords } from './near-words.ts';
import { allOf, type Phrase, phrase, type Words } from './phrase.ts';
import type { RegistryRule } from './rule.ts';

/** How many look-alikes a finding names. */
const MAX_SHOWN = 3;

const refers: Wanted = ({ references, mayReference }) => references !== undefined || mayReference !== undefined;

export const similarName: RegistryRule = {
  id: 'similar-name',
  severity: 'warning',
  doc: {
    title: 'Names that look alike are different things',
    why: 'Two records whose names differ in a letter or two are often one thing entered twice; and where they are not, readers take one for the other.',
    mend: 'Add to the record that stands already. If they are different things, name the other under distinctFrom, or under related or basedOn where that is so.',
  },
  messages: { similar: '“{name}” is spelled like {others}.' },
  check(registry, report, { only }) {
    for (const { record, name, alike } of lookAlikes(registry, only)) {
      const shown = alike.slice(0, MAX_SHOWN);
      report({
        code: 'similar',
        file: record.file,
        path: name.path,
        found: name.text,
        // The ids for who links to the records: from the text they could not be told, for a name may hold anything.
        values: {
          name: name.text,
          others: allOf(shown.map(describeLookAlike)),
          ids: shown.map((other) => other.record.id).join(' '),
        },
      });
    }
  },
};

export interface LookAlike {
  readonly record: Draft;
  readonly name: string;
  /** What else speaks for one thing. */
  readonly evidence: readonly Phrase[];
}

interface LookAlikes {
  readonly record: Draft;
  readonly name: NameText;
  /** Nearest first. */
  readonly alike: readonly LookAlike[];
}

/**
 * The records that have names like those of others of their kind, and do not say that they are something else; of those in the files `only`,
 * where it is given.
 */
export function lookAlikes(registry: Registry, only?: ReadonlySet<string>): LookAlikes[] {
  // Titles of notes and notices repeat: one week follows another.
  const drafts = everyDraft(registry).filter(({ kind }) => NAMED.has(kind));
  return [...Map.groupBy(drafts, ({ kind }) => kind).values()].flatMap((records) => {
    const asked = only === undefined ? records : records.filter(({ file }) => only.has(file));
    if (asked.length === 0) return [];
    const find = lookAlikesAmong(records);
    return asked.flatMap((record) => find(record).slice(0, 1));
  });
}

/** Finds the look-alikes of a record, also of one that is not there yet, among records of its kind: one entry for each of its names that has some. */
export function lookAlikesAmong(records: readonly Draft[]): (record: Draft) => LookAlikes[] {
  const bearers = Map.groupBy(
    records.flatMap((record) => namesOf(record).map(({ text }) => ({ record, text, folded: foldName(text) }))),
    ({ folded }) => folded,
  );
  // A name of signs only is like every other of its sort.
  bearers.delete('');
  const words = new NearWords(bearers.keys());
  return (record) =>
    namesOf(record).flatMap((name) => {
      const near = words.near(foldName(name.text)).flatMap(({ word }) => bearers.get(word) ?? []);
      const alike = new Map<string, LookAlike>();
      for (const { record: other, text } of near) {
        if (other.id === record.id || alike.has(other.id) || !mayBeTaken(record, other)) continue;
        alike.set(other.id, { record: other, name: text, evidence: evidenceOf(record, other) });
      }
      return alike.size === 0 ? [] : [{ record, name, alike: [...alike.values()] }];
    });
}

const NAMED: ReadonlySet<Kind> = new Set(['project', 'organization', 'standard', 'group', 'funding']);

/** Kinds of which each country has its own of the same name: every country has a ministry of health. */
const NATIONAL: ReadonlySet<Kind> = new Set(['organization', 'group', 'funding']);

function mayBeTaken(a: Draft, b: Draft): boolean {
  if (NATIONAL.has(a.kind) && countryOf(a) !== countryOf(b)) return false;
  return !namesAsOther(a, b.id) && !namesAsOther(b, a.id);
}

function namesAsOther(record: Draft, id: string): boolean {
  return markedValues(record, refers).some(({ value }) => value === id);
}

function countryOf({ data }: Draft): string | undefined {
  return 'country' in data ? data.country : undefined;
}

/** What speaks for one thing: the owner and the host of the website. */
function evidenceOf(a: Draft, b: Draft): Phrase[] {
  const evidence: Phrase[] = [];
  if ('owner' in a.data && 'owner' in b.data && a.data.owner === b.data.owner) evidence.push(phrase('sameOwner'));
  const host = hostOf(a);
  if (host !== undefined && host === hostOf(b)) evidence.push(phrase('sameHost'));
  return evidence;
}

function hostOf({ data }: Draft): string | undefined {
  return 'website' in data && data.website !== undefined && URL.canParse(data.website)
    ? new URL(data.website).host
    : undefined;
}

/** A look-alike with its id and what speaks for its being the same. */
export function describeLookAlike({ record: { id }, name, evidence }: LookAlike): Words {
  return evidence.length === 0
    ? phrase('lookAlike', { name, id })
    : phrase('lookAlikeWith', { name, id, evidence: allOf(evidence) });
}
