import { Option } from 'commander';
import { EXIT } from '../exit-code.ts';
import { githubReport } from '../report.ts';
import type { Checked } from './check-revisions.ts';
import { reportText } from './report-text.ts';

/** `--format` of the commands that check a pull request. */
export function checkFormatOption(): Option {
  return new Option('--format <format>', 'how the result is printed: for people, for programs, as annotations')
    .choices(['text', 'json', 'github'])
    .default('text');
}

/** Prints what was found, and sets the exit code that it asks for. */
export function printChecked(checked: Checked, format: string): void {
  const { report } = checked;
  if (format === 'json') console.log(JSON.stringify(report, null, 2));
  else if (format === 'text') console.log(reportText(checked));
  else if (report.issues.length > 0) console.log(githubReport(report.issues, ''));
  process.exitCode = report.passed ? EXIT.fine : EXIT.findings;
}
