import type { NotCarried } from '../../../src/exchange/imported.ts';
import { dayOfClock } from '../../../src/registry/load-fs.ts';
import type { Issue } from '../../../src/rules/rule.ts';
import type { Kind } from '../../../src/schema/kinds.ts';
import { visible } from '../excerpt.ts';
import { UsageError } from '../exit-code.ts';
import { lookAlikesOf } from '../new-record/ask-record.ts';
import { askingIn, givenId } from '../new-record/asking.ts';
import { draftRecord } from '../new-record/draft.ts';
import { missingFields } from '../new-record/questions.ts';
import { load, type RegistryFolder } from '../registry-folder.ts';
import { writeRecords } from '../write-records.ts';
import { dataOf, type Given } from './data.ts';
import { notCarriedText, type Thing, thingName, type Unread } from './read.ts';

export interface BatchOptions extends Given {
  readonly zone?: string;
  readonly slug?: string;
  readonly yes?: boolean;
  readonly dryRun?: boolean;
}

/** What became of one thing. */
export interface Outcome {
  readonly from: string;
  readonly format: string;
  readonly kind: Kind;
  /** `valid`: it would be written, but for the dry run. */
  readonly status: 'written' | 'valid' | 'refused';
  readonly file?: string;
  /** Why it is refused, one line each. */
  readonly reasons: readonly string[];
  /** What is still needed, as `--set` takes it. */
  readonly missing: readonly string[];
  readonly issues: readonly Issue[];
  readonly notCarried: readonly NotCarried[];
}

/** Makes a record of a thing where nobody is asked: a valid file that did not stand before, or nothing. */
export function importThing(folder: RegistryFolder, thing: Thing, options: BatchOptions): Outcome {
  const { imported, format } = thing;
  const { kind, notCarried } = imported;
  const about = { from: thingName(thing), format, kind, notCarried, issues: [], missing: [] };
  const { registry } = load(folder);
  try {
    const data = dataOf(imported, options, registry.config);
    const missing = missingFields(kind, data);
    const asking = askingIn(folder, registry, kind, data);
    const { file, text, issues } = draftRecord(folder, kind, givenId(asking, options, dayOfClock()), data, '');
    const errors = issues.filter(({ severity }) => severity === 'error').map(errorText);
    const alike = options.yes === true ? [] : lookAlikesOf(kind, data, registry).map(({ words }) => words);
    const reasons = [...errors, ...alike.map((words) => `It is spelled like ${words}.`)].map(visible);
    if (reasons.length > 0) return { ...about, status: 'refused', file, reasons, missing, issues };
    if (options.dryRun !== true) writeRecords(folder.root, new Map([[file, text]]));
    return { ...about, status: options.dryRun === true ? 'valid' : 'written', file, reasons, issues };
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return { ...about, status: 'refused', reasons: [error.message] };
  }
}

function errorText({ message, found, expected }: Issue): string {
  return [message, found && `Found: ${found}.`, expected && `Expected: ${expected}.`].filter(Boolean).join(' ');
}

/** What became of a thing, for people. */
export function outcomeText({ from, status, file, reasons, notCarried }: Outcome, shownRoot: string): string {
  const place = file === undefined ? '' : ` ${shownRoot}/${file}`;
  const head = `${from}: ${status}${place}`;
  return [head, ...reasons.map((reason) => `  ${reason}`), indented(notCarriedText(notCarried))].join('\n');
}

/** Why a source could not be read, for people. */
export function unreadText({ source, reason, line, col, excerpt }: Unread): string {
  const place = line === undefined ? '' : `:${line}:${col}`;
  return [`${visible(source.name)}${place}: not read. ${visible(reason)}`, ...excerpt].join('\n');
}

function indented(text: string): string {
  return text.replace(/^/gm, '  ');
}
