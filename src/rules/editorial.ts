import { everyDraft } from '../schema/registry.ts';
import { markedValues, type Wanted } from './marked-values.ts';
import { namesOf } from './names.ts';
import type { Finding, RegistryRule } from './rule.ts';

type Remark = Omit<Finding, 'rule' | 'file' | 'path'>;

/** Full stops of many scripts; not after an ellipsis or an abbreviation of one letter, as “etc.” could not be told from a sentence’s end. */
const FULL_STOP = /(?<=[\p{L}\p{N})»”"'’])(?<!\p{L}\.\p{L})[.。।۔።]$/u;
/** So many capitals and no small letter are shouted; fewer may be an acronym. */
const SHOUTED_LETTERS = 10;

const isSummary: Wanted = ({ title, languageMap }) => title === 'Summary' && languageMap === true;

export const editorial: RegistryRule = {
  id: 'editorial',
  severity: 'warning',
  doc: {
    title: 'Summaries read as one register’s',
    why: 'Cards stand in lists of twenty: what one begins with its name, another with capitals and a third ends with a full stop makes them harder to compare.',
    mend: 'Write what it does and for whom, in one sentence without its name at the beginning and without a full stop at the end.',
  },
  messages: {
    stop: 'The summary ends with a full stop.',
    name: 'The summary begins with the name, which stands above it.',
    capitals: 'The summary is written in capitals.',
    spaces: 'There are two blanks in a row.',
    repeated: 'The summary in {language} is the same as that in {other}.',
    untold: 'The summary is only the name.',
  },
  hints: {
    capitals: 'Write it in small letters, with capitals only where the language has them.',
    spaces: 'Write one blank.',
    repeated: 'Translate it, or leave one of the two out.',
  },
  each: true,
  check(registry, report) {
    for (const record of everyDraft(registry)) {
      const names = namesOf(record).map(({ text }) => text);
      for (const { value, path } of markedValues(record, isSummary)) {
        const texts = Object.entries(value as Record<string, string>);
        for (const [language, text] of texts) {
          const at = { file: record.file, path: [...path, language] };
          for (const remark of remarksOn(text, names)) report({ ...remark, ...at, found: text });
        }
        for (const { language, other } of repeats(texts))
          report({
            code: 'repeated',
            file: record.file,
            path: [...path, language],
            values: { language: { language }, other: { language: other } },
          });
      }
    }
  },
};

function remarksOn(text: string, names: readonly string[]): Remark[] {
  if (names.includes(text.replace(FULL_STOP, ''))) return [remark('untold')];
  const remarks: Remark[] = [];
  if (FULL_STOP.test(text)) remarks.push({ ...remark('stop'), fix: { set: text.replace(FULL_STOP, '') } });
  if (names.some((name) => beginsWith(text, name))) remarks.push(remark('name'));
  if (isShouted(text)) remarks.push(remark('capitals'));
  if (/ {2}/.test(text)) remarks.push({ ...remark('spaces'), fix: { set: text.replaceAll(/ {2,}/g, ' ') } });
  return remarks;
}

function remark(code: keyof (typeof editorial)['messages'] & string): Remark {
  return { code };
}

function isShouted(text: string): boolean {
  return !/\p{Ll}/u.test(text) && (text.match(/\p{Lu}/gu)?.length ?? 0) >= SHOUTED_LETTERS;
}

/** The name as the sentence’s first words: “GC Notify sends”, not “Notifying” for a project Notify. */
function beginsWith(text: string, name: string): boolean {
  return text.startsWith(name) && !/^[\p{L}\p{N}]/u.test(text.slice(name.length));
}

/** Texts that stand under two languages; the later one is told. */
function repeats(texts: readonly (readonly [string, string])[]): { language: string; other: string }[] {
  const first = new Map<string, string>();
  return texts.flatMap(([language, text]) => {
    const other = first.get(text);
    first.set(text, other ?? language);
    return other === undefined ? [] : [{ language, other }];
  });
}
