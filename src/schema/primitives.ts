import { z } from 'zod';
import { EXPECTED } from './expected.ts';
import { isSafeHttpsUrl } from './safe-url.ts';
import { line } from './text.ts';

export const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
export const ZONE = /^(?:int|eu|[a-z]{2}(?:-[a-z0-9]{1,3})?)$/;
export const RECORD_ID = /^(?:int|eu|[a-z]{2}(?:-[a-z0-9]{1,3})?)\/[a-z0-9]+(?:-[a-z0-9]+)*$/;
/** Shape only; the rule `language-tag` asks whether the language exists. */
const LANGUAGE_TAG = /^[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|[0-9]{3}))?$/;
const PARTIAL_DATE = /^[12][0-9]{3}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12][0-9]|3[01]))?)?$/;

export const schemaVersion = z.literal(1).meta({
  title: 'Schema version',
  description: 'The major version of the data model that the record is written in: 1.',
});

export const slug = z.string().max(64).regex(SLUG, { error: EXPECTED.slug });
export const zone = z.string().regex(ZONE, { error: EXPECTED.zone });
export const recordId = z.string().max(72).regex(RECORD_ID, { error: EXPECTED.recordId });

/** The id of a record of the given kind. */
export function reference(kind: string) {
  return recordId.meta({ references: kind });
}

export const languageTag = z.string().regex(LANGUAGE_TAG, { error: EXPECTED.languageTag });
export const language = languageTag.meta({ notation: 'language' });
export const country = z
  .string()
  .regex(/^[A-Z]{2}$/, { error: EXPECTED.countryCode })
  .meta({ notation: 'country' });
export const currency = z
  .string()
  .regex(/^[A-Z]{3}$/, { error: EXPECTED.currencyCode })
  .meta({ notation: 'currency' });

/** A language map: the same text in one or more languages, any language. */
export function localized<T extends z.core.$ZodType<string, string>>(text: T) {
  return z
    .record(languageTag, text)
    .refine((map) => Object.keys(map).length > 0, { error: EXPECTED.someLanguage })
    .meta({ languageMap: true });
}

/** An address that is safe to store, to open and to render: see {@link isSafeHttpsUrl}. */
export const httpsUrl = z
  .string()
  .max(500, { abort: true })
  .refine(isSafeHttpsUrl, { error: EXPECTED.httpsAddress })
  .meta({ format: 'uri', pattern: '^https://', patternErrorMessage: `Expected ${EXPECTED.httpsAddress}.` });

/** A year, month or day, as precise as known. A bare year is a number in YAML, and is taken. */
export const partialDate = z
  .union([
    z.int().min(1000).max(2999),
    z
      .string()
      .regex(PARTIAL_DATE, { error: EXPECTED.date, abort: true })
      .refine(isCalendarDate, { error: EXPECTED.calendarDay }),
  ])
  .meta({ notation: 'date' });
export type PartialDate = z.infer<typeof partialDate>;

export const day = z.iso.date({ error: EXPECTED.day }).meta({ notation: 'date' });

export const email = z.email({ error: EXPECTED.emailAddress }).max(254).meta({ notation: 'email' });

/** A version is text: as a number, 1.10 would become 1.1. */
export const version = line(40);

function isCalendarDate(date: string): boolean {
  if (date.length < 10) return true;
  const parsed = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(date);
}
