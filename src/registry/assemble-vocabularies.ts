import { othersZones } from '../rules/others.ts';
import type { Finding } from '../rules/rule.ts';
import type { Registry, Term, Vocabulary, VocabularyRecord } from '../schema/registry.ts';
import type { VocabularyFile } from '../schema/vocabulary.ts';
import type { SourceFile } from './assemble.ts';

type Terms = Record<string, Term>;
type AddedTerm = VocabularyFile['terms'][string];

/** Other copies, of which there may be any number, add to a list only until it has so many terms; to a term, so many languages and words of each. */
const ROOM = { terms: 2000, languages: 100, synonyms: 200 };

/** A vocabulary is found by its id, and its findings by its file: the two must agree. */
export function misnamedVocabularies(sources: readonly SourceFile[]): Finding[] {
  return sources.flatMap(({ file, role, parsed }) => {
    if (role.type !== 'vocabulary' || parsed.data === undefined) return [];
    const { id } = parsed.data as VocabularyFile;
    const name = role.id.slice(role.id.indexOf('/') + 1);
    const values = { field: 'id' };
    return id === name
      ? []
      : [{ rule: 'wrong-value', code: 'value', file, path: ['id'], values, found: id, expected: name }];
  });
}

/** The shared file of each vocabulary, then what this copy says otherwise or besides, then what other copies add for their own records. */
export function vocabulariesFrom(
  sources: readonly SourceFile[],
  settings: Pick<Registry, 'config' | 'federation'>,
): Pick<Registry, 'vocabularies' | 'vocabularyFiles'> {
  const isOthers = othersZones(settings);
  const vocabularyFiles = sources.flatMap(({ file, role, parsed }): VocabularyRecord[] => {
    if (role.type !== 'vocabulary' || parsed.data === undefined) return [];
    const { kind, id, zone } = role;
    return [{ kind, id, zone, file, data: parsed.data as VocabularyFile }];
  });
  vocabularyFiles.sort((a, b) => (a.file < b.file ? -1 : 1));
  const isForeign = ({ kind, zone }: VocabularyRecord) => kind === 'vocabulary-addition' && isOthers(zone);
  const rank = (each: VocabularyRecord) => (each.kind === 'vocabulary' ? 0 : isForeign(each) ? 2 : 1);
  const merged: Record<string, Terms> = {};
  for (const each of vocabularyFiles.toSorted((a, b) => rank(a) - rank(b))) {
    const { id, terms } = each.data;
    const before = merged[id] ?? {};
    merged[id] = isForeign(each) ? withOthers(before, terms, each.file) : withOwn(before, terms, each.file);
  }
  const vocabularies = Object.entries(merged).map(([id, terms]): [string, Vocabulary] => [id, { id, terms }]);
  return { vocabularies: Object.fromEntries(vocabularies), vocabularyFiles };
}

function withOwn(before: Terms, terms: VocabularyFile['terms'], file: string): Terms {
  const added = Object.entries(terms).map(([id, term]) => [id, mergeTerm(before[id], term, file)] as const);
  return { ...before, ...Object.fromEntries(added) };
}

/**
 * What another copy adds never changes what stands here, and is no fault of this one: of a term that is known here it gives labels in other
 * languages and synonyms; one that nobody has named yet is none.
 */
function withOthers(before: Terms, terms: VocabularyFile['terms'], file: string): Terms {
  const after = { ...before };
  let room = ROOM.terms - Object.keys(before).length;
  for (const [id, added] of Object.entries(terms)) {
    const known = Object.hasOwn(before, id) ? before[id] : undefined;
    if (known !== undefined) after[id] = filled(known, added);
    else if (Object.keys(added.label ?? {}).length > 0 && room-- > 0) after[id] = mergeTerm(undefined, added, file);
  }
  for (const [id, { broader, ...term }] of Object.entries(after))
    if (term.file === file && broader !== undefined && !Object.hasOwn(after, broader)) after[id] = term;
  return after;
}

function filled(known: Term, { label, description, synonyms }: AddedTerm): Term {
  return {
    ...known,
    label: filledIn(known.label, label),
    description: filledIn(known.description, description),
    synonyms: joined(known.synonyms, synonyms, ROOM),
  };
}

function filledIn(known: Readonly<Record<string, string>>, added: Readonly<Record<string, string>> = {}) {
  const room = Math.max(0, ROOM.languages - Object.keys(known).length);
  const missing = Object.entries(added).filter(([language]) => !Object.hasOwn(known, language));
  return { ...Object.fromEntries(missing.slice(0, room)), ...known };
}

function mergeTerm(term: Term | undefined, added: AddedTerm, file: string): Term {
  const broader = added.broader ?? term?.broader;
  return {
    file: added.broader === undefined ? (term?.file ?? file) : file,
    label: { ...term?.label, ...added.label },
    description: { ...term?.description, ...added.description },
    synonyms: joined(term?.synonyms, added.synonyms),
    mappings: { ...term?.mappings, ...added.mappings },
    ...(broader === undefined ? {} : { broader }),
  };
}

function joined(
  before: Term['synonyms'] = {},
  added: AddedTerm['synonyms'] = {},
  room = { languages: Number.POSITIVE_INFINITY, synonyms: Number.POSITIVE_INFINITY },
): Term['synonyms'] {
  const joint = new Map(Object.entries<readonly string[]>(before));
  for (const [language, words] of Object.entries(added)) {
    const known = joint.get(language) ?? [];
    if (!joint.has(language) && joint.size >= room.languages) continue;
    joint.set(language, [...known, ...words.slice(0, Math.max(0, room.synonyms - known.length))]);
  }
  return Object.fromEntries(joint);
}
