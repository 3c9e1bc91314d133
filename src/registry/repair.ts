import { z } from 'zod';
import type { FieldMeta } from '../schema/field-meta.ts';

/** A language tag in its proper form, `pt-BR` for `pt_br`, or `undefined` where the text is none. */
export function repairedTag(text: string): string | undefined {
  try {
    const [canonical] = Intl.getCanonicalLocales(text.trim().replaceAll('_', '-'));
    return canonical === text ? undefined : canonical;
  } catch {
    // No language tag in any form.
    return undefined;
  }
}

/** A text as its field's notation writes it, where that leaves no choice; `undefined` where it does, or where nothing would change. */
export function repairedText(text: string, metas: readonly FieldMeta[]): string | undefined {
  const notation = metas.map((meta) => meta.notation).find((found) => found !== undefined);
  const isId = metas.some(({ references }) => references !== undefined);
  const repaired = isId ? repairedId(text.trim()) : repairAs(notation, text.trim());
  return repaired === text ? undefined : repaired;
}

function repairAs(notation: FieldMeta['notation'], text: string): string | undefined {
  switch (notation) {
    case 'country':
      return /^[a-z]{2}$/i.test(text) ? text.toUpperCase() : undefined;
    case 'currency':
      return /^[a-z]{3}$/i.test(text) ? text.toUpperCase() : undefined;
    case 'language':
      return repairedTag(text);
    case 'date':
      return yearFirst(text);
    // Of a text for people, only the blanks around it are nobody's meaning.
    default:
      return text === '' || text.includes('\n') ? undefined : text;
  }
}

/** `CA/GC-Notify` is `ca/gc-notify`: ids have small letters only. Whether it is anybody's is for the rule about references. */
function repairedId(text: string): string | undefined {
  return /^[a-z0-9-]+\/[a-z0-9-]+$/i.test(text) ? text.toLowerCase() : undefined;
}

/** `2019/6/3` and `2019.06.03` as 2019-06-03. Where the day comes first nobody knows whether it is the month. */
function yearFirst(text: string): string | undefined {
  const parts = /^([12]\d{3})[-/.]([01]?\d)(?:[-/.]([0-3]?\d))?$/.exec(text);
  if (parts === null) return undefined;
  const [, year, month = '', day] = parts;
  return [year, month.padStart(2, '0'), ...(day === undefined ? [] : [day.padStart(2, '0')])].join('-');
}

/** What parts the items of a list that somebody wrote into one text, in several scripts. */
const SEPARATOR = /[,;|\n،؛、，；]/;

/** True where one of the schemas is of a list that takes the value as an item, and the value is one item for certain. */
export function isItemOfList(schemas: readonly z.core.$ZodType[], value: unknown): boolean {
  if (typeof value === 'string' && SEPARATOR.test(value)) return false;
  return schemas.flatMap(itemsOf).some((item) => z.safeParse(item, value).success);
}

function itemsOf(schema: z.core.$ZodType): z.core.$ZodType[] {
  if (schema instanceof z.ZodOptional) return itemsOf(schema.unwrap());
  if (schema instanceof z.ZodUnion) return schema.options.flatMap(itemsOf);
  return schema instanceof z.ZodArray ? [schema.element] : [];
}
