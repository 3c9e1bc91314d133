import type { TextInput } from './field.ts';

/**
 * What was typed as the record has it: whole numbers, and years where a date may be one, are numbers. Anything else stays text, of which the
 * check says what is expected.
 */
export function typedValue(text: string, input: TextInput): string | number {
  const plain = text.trim();
  const isNumber = input === 'number' ? /^(?:0|[1-9]\d{0,14})$/ : input === 'date' ? /^[12]\d{3}$/ : undefined;
  return isNumber?.test(plain) ? Number(plain) : text;
}

/** A value as it stands in the field it was typed into. */
export function shownText(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
