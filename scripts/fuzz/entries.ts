import { ADDRESS_ENTRIES } from './entries/addresses.ts';
import { EDIT_ENTRIES } from './entries/edits.ts';
import { FILE_ENTRIES } from './entries/files.ts';
import { IMPORT_ENTRIES } from './entries/imports.ts';
import { ISSUE_ENTRIES } from './entries/issues.ts';
import { LOOK_ENTRIES } from './entries/look.ts';
import { PROSE_ENTRIES } from './entries/prose.ts';
import { RECORD_ENTRIES } from './entries/records.ts';
import { SEARCH_ENTRIES } from './entries/search.ts';
import { VALUE_ENTRIES } from './entries/values.ts';
import type { FuzzEntry } from './entry.ts';

/** Everything that reads what others wrote. */
export const FUZZ_ENTRIES: readonly FuzzEntry[] = [
  ...FILE_ENTRIES,
  ...RECORD_ENTRIES,
  ...EDIT_ENTRIES,
  ...PROSE_ENTRIES,
  ...LOOK_ENTRIES,
  ...ADDRESS_ENTRIES,
  ...VALUE_ENTRIES,
  ...SEARCH_ENTRIES,
  ...IMPORT_ENTRIES,
  ...ISSUE_ENTRIES,
];
