import { everyDraft } from '../schema/registry.ts';
import { markedValues, type Wanted } from './marked-values.ts';
import { phrase } from './phrase.ts';
import type { RegistryRule } from './rule.ts';

const NAMES = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });
/** Languages that have a tag and no English name in the Unicode data of every engine. */
const MORE_LANGUAGES = new Set([
  'mul',
  'und',
  'zxx',
  'ike',
  'ikt',
  'crk',
  'nsk',
  'atj',
  'moe',
  'crg',
  'clc',
  'gwi',
  'chp',
  'sgn',
  'fsl',
  'ase',
  'bfi',
]);

const hasTags: Wanted = ({ notation, languageMap }) => notation === 'language' || languageMap === true;

export const languageTag: RegistryRule = {
  id: 'language-tag',
  severity: 'error',
  doc: {
    title: 'Languages are tags of BCP 47',
    why: 'The tag tells browsers, screen readers and search how to treat the text: its direction, hyphenation and voice.',
    mend: 'Use the shortest tag that is right: en, fr, pt-BR, zh-Hant, sr-Latn. A country code is not a language: Japanese is ja.',
  },
  messages: { unknown: '“{tag}” is not the tag of a known language.', form: '“{tag}” is written “{canonical}”.' },
  each: true,
  check(registry, report) {
    for (const record of everyDraft(registry)) {
      const tags = markedValues(record, hasTags);
      for (const { value, path, meta } of tags) {
        // A name may be a plain text where other records have a language map.
        if (meta.languageMap && typeof value === 'string') continue;
        const found = meta.languageMap
          ? Object.keys(value as object).map((key) => ({ tag: key, path: [...path, key], atKey: true }))
          : [{ tag: String(value), path, atKey: false }];
        for (const { tag, ...at } of found) {
          const problem = tagProblem(tag);
          if (problem === undefined) continue;
          const { code, canonical = '' } = problem;
          report({
            code,
            file: record.file,
            ...at,
            found: tag,
            values: { tag, canonical },
            expected: canonical || phrase('languageTag'),
            ...(canonical === '' ? {} : { fix: at.atKey ? { rename: canonical } : { set: canonical } }),
          });
        }
      }
    }
  },
};

const problems = new Map<string, TagProblem | undefined>();

interface TagProblem {
  readonly code: 'unknown' | 'form';
  readonly canonical?: string;
}

/** Why a tag is no good, or `undefined`; asked for thousands of times, so remembered. */
function tagProblem(tag: string): TagProblem | undefined {
  if (!problems.has(tag)) problems.set(tag, examine(tag));
  return problems.get(tag);
}

function examine(tag: string): TagProblem | undefined {
  // Undetermined: no language, and Intl throws when asked for its name.
  if (/^und(?:-|$)/.test(tag)) return { code: 'unknown' };
  const language = new Intl.Locale(tag).language;
  if (NAMES.of(language) === undefined && !MORE_LANGUAGES.has(language)) return { code: 'unknown' };
  const [canonical] = Intl.getCanonicalLocales(tag);
  return canonical === undefined || canonical === tag ? undefined : { code: 'form', canonical };
}
