import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LoadedRegistry } from './load-fs.ts';

const FILES = ['registry.yaml', 'federation.yaml', 'theme.css'];

/** The texts of the files of settings that are there, by their path inside the registry folder; of interface texts only that they are. */
export function settingsTexts({ root, registry }: LoadedRegistry): Record<string, string> {
  const found = FILES.filter((file) => existsSync(join(root, file)));
  const texts = found.map((file) => [file, readFileSync(join(root, file), 'utf8')]);
  const strings = Object.keys(registry.strings).map((language) => [`i18n/${language}.json`, '']);
  return Object.fromEntries([...texts, ...strings]);
}
