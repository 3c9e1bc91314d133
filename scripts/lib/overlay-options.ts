import { InvalidArgumentError } from 'commander';
import type { Said } from './overlay-text.ts';

/** Takes one more `--set field=value`; the value is JSON where it is some. @throws {InvalidArgumentError} */
export function collectValue(text: string, before: readonly Said[]): Said[] {
  const [, field = '', value = ''] = /^([^=]+)=(.*)$/s.exec(text) ?? [];
  if (field === '') throw new InvalidArgumentError('Expected field=value, as summary.fr="Envoie des lettres".');
  return [...before, { path: field.split('.'), value: parsedValue(value) }];
}

/** Takes one more `--leave-out field`. */
export function collectField(field: string, before: readonly Said[]): Said[] {
  return [...before, { path: field.split('.'), value: null }];
}

/** JSON where it is some, else the text. */
function parsedValue(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // A text without quotes, as most are.
    return text;
  }
}
