import { EXIT } from '../exit-code.ts';
import type { RegistryFolder } from '../registry-folder.ts';
import { type BatchOptions, importThing, outcomeText, unreadText } from './batch.ts';
import type { ReadSources } from './read.ts';

export interface ImportOptions extends BatchOptions {
  /** Reports in JSON, and asks nothing. */
  readonly json?: boolean;
}

/** Each record on its own: one that will not do does not keep the others from being written. */
export function importAll(folder: RegistryFolder, { things, unread }: ReadSources, options: ImportOptions): void {
  const outcomes = things.map((thing) => {
    const outcome = importThing(folder, thing, options);
    if (options.json !== true) console.log(outcomeText(outcome, folder.shown));
    return outcome;
  });
  const refused = outcomes.filter(({ status }) => status === 'refused').length;
  process.exitCode = refused + unread.length > 0 ? EXIT.findings : EXIT.fine;
  if (options.json === true) {
    const notRead = unread.map(({ source, reason, line, col }) => ({ from: source.name, reason, line, col }));
    console.log(JSON.stringify({ version: 1, records: outcomes, unread: notRead }, null, 2));
    return;
  }
  for (const each of unread) console.error(unreadText(each));
  const done = options.dryRun === true ? 'would be written' : 'written';
  console.error(`${outcomes.length - refused} ${done}, ${refused} refused, ${unread.length} not read.`);
}
