import type { Translator } from '../../i18n/t.ts';
import { foldName } from '../../rules/near-words.ts';
import { lookAlikesAmong } from '../../rules/similar-name.ts';
import { KINDS, type Kind } from '../../schema/kinds.ts';
import { type Draft, recordFile, splitId } from '../../schema/registry.ts';
import type { GoneRecord, Known, KnownRecord } from './known.ts';
import { hostOf, othersOf, repositoriesOf, sameAsOf, websiteOf } from './same-thing.ts';

/**
 * What speaks for two records being one thing, with the value to show. `id`, `former-id` and `gone` say that the id is taken: by a record
 * that stands, by what a record was called before, or by one that
 * was taken out, whose `successor` may stand. `owner` and `host` only add to another sign.
 */
export interface Evidence {
  readonly code: EvidenceCode;
  readonly value: string;
}

/** The strongest first. */
export const EVIDENCE_CODES = [
  'repository',
  'id',
  'former-id',
  'gone',
  'successor',
  'same-as',
  'website',
  'name',
  'also',
  'owner',
  'host',
] as const;
export type EvidenceCode = (typeof EVIDENCE_CODES)[number];

export interface Duplicate {
  readonly kind: Kind;
  readonly id: string;
  /** The record; none where only its tombstone is left. */
  readonly record?: KnownRecord;
  /** The strongest first. */
  readonly evidence: readonly Evidence[];
}

/** A record that is being written: any field may be absent or faulty. */
export interface Candidate {
  readonly kind: Kind;
  /** The id that it is to have, or of the record that is corrected; may be empty. */
  readonly id: string;
  readonly data: Readonly<Record<string, unknown>>;
  /** True for the correction of a record that stands: it is no duplicate of itself. */
  readonly correction: boolean;
}

/** How many are shown. */
const MOST = 3;

/**
 * Finds what a record may be a duplicate of, the likeliest first, at most three. Looks for like names as the rule `similar-name` does, with
 * its code. What is looked up often is worked out once.
 */
export function duplicateFinder(known: Known): (candidate: Candidate) => Duplicate[] {
  const names = new Map<Kind, (draft: Draft) => Map<string, string>>();
  const alikeOf = (draft: Draft) => {
    const find = names.get(draft.kind) ?? nameFinder(known.records.filter(({ kind }) => kind === draft.kind));
    names.set(draft.kind, find);
    return find(draft);
  };
  return (candidate) => {
    const { kind, id } = candidate;
    const signs = signsOf(candidate);
    const alike = alikeOf(draftOf({ kind, id, ...signs }));
    const found: Duplicate[] = known.records.flatMap((record) => {
      if (record.kind !== kind || (candidate.correction && record.id === id)) return [];
      const evidence = evidenceOf(signs, record, alike.get(record.id));
      return evidence.length === 0 ? [] : [{ kind, id: record.id, record, evidence }];
    });
    const gone = known.gone.find((stone) => stone.kind === kind && stone.id === id);
    if (gone !== undefined) found.push({ kind, id, evidence: goneEvidence(gone) });
    return found.toSorted((a, b) => weightOf(a) - weightOf(b) || (a.id < b.id ? -1 : 1)).slice(0, MOST);
  };
}

function goneEvidence({ id, successor }: GoneRecord): Evidence[] {
  return [
    { code: 'gone', value: id },
    ...(successor === undefined ? [] : [{ code: 'successor', value: successor } as const]),
  ];
}

/** A sign in words. */
export function evidenceWords({ code, value }: Evidence, t: Translator): string {
  return t(`duplicate.${code}`, { value });
}

/** The names of records of one kind that are like those of a draft, by the records' ids. */
function nameFinder(records: readonly KnownRecord[]): (draft: Draft) => Map<string, string> {
  const find = lookAlikesAmong(records.map((record) => draftOf({ others: [], country: undefined, ...record })));
  return (draft) => {
    const near = find(draft).flatMap(({ alike }) => alike);
    return new Map(near.map(({ record, name }) => [record.id, name] as const).toReversed());
  };
}

/** What a candidate is compared by, worked out once for all records. */
function signsOf({ kind, id, data, correction }: Candidate) {
  const name = data['name'] ?? data['title'];
  return {
    name,
    names: foldedNames(textsOf(name)),
    also: foldedNames([...textsOf(data['acronym']), ...textsOf(data['aliases'])]),
    country: data['country'],
    others: othersOf(kind, data),
    repositories: repositoriesOf(data),
    website: websiteOf(data),
    sameAs: sameAsOf(data),
    owner: data['owner'],
    ids: id === '' ? [] : [id],
    takenId: correction || id === '' ? undefined : id,
  };
}

function evidenceOf(signs: ReturnType<typeof signsOf>, record: KnownRecord, name: string | undefined): Evidence[] {
  const { website } = record;
  const otherHost = website !== signs.website && website !== undefined && hostOf(website) === hostOf(signs.website);
  const found: readonly [EvidenceCode, string | undefined][] = [
    ['repository', common(signs.repositories, record.repositories)],
    ['id', signs.takenId === record.id ? record.id : undefined],
    ['former-id', common(signs.ids, record.formerIds)],
    ['same-as', common(signs.sameAs, record.sameAs)],
    ['website', website === signs.website ? website : undefined],
    ['name', name],
    ['also', name === undefined ? otherName(signs, record) : undefined],
    ['owner', record.owner === signs.owner ? record.owner : undefined],
    ['host', otherHost ? hostOf(website) : undefined],
  ];
  const evidence = found.flatMap(([code, value]) => (value === undefined ? [] : [{ code, value }]));
  return evidence.some(({ code }) => !SUPPORTING.has(code)) ? evidence : [];
}

/** What says nothing by itself: an owner has many projects, a host many pages. */
const SUPPORTING: ReadonlySet<EvidenceCode> = new Set(['owner', 'host']);

/** A name that one has as its own and the other as another name or acronym. */
function otherName({ names, also }: ReturnType<typeof signsOf>, record: KnownRecord): string | undefined {
  return (
    record.also?.find((text) => names.has(foldName(text))) ??
    textsOf(record.name).find((text) => also.has(foldName(text)))
  );
}

function foldedNames(texts: readonly string[]): ReadonlySet<string> {
  return new Set(texts.map(foldName).filter((name) => name !== ''));
}

/** The weight of a duplicate: its strongest sign, then how many there are. */
function weightOf({ evidence }: Duplicate): number {
  const strongest = Math.min(...evidence.map(({ code }) => EVIDENCE_CODES.indexOf(code)));
  return strongest - evidence.length / 100;
}

function common(a: readonly string[], b: readonly string[] | undefined): string | undefined {
  return a.find((value) => b?.includes(value));
}

/** Texts in a field that holds one, a list, or one a language. */
function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null
    ? Object.values(value).filter((text) => typeof text === 'string')
    : [];
}

interface Named extends Pick<Candidate, 'kind' | 'id'> {
  readonly name: unknown;
  readonly country: unknown;
  readonly others: readonly string[];
}

/** A record as the rule reads it, which is used to fields that are absent, and to none that are faulty. */
function draftOf({ kind, id, name, country, others }: Named): Draft {
  const names = Object.fromEntries(textsOf(name).entries());
  const title = 'title' in KINDS[kind].schema.shape ? { title: names } : { name: names };
  const national = 'country' in KINDS[kind].schema.shape && typeof country === 'string' ? { country } : {};
  const data = { ...title, ...national, distinctFrom: others };
  return { kind, id, ...splitId(id), file: recordFile(kind, id), data } as unknown as Draft;
}
