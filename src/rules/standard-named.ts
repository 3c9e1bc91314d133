import { draftsOf, type Registry, recordsOf } from '../schema/registry.ts';
import { namesOf } from './names.ts';
import type { RegistryRule } from './rule.ts';

/** Words that an acronym could be by chance are not looked for. */
const MIN_LENGTH = 4;
const MAX_WORDS = 6;
const WORD = /[\p{L}\p{N}]+(?:[.+-]+[\p{L}\p{N}]+)*/u;

export const standardNamed: RegistryRule = {
  id: 'standard-named',
  severity: 'info',
  doc: {
    title: 'Standards that the text names are listed',
    why: 'Whoever looks for what works with a standard asks its page, and that lists the field, not the prose.',
    mend: 'Add the standard under standards with the role that it has. Where it is only mentioned, leave it.',
  },
  messages: { named: 'The text names {name}, and standards does not list {id}.' },
  check(registry, report, { only }) {
    const terms = termsOfStandards(registry);
    for (const { file, id: project, data } of draftsOf(registry, 'project')) {
      if (only?.has(file) === false) continue;
      const listed = new Set(data.standards?.map(({ standard }) => standard));
      const told = new Set<string>();
      for (const field of ['summary', 'description'] as const) {
        for (const [language, text] of Object.entries(data[field] ?? {})) {
          for (const { name, id } of standardsNamedIn(text, terms)) {
            if (listed.has(id) || told.has(id) || id === project) continue;
            told.add(id);
            report({ code: 'named', file, path: [field, language], found: name, values: { name, id }, expected: id });
          }
        }
      }
    }
  },
};

interface Terms {
  readonly whole: ReadonlyMap<string, string>;
  /** The first words of all terms: text without them is passed over quickly. */
  readonly first: ReadonlySet<string>;
}

/** Names and acronyms to the standard's id. What means two standards means none. Aliases are words that people search for, and mean other things, too. */
function termsOfStandards(registry: Registry): Terms {
  const owners = new Map<string, Set<string>>();
  for (const record of recordsOf(registry, 'standard')) {
    const { id, data } = record;
    const names = namesOf(record).map(({ text }) => text);
    for (const term of [...names, ...(data.acronym === undefined ? [] : [data.acronym])])
      if (term.length >= MIN_LENGTH) owners.set(term, (owners.get(term) ?? new Set()).add(id));
  }
  const whole = new Map([...owners].flatMap(([term, ids]) => (ids.size === 1 ? [[term, [...ids].join('')]] : [])));
  return { whole, first: new Set([...whole.keys()].map((term) => WORD.exec(term)?.[0] ?? '')) };
}

/** Runs of up to six words that are a standard's name, letter for letter: “Matrix”, not “matrix”. */
function standardsNamedIn(text: string, terms: Terms): { name: string; id: string }[] {
  const words = [...text.matchAll(new RegExp(WORD, 'gu'))].map(({ 0: word, index }) => ({
    start: index,
    end: index + word.length,
  }));
  return words.flatMap(({ start, end: firstEnd }, first) =>
    (terms.first.has(text.slice(start, firstEnd)) ? words.slice(first, first + MAX_WORDS) : []).flatMap(({ end }) => {
      const name = text.slice(start, end);
      const id = terms.whole.get(name);
      return id === undefined ? [] : [{ name, id }];
    }),
  );
}
