import { Command } from 'commander';
import pc from 'picocolors';
import { type Diagnosis, GRADES, type Grade } from '../../src/doctor/diagnosis.ts';
import { examine } from '../../src/doctor/examine.ts';
import { readPatient } from '../lib/doctor/patient.ts';
import { visible } from '../lib/excerpt.ts';
import { EXIT } from '../lib/exit-code.ts';
import { registryFolder } from '../lib/registry-folder.ts';

export const doctor = new Command('doctor')
  .description('tell what stands between this copy and its publication: blockers, what should be done, what is fine')
  .option('--json', 'print it as JSON')
  .addHelpText('after', '\nExample:\n  npm run registry -- doctor')
  .action(({ json = false }: { json?: boolean }, command: Command) => {
    const diagnoses = examine(readPatient(registryFolder(command)));
    if (json) console.log(JSON.stringify({ diagnoses }, null, 2));
    else for (const diagnosis of diagnoses) console.log(linesOf(diagnosis));
    const counts = GRADES.map(
      (grade) => `${diagnoses.filter((each) => each.grade === grade).length} ${COUNTED[grade]}`,
    );
    console.error(`${counts.join(', ')}.`);
    process.exitCode = diagnoses.some(({ grade }) => grade === 'blocker') ? EXIT.findings : EXIT.fine;
  });

/** As each grade is called behind a number. */
const COUNTED: Readonly<Record<Grade, string>> = { blocker: 'that block', should: 'that should be done', fine: 'fine' };

/** `pc.createColors` obeys NO_COLOR and asks whether the output is a terminal. */
const colors = pc.createColors(process.stdout.isTTY === true && process.env['NO_COLOR'] === undefined);
const PAINT: Readonly<Record<Grade, (text: string) => string>> = {
  blocker: colors.red,
  should: colors.yellow,
  fine: colors.green,
};

function linesOf({ check, grade, message, fix }: Diagnosis): string {
  const first = `${PAINT[grade](grade.padEnd(8))}${check.padEnd(12)}${visible(message)}`;
  return fix === undefined
    ? first
    : `${first}\n${' '.repeat(20)}${colors.dim(grade === 'fine' ? 'look:' : 'fix:')} ${visible(fix)}`;
}
