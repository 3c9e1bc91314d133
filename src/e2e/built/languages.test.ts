import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { formatList, languageName } from '../../i18n/format.ts';
import { type LanguageMap, pickText } from '../../i18n/localized.ts';
import { createTranslator } from '../../i18n/t.ts';
import { registryConfigSchema } from '../../schema/config.ts';
import { fieldsOf, visitValues } from '../../schema/field-meta.ts';
import { KINDS } from '../../schema/kinds.ts';
import { GUIDES } from '../../schema/page.ts';
import type { Registry } from '../../schema/registry.ts';
import { vocabularySchema } from '../../schema/vocabulary.ts';
import { stringsOf } from '../../site/strings.ts';
import { attribute, type BuiltPage, faultsOf, pagesOf, pathOf, textsOf } from './pages.ts';
import { PAGED, pagedRecords, registryOf } from './registries.ts';

/** The guide to reviewing is made of settings, in the languages of the site. */
const isGuide = (page: BuiltPage) => GUIDES.some((name) => name !== 'review' && pathOf(page) === `${name}/`);
const REFERENCE = /^(?:data|data-model|rules)\//;

describe.each(['main', 'arabic'])('text of another language on the site “%s”', async (name) => {
  const registry = registryOf(name);
  // The words of guides and of the reference are the program's own: that a record uses one of them in another language says nothing.
  const pages = (await pagesOf(name)).filter(
    (page) => page.lang !== undefined && !isGuide(page) && !REFERENCE.test(pathOf(page)),
  );
  const { languages } = registry.config;
  const texts = languagesOfTexts(registry);
  const translators = new Map(
    languages.map((lang) => [lang, createTranslator(lang, stringsOf(lang, registry.strings))]),
  );
  const labelOf = (map: LanguageMap, lang: string) =>
    translators.get(lang)?.('text.onlyIn', {
      languages: formatList(
        Object.keys(map).map((tag) => languageName(tag, lang)),
        lang,
      ),
    }) ?? '';

  test('carries its language wherever it stands', () => {
    let seen = 0;
    const faults = faultsOf(pages, ({ root, lang = '' }) =>
      textsOf(root.querySelector('body') ?? root, lang).flatMap((node) => {
        const own = texts.get(node.text);
        if (own === undefined || own.has(lang)) return [];
        seen++;
        return own.has(node.lang) ? [] : [`${[...own].join(', ')} in ${node.lang}: ${node.text.slice(0, 80)}`];
      }),
    );
    expect(seen).toBeGreaterThan(10);
    expect(faults).toEqual([]);
  });

  test('is labelled on the page of its record, summary and description alike', () => {
    const records = new Map(pagedRecords(registry).map((record) => [`${PAGED[record.kind]}/${record.id}/`, record]));
    const check = (page: BuiltPage): string[] => {
      const { data } = records.get(pathOf(page)) ?? {};
      const lang = page.lang ?? '';
      if (data === undefined) return [];
      const words = textsOf(page.root).map(({ text }) => text);
      const foreign = [data.summary, 'description' in data ? data.description : undefined].filter(
        (map): map is LanguageMap => map !== undefined && pickText(map, lang, languages)?.foreign === true,
      );
      return foreign.map((map) => labelOf(map, lang)).filter((label) => !words.includes(label));
    };
    expect(pages.flatMap(check)).toEqual([]);
  });

  test('marks a description in another language as a whole', () => {
    const faults = pagedRecords(registry).flatMap((record) => {
      const { description } = record.data as { description?: LanguageMap };
      if (description === undefined) return [];
      return languages.flatMap((lang) => {
        const page = pages.find(({ file }) => file === `${lang}/${PAGED[record.kind]}/${record.id}/index.html`);
        const prose = page?.root.querySelector('.prose');
        const wanted = pickText(description, lang, languages)?.lang;
        const said = prose?.closest('[lang]');
        return said && attribute(said, 'lang') === wanted ? [] : [`${lang} ${record.id}: ${wanted}`];
      });
    });
    expect(faults).toEqual([]);
  });
});

describe('a guide that the copy’s language does not have', async () => {
  const own =
    registryOf('arabic')
      .pages?.filter(({ language }) => language === 'ar')
      .map(({ name }) => `${name}/`) ?? [];
  const pages = (await pagesOf('arabic')).filter(
    (page) => page.lang === 'ar' && isGuide(page) && !own.includes(pathOf(page)),
  );

  test('stands in for it, marked and labelled', () => {
    expect(pages.length).toBeGreaterThan(3);
    for (const { root } of pages) {
      const prose = root.querySelector('.prose');
      expect([prose && attribute(prose, 'lang'), prose && attribute(prose, 'dir')]).toEqual(['en', 'ltr']);
      // The name of the language stands between isolates, which nobody sees.
      const shown = textsOf(root).map(({ text }) => text.replace(/[\u2068\u2069]/g, ''));
      expect(shown).toContain('متاح فقط باللغة: الإنجليزية');
    }
  });
});

/**
 * Every contributed text in a language map with the languages it stands in. A text that also stands outside a map, as a name that is the
 * same in all languages, is left out: nobody knows its language.
 */
function languagesOfTexts({ records, vocabularies, config }: Registry): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  const plain = new Set<string>();
  const visit = (schema: z.core.$ZodType, data: unknown) => {
    const fields = fieldsOf(schema);
    const maps = new Set(fields.filter(({ meta }) => meta.languageMap).map(({ path }) => path.join('.')));
    for (const { path } of fields) {
      const isMap = maps.has(path.join('.'));
      const isOfMap = maps.has(path.slice(0, -1).join('.'));
      visitValues(data, path, (value, place) => {
        if (typeof value !== 'string') return;
        const text = value.trim().replace(/\s+/g, ' ');
        if (isOfMap) found.set(text, (found.get(text) ?? new Set()).add(String(place.at(-1))));
        else if (isMap || path.at(-1) !== '*') plain.add(text);
      });
    }
  };
  for (const { kind, data } of records) visit(KINDS[kind].schema, data);
  for (const { id, terms } of Object.values(vocabularies)) visit(vocabularySchema, { schemaVersion: 1, id, terms });
  visit(registryConfigSchema, config);
  for (const text of plain) found.delete(text);
  return found;
}
