import type { LanguageMap } from '../../i18n/localized.ts';
import type { Kind } from '../../schema/kinds.ts';

/** Where the values come from that a field lets one choose among. */
export type Source =
  /** A closed list; its labels are the interface strings `<name>.<value>`. */
  | { readonly from: 'enumeration'; readonly name: string; readonly values: readonly string[] }
  /** A closed list of the copy's own, with its labels. */
  | { readonly from: 'own'; readonly values: Readonly<Record<string, LanguageMap>> }
  | { readonly from: 'vocabulary'; readonly name: string }
  /** Records of a kind; `free` where a plain name does as well. */
  | { readonly from: 'records'; readonly kind: Kind; readonly free: boolean }
  | { readonly from: 'country' | 'language' | 'currency' | 'zone' | 'spdx' };

/** What is typed into a field of text. A `date` is a year, a month or a day. */
export type TextInput = 'line' | 'lines' | 'url' | 'email' | 'date' | 'day' | 'number' | 'time';

/** What a person fills a field with. */
export type Control =
  | { readonly control: 'text'; readonly input: TextInput; readonly max?: number }
  /** One text for each language; `plain` where one text for all languages does as well. */
  | { readonly control: 'localized'; readonly lines: boolean; readonly plain: boolean; readonly max?: number }
  | { readonly control: 'choice' | 'choices'; readonly source: Source }
  | { readonly control: 'yes-no' }
  /** Texts, one a line. */
  | { readonly control: 'texts'; readonly input: TextInput }
  /** Fields of one thing. */
  | { readonly control: 'group'; readonly fields: readonly FormField[] }
  /** Any number of things with the same fields. */
  | { readonly control: 'list'; readonly fields: readonly FormField[] }
  /** A value that no person chooses. */
  | { readonly control: 'fixed' }
  /** Fields that the copy declares: see extension-fields.ts. */
  | { readonly control: 'extensions' };

/** What a field is called: by the interface strings `<key>.title` and `<key>.help`, or in the copy's own words. */
export type Label = { readonly key: string } | { readonly title: LanguageMap; readonly help?: LanguageMap };

/** A field of the form: what it is called in the record and by people, and what it is filled with. */
export interface FormField {
  readonly name: string;
  readonly label: Label;
  /** Needed wherever what holds it is there. */
  readonly required: boolean;
  readonly control: Control;
}
