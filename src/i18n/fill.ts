import { directionOf, formatNumber, pluralOf } from './format.ts';
import type { StringValue } from './strings.ts';

/** Values for placeholders. Numbers are written as the language writes them: pass a year as text. */
export type Params = Readonly<Record<string, string | number>>;
/** A piece of a text: plain, or the place of a placeholder that the caller fills with markup. */
export type Part = string | { readonly slot: string };

/**
 * The pieces of a text, its placeholders filled; what has no value is left as a slot. A plural text is chosen by `params.count`. Throws where
 * that is no number, and where the text has no form for it.
 */
export function fillParts(text: StringValue, params: Params, lang: string): Part[] {
  return formOf(text, params['count'], lang)
    .split(/(\{\w+\})/)
    .filter((piece) => piece !== '')
    .map((piece) => {
      const name = /^\{(\w+)\}$/.exec(piece)?.[1];
      if (name === undefined) return piece;
      const param = Object.hasOwn(params, name) ? params[name] : undefined;
      if (param === undefined) return { slot: name };
      return typeof param === 'number' ? formatNumber(param, lang) : isolated(param, lang);
    });
}

/** The text, its placeholders filled; one without a value stays visible, so that a test finds it. */
export function fillText(text: StringValue, params: Params, lang: string): string {
  return fillParts(text, params, lang)
    .map((part) => (typeof part === 'string' ? part : `{${part.slot}}`))
    .join('');
}

/** Among right-to-left words 2026-10 would be read as 10-2026: a value gets a direction of its own (UAX #9, FSI and PDI). */
export function isolated(value: string, lang: string): string {
  return directionOf(lang) === 'rtl' ? `\u2068${value}\u2069` : value;
}

function formOf(text: StringValue, count: unknown, lang: string): string {
  if (typeof text === 'string') return text;
  if (typeof count !== 'number') throw new Error('needs a number: count');
  const form = text[pluralOf(count, lang)] ?? text.other;
  if (form === undefined) throw new Error(`has no plural form for ${count}`);
  return form;
}
