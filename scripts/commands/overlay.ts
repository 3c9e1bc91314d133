import { Command, Option } from 'commander';
import type { Fields } from '../../src/registry/change/data.ts';
import { overlayFile } from '../../src/registry/overlay/overlay.ts';
import { zoneProblem } from '../../src/rules/zone-authority.ts';
import { KIND_NAMES, type Kind } from '../../src/schema/kinds.ts';
import { splitId } from '../../src/schema/registry.ts';
import { refuseNewErrors } from '../lib/change.ts';
import { visible } from '../lib/excerpt.ts';
import { EXIT, UsageError } from '../lib/exit-code.ts';
import { type FoundRecord, findRecord } from '../lib/find-record.ts';
import { collectField, collectValue } from '../lib/overlay-options.ts';
import { overlayText, type Said } from '../lib/overlay-text.ts';
import { load, type RegistryFolder, registryFolder } from '../lib/registry-folder.ts';
import { recordText, writeRecords } from '../lib/write-records.ts';

interface OverlayOptions {
  readonly set: readonly Said[];
  readonly leaveOut: readonly Said[];
  readonly kind?: Kind;
  readonly dryRun?: boolean;
}

export const overlay = new Command('overlay')
  .description(
    'say something otherwise about a record that another copy writes, or keep what is said: it was looked at',
  )
  .argument('<id>', 'the record’s id, as ca/gc-notify or project/ca/gc-notify')
  .option('--set <field=value>', 'what is shown here, as summary.fr="…"; a list or map as JSON', collectValue, [])
  .option('--leave-out <field>', 'a field that is not shown here', collectField, [])
  .addOption(new Option('--kind <kind>', 'the kind, where several kinds have this id').choices(KIND_NAMES))
  .option('--dry-run', 'print the overlay, write nothing')
  .addHelpText(
    'after',
    '\nExamples:\n  npm run registry -- overlay ca/gc-notify --set summary.mi="…"\n  npm run registry -- overlay ca/gc-notify    (after they changed what is said otherwise here, and ours stays)',
  )
  .action((name: string, { set, leaveOut, kind, dryRun = false }: OverlayOptions, command: Command) => {
    const folder = registryFolder(command);
    const loaded = load(folder);
    const { registry } = loaded;
    const target = findRecord({ registry, folder, kind }, name);
    if (zoneProblem(registry, splitId(target.id).zone) === undefined)
      throw new UsageError(`This copy writes ${target.id} itself: correct ${folder.shown}/${target.file}.`);
    const record = registry.records.find(({ file }) => file === target.file);
    if (record === undefined) throw new UsageError(`${folder.shown}/${target.file} is not sound: run validate.`);
    const file = overlayFile(target.kind, target.id);
    const isSound = registry.overlays.some((each) => each.file === file);
    const text = overlayText(
      record.data as Fields,
      [...set, ...leaveOut],
      textOf(folder, target, isSound, set, leaveOut),
    );
    refuseNewErrors(folder, loaded, new Map([[file, text]]));
    if (dryRun) process.stdout.write(text);
    else writeRecords(folder.root, new Map([[file, text]]));
    console.error(visible(`${dryRun ? 'would write' : 'wrote'} ${folder.shown}/${file}`));
    process.exitCode = EXIT.fine;
  });

/** The overlay as it stands; throws a {@link UsageError} where there is none to look at, or none that can be read. */
function textOf(
  { root, shown }: RegistryFolder,
  { kind, id }: FoundRecord,
  isSound: boolean,
  ...said: readonly (readonly Said[])[]
): string | undefined {
  const file = overlayFile(kind, id);
  const text = recordText(root, file);
  if (text !== undefined && !isSound)
    throw new UsageError(`${shown}/${file} is not sound: mend what validate says of it.`);
  if (text === undefined && said.flat().length === 0)
    throw new UsageError(`Nothing is said otherwise about ${id} yet: registry overlay ${id} --set field=value`);
  return text;
}
