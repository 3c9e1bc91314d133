import type { ZoneFiles } from '../../../src/setup/zones/zone-state.ts';
import { visible } from '../excerpt.ts';
import type { RegistryFolder } from '../registry-folder.ts';

/** Stands for an address that nobody has told: steps are for people elsewhere, to whom that of this machine says nothing. */
export const UNTOLD_ADDRESS = 'ADDRESS-OF-THIS-COPY';

interface ZoneChange {
  readonly files: ZoneFiles;
  /** Why nothing was written. */
  readonly faults: readonly string[];
  readonly lines: readonly string[];
  /** What is left to do. */
  readonly steps: readonly string[];
}

interface PrintOptions {
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

/** Tells what a command did with zones, or would do: files on the output, and beside it what that means and what is left to do. */
export function printZoneChange(
  folder: RegistryFolder,
  { files, faults, lines, steps }: ZoneChange,
  facts: Readonly<Record<string, unknown>>,
  { dryRun = false, json = false }: PrintOptions,
): void {
  const writes = !dryRun && faults.length === 0;
  if (json) {
    const written = writes ? files.size : 0;
    console.log(
      JSON.stringify(
        { version: 1, dryRun, filesWritten: written, ...facts, files: [...files.keys()], faults, steps },
        null,
        2,
      ),
    );
    return;
  }
  for (const fault of faults) console.error(visible(fault));
  if (faults.length > 0) {
    console.error('Nothing was written.');
    return;
  }
  for (const [file, text] of files) console.log(visible(`${verb(text, dryRun)} ${folder.shown}/${file}`));
  for (const line of lines) console.error(visible(line));
  if (steps.length > 0) console.error('What is left to do:');
  for (const [index, step] of steps.entries()) console.error(visible(`  ${index + 1}. ${step}`));
}

function verb(text: string | undefined, dryRun: boolean): string {
  if (text === undefined) return dryRun ? 'would remove' : 'removed';
  return dryRun ? 'would write' : 'wrote';
}
