import { visible } from '../excerpt.ts';
import { EXIT } from '../exit-code.ts';
import { changeText } from '../mend.ts';
import { prompt } from '../prompts.ts';
import type { RegistryFolder } from '../registry-folder.ts';
import { countText, textReport } from '../report.ts';
import { writeRecords } from '../write-records.ts';
import { lookAlikesOf } from './ask-record.ts';
import type { DraftRecord } from './draft.ts';
import type { Asking } from './questions.ts';

export interface Conclusion {
  readonly folder: RegistryFolder;
  readonly draft: DraftRecord;
  /** Somebody is there who can be asked. */
  readonly asks: boolean;
  readonly options: { readonly yes?: boolean; readonly dryRun?: boolean };
  readonly asking: Asking;
  readonly id: string;
}

/** Writes the draft if nothing is wrong with it; else shows it, so that nothing that was typed is lost. */
export async function conclude({ folder, draft, asks, options, asking, id }: Conclusion): Promise<void> {
  const { file, text, issues, mended } = draft;
  for (const issue of mended) console.error(`mended ${visible(changeText(issue))}`);
  const shownFile = `${folder.shown}/${file}`;
  const grave = issues.filter(({ severity }) => severity !== 'info');
  if (grave.length > 0) console.error(textReport(grave, () => text, folder.shown));
  process.exitCode = EXIT.findings;
  if (grave.some(({ severity }) => severity === 'error')) {
    console.log(text);
    console.error(`${countText(grave)}. Nothing was written; above is what ${shownFile} would have been.`);
    return;
  }
  const alike = asks ? [] : lookAlikesOf(asking.kind, asking.data, asking.registry);
  if (alike.length > 0 && options.yes !== true) {
    console.error(
      `Nothing was written: it is spelled like ${visible(alike.map(({ words }) => words).join(', '))}. If it is something else, say so with --set distinctFrom=${alike[0]?.id}, or --yes.`,
    );
    return;
  }
  process.exitCode = EXIT.fine;
  if (options.dryRun === true) return console.log(text.trimEnd());
  if (asks) {
    prompt.tell(text);
    if (!(await prompt.yes(`Write ${shownFile}?`, true))) return prompt.end('Nothing was written.');
  }
  writeRecords(folder.root, new Map([[file, text]]));
  console.log(shownFile);
  const root = folder.isDefault ? '' : ` --root ${folder.shown}`;
  console.error(`Written. Look at it again with: npm run registry -- show ${id}${root}`);
}
