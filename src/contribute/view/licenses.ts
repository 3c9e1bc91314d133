import type { Option } from './codes.ts';

/** Licences that most public code has; any other SPDX expression is typed. */
const COMMON = [
  'AGPL-3.0-only',
  'AGPL-3.0-or-later',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC-BY-4.0',
  'CC-BY-SA-4.0',
  'CC0-1.0',
  'CECILL-2.1',
  'ECL-2.0',
  'EPL-2.0',
  'EUPL-1.2',
  'GPL-2.0-only',
  'GPL-2.0-or-later',
  'GPL-3.0-only',
  'GPL-3.0-or-later',
  'ISC',
  'LGPL-3.0-only',
  'LGPL-3.0-or-later',
  'MIT',
  'MPL-2.0',
  'OGL-UK-3.0',
  'Unlicense',
];

/** The usual licences, and first that there is none. */
export function spdxOptions(notOpen: string): Option[] {
  return [{ value: 'not-open', label: notOpen }, ...COMMON.map((value) => ({ value, label: value }))];
}
