import { repairedTag } from '../registry/repair.ts';
import type { DataPath } from '../rules/rule.ts';
import { repositoryOnForge } from '../schema/canonical-repository.ts';
import type { TermMappings } from './foreign.ts';
import type { Ledger } from './ledger.ts';
import { oneLine, textOf } from './texts.ts';

/** Forges that answer http:// only to lead to https://. */
const FORGE = /^http:\/\/(?=(?:www\.)?(?:github\.com|gitlab\.com|codeberg\.org|bitbucket\.org)\/)/i;

/** An address as it would be written: with https where the host is known to answer there. */
export function addressOf(value: unknown): string {
  return textOf(value).trim().replace(FORGE, 'https://');
}

/** A repository's address as its host shows it: over https, without `.git` and without a slash behind it. */
export function repositoryOf(value: unknown): string {
  const address = addressOf(value)
    .replace(/^git\+(?=https:)/, '')
    .replace(/^(?:ssh:\/\/)?git@([\w.-]+)[:/](?!\/)/, 'https://$1/')
    .replace(/^git:\/\/(?=(?:github\.com|gitlab\.com|codeberg\.org|bitbucket\.org)\/)/, 'https://');
  return address.replace(/(?:\/|\.git)+$/, '');
}

/** The repository that a file was read from, where its address tells. */
export function repositoryOfFile(url: string | undefined): string | undefined {
  const { repository, rest } = repositoryOnForge(url ?? '') ?? {};
  return rest === 'owner' ? undefined : repository;
}

/** A language tag as records write it. */
export function languageOf(value: unknown): string {
  // As systems name their settings: `en_US.UTF-8`.
  const text = textOf(value)
    .trim()
    .replace(/\.utf-?8$/i, '');
  return repairedTag(text) ?? text;
}

/** The day of a date, also of one with a time; other text as it is. */
export function dayOf(value: unknown): string {
  const text = textOf(value).trim();
  return /^(\d{4}-\d{2}-\d{2})[T ]/.exec(text)?.[1] ?? text;
}

/** A platform in the words of publiccode.yml, or in its own. */
export function platformOf(value: unknown): string {
  const text = oneLine(value);
  const lower = text.toLowerCase();
  if (/^(?:mac ?os(?: ?x)?|os ?x)$/.test(lower)) return 'mac';
  return ['web', 'windows', 'mac', 'linux', 'ios', 'android'].includes(lower) ? lower : text;
}

/** A value's counterpart in a closed list of ours; letters count the same in either case. */
export function mapped(value: unknown, list: Readonly<Record<string, string>>): string | undefined {
  const key = textOf(value).trim().toLowerCase();
  return Object.hasOwn(list, key) ? list[key] : undefined;
}

/** Carries each item of a list, or the one value that stands in place of one. */
export function carryEach(ledger: Ledger, path: DataPath, carry: (value: unknown, from: DataPath) => void): void {
  for (const { value, from } of itemsOf(ledger, path)) carry(value, from);
}

/** The items of a list; a single value is a list of one. */
export function itemsOf(ledger: Ledger, path: DataPath): { value: unknown; from: DataPath }[] {
  const value = ledger.at(...path);
  if (value === undefined || value === null || value === '') return [];
  const paths = Array.isArray(value) ? ledger.below(...path) : [path];
  return paths.map((from) => ({ value: ledger.at(...from), from }));
}

/** Terms of a vocabulary that other lists call so, in the order of the vocabulary. */
export function termsFor(vocabularies: TermMappings | undefined, vocabulary: string, name: unknown): string[] {
  const wanted = oneLine(name).toLowerCase();
  const terms = Object.entries(vocabularies?.[vocabulary]?.terms ?? {});
  return terms.filter(([, { mappings }]) => mappings.publiccode?.includes(wanted)).map(([term]) => term);
}

/** Carries what categories of publiccode.yml mean into terms of a vocabulary. What means several of them gives each. */
export function carryTerms(
  ledger: Ledger,
  path: DataPath,
  to: readonly [string, ...string[]],
  terms: (name: unknown) => readonly string[],
): void {
  carryEach(ledger, path, (value, from) => {
    const found = terms(value);
    if (found.length === 0) ledger.decline('not-understood', from);
    for (const term of found) ledger.add(to, term, from);
  });
}

/** A licence's SPDX id, if the text that names it leads to one; the text otherwise. */
export function licenceOf(value: unknown): string {
  return textOf(value)
    .trim()
    .replace(/^https?:\/\/(?:www\.)?spdx\.org\/licenses\/([\w.+-]+?)(?:\.html|\.json|\/)?$/i, '$1')
    .replace(/^https?:\/\/(?:www\.)?opensource\.org\/licenses?\/([\w.-]+?)(?:\.php|\/)?$/i, '$1');
}
