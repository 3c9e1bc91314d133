import { countryName, languageName } from '../../../i18n/format.ts';
import { type LanguageMap, pickText } from '../../../i18n/localized.ts';
import { RECORD_ID } from '../../../schema/primitives.ts';
import { visible } from '../../../schema/visible.ts';
import { foldWord } from '../../../search/fold.ts';
import type { Source } from '../../form/field.ts';
import { countryOptions, currencyOptions, languageOptions, type Option } from '../codes.ts';
import type { FormContext } from '../context.ts';
import { spdxOptions } from '../licenses.ts';

/** What a field lets one choose among: all of it, or what a typed text may mean. */
export interface Choices {
  /** All values, where there are few enough to be shown at once; `undefined` where one types to find. */
  readonly all: readonly Option[] | undefined;
  readonly search: (text: string) => readonly Option[];
  /** A value in words. */
  readonly show: (value: string) => Option;
  /** The value that a typed text stands for; the text itself where it stands for none. */
  readonly read: (text: string) => string;
}

/** More than these are found by typing. */
const MOST_AT_ONCE = 16;
const MOST_FOUND = 8;
/** What people look up in a list of the browser by its first letters. */
const LISTED: ReadonlySet<Source['from']> = new Set(['currency']);

/** What can be chosen in a field: terms, codes or records, found by their words in the reader’s language. */
export function choicesOf(source: Source, context: FormContext): Choices {
  if (source.from === 'records') return recordChoices(source, context);
  const options = optionsOf(source, context);
  const byValue = new Map(options.map((option) => [option.value, option]));
  const folded = options.map((option) => ({
    option,
    label: ` ${foldWord(option.label)}`,
    more: ` ${foldWord([option.value, option.hint ?? '', option.words ?? ''].join(' '))}`,
  }));
  return {
    all: options.length <= MOST_AT_ONCE || LISTED.has(source.from) ? options : undefined,
    search: (text) => {
      const wanted = foldWord(text.trim());
      const ranked = folded.map(({ option, label, more }) => ({ option, rank: rankOf(wanted, label, more) }));
      const found = ranked.filter(({ rank }) => rank > 0).toSorted((a, b) => b.rank - a.rank);
      return found.slice(0, MOST_FOUND).map(({ option }) => option);
    },
    show: (value) => byValue.get(value) ?? nameOf(value, source, context),
    read: (text) => {
      const wanted = foldWord(text);
      const meant = options.find(({ label, value }) => foldWord(label) === wanted || foldWord(value) === wanted);
      return meant?.value ?? text;
    },
  };
}

/** 4: the name begins so. 3: a word of the name does. 2: a word of what else is told does. 1: it stands somewhere. 0: nowhere. */
function rankOf(wanted: string, label: string, more: string): number {
  if (label.startsWith(` ${wanted}`)) return 4;
  if (label.includes(` ${wanted}`)) return 3;
  if (more.includes(` ${wanted}`)) return 2;
  return label.includes(wanted) || more.includes(wanted) ? 1 : 0;
}

function optionsOf(source: Exclude<Source, { from: 'records' }>, context: FormContext): readonly Option[] {
  const { t, text } = context;
  switch (source.from) {
    case 'enumeration':
      return source.values.map((value) => ({ value, label: text(`${source.name}.${value}`) ?? value }));
    case 'own':
      return Object.entries(source.values).map(([value, label]) => ({ value, ...inLanguage(label, context) }));
    case 'vocabulary':
      return termOptions(source.name, context);
    case 'country':
      return countryOptions(t.lang);
    case 'language':
      return languageOptions(t.lang);
    case 'currency':
      return currencyOptions(t.lang);
    case 'zone':
      return zoneOptions(context);
    case 'spdx':
      return spdxOptions(t('license.notOpen'));
  }
}

/** The terms of a vocabulary by their labels, with the words that people may type for them. */
function termOptions(name: string, context: FormContext): Option[] {
  const { lang } = context.t;
  const terms = Object.entries(context.page.vocabularies[name]?.terms ?? {}).map(([value, term]) => ({
    value,
    ...inLanguage(term.label, context),
    hint: term.description[lang],
    words: Object.values(term.synonyms).flat().join(' '),
  }));
  const { compare } = new Intl.Collator(lang);
  return terms.toSorted((a, b) => compare(a.label, b.label));
}

/** The zones that this copy may write, or all countries with what stands above them. */
export function zoneOptions({ t, page }: Pick<FormContext, 't' | 'page'>): Option[] {
  const above = [
    { value: 'int', label: t('country.international'), hint: 'int' },
    { value: 'eu', label: countryName('EU', t.lang), hint: 'eu' },
  ];
  const { zones } = page.config;
  if (zones !== '*') return zones.map((value) => ({ value, label: zoneName(value, t.lang), hint: value }));
  return [
    ...above,
    ...countryOptions(t.lang).map(({ value, label }) => ({
      value: value.toLowerCase(),
      label,
      hint: value.toLowerCase(),
    })),
  ];
}

function zoneName(zone: string, lang: string): string {
  return /^[a-z]{2}$/.test(zone) ? countryName(zone, lang) : zone.toUpperCase();
}

/** A value that no list has: a country or language by the name that the browser knows. */
function nameOf(value: string, { from }: Source, { t }: FormContext): Option {
  try {
    if (from === 'country') return { value, label: countryName(value, t.lang), hint: value };
    if (from === 'language') return { value, label: languageName(value, t.lang), hint: value };
  } catch {
    // No code at all: the check says so.
  }
  return { value, label: value };
}

function inLanguage(texts: LanguageMap, { t, page }: FormContext): { label: string; lang?: string } {
  const picked = pickText(texts, t.lang, page.config.languages);
  return { label: picked?.text ?? '', ...(picked?.foreign ? { lang: picked.lang } : {}) };
}

/** Records by name; an id may be written of one that is not listed yet, and a plain name where the field takes one. */
function recordChoices({ kind, free }: Extract<Source, { from: 'records' }>, context: FormContext): Choices {
  const { known, t } = context;
  const show = (value: string): Option => {
    const record = known.record(kind, value);
    if (record === undefined) {
      const isNew = known.loaded && RECORD_ID.test(value);
      return { value, label: value, ...(isNew ? { hint: t('form.notListed') } : {}) };
    }
    const name = typeof record.name === 'string' ? { label: record.name } : inLanguage(record.name, context);
    return { value, ...name, hint: value };
  };
  return {
    all: undefined,
    show,
    search: (text) => [
      ...known.search(text, kind).map(({ record, matched }) => {
        const option = show(record.id);
        return matched === option.label || matched === record.id
          ? option
          : { ...option, hint: `${matched} · ${record.id}` };
      }),
      ...(RECORD_ID.test(text.trim()) && known.record(kind, text.trim()) === undefined ? [show(text.trim())] : []),
      ...(free && text.trim() !== ''
        ? [{ value: text.trim(), label: t('form.plainName', { name: visible(text.trim()) }) }]
        : []),
    ],
    read: (text) => known.find(kind, text) ?? text,
  };
}
