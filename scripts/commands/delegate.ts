import { Command, Option } from 'commander';
import { isSpdxExpression } from '../../src/rules/spdx.ts';
import { slug } from '../../src/schema/primitives.ts';
import { fieldProblem } from '../lib/ask-fields.ts';
import { visible } from '../lib/excerpt.ts';
import { UsageError } from '../lib/exit-code.ts';
import { registryFolder } from '../lib/registry-folder.ts';
import { alone } from '../lib/sync/alone.ts';
import { type DelegateOptions, delegateZones } from '../lib/zones/delegate-zones.ts';

export const delegate = new Command('delegate')
  .description(
    'give zones to another copy, or say that another copy writes them now; their records stay, and are taken from there',
  )
  .argument('<zones>', 'the zones, as ca or ca,ca-qc')
  .argument('<address>', 'the address of the copy that writes them from now on')
  .option('--source-id <id>', 'the other copy’s id (default: that of the source at this address, else the first zone)')
  .addOption(
    new Option('--trust <how>', 'how its changes come in (default: review)').choices([
      'observe',
      'review',
      'auto-safe',
    ]),
  )
  .option('--license <spdx...>', 'data licences that are accepted (default: the one of this copy)')
  .option('--move', 'the zones are written by a third copy until now')
  .option(
    '--check',
    'ask the other copy first: that it is there, says that it writes the zones, and has all that stands here',
  )
  .option('--dry-run', 'say what would change, write nothing')
  .option('--json', 'report in JSON')
  .addHelpText(
    'after',
    '\nExamples:\n  npm run registry -- delegate ca https://registry.example.ca/ --check\n  npm run registry -- delegate ca-qc https://registre.example.qc.ca/ --source-id qc\n  npm run registry -- delegate ca https://new.example.ca/ --move --check',
  )
  .action(async (zoneList: string, address: string, options: DelegateOptions, command: Command) => {
    refuseOptions(options);
    const folder = registryFolder(command);
    const work = () => delegateZones(folder, zoneList, address, options);
    await (options.dryRun === true ? work() : alone(folder.root, work));
  });

function refuseOptions({ sourceId, license = [] }: DelegateOptions): void {
  const problem = sourceId === undefined ? undefined : fieldProblem(slug, 'source-id', sourceId);
  if (problem !== undefined) throw new UsageError(`--source-id: ${visible(problem)}`);
  for (const each of license)
    if (!isSpdxExpression(each)) throw new UsageError(`--license: ${visible(each)} is no SPDX expression, as CC0-1.0.`);
}
