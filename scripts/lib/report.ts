import pc from 'picocolors';
import { type Issue, SEVERITIES, type Severity } from '../../src/rules/rule.ts';
import { excerpt, visible } from './excerpt.ts';

/** `pc.createColors` obeys NO_COLOR and asks whether the output is a terminal. */
const colors = pc.createColors(process.stdout.isTTY === true && process.env['NO_COLOR'] === undefined);
const PAINT: Readonly<Record<Severity, (text: string) => string>> = {
  error: colors.red,
  warning: colors.yellow,
  info: colors.cyan,
};

/** Findings for people: place, excerpt with a caret, found, expected, remedy. An empty root: files are named as they are. */
export function textReport(
  issues: readonly Issue[],
  textOf: (file: string) => string | undefined,
  shownRoot: string,
): string {
  return issues
    .map((issue) => {
      const place = visible(`${below(shownRoot, issue.file)}:${issue.line}:${issue.col}`);
      const rows: [string, string | undefined][] = [
        ['found', issue.found],
        ['expected', issue.expected],
        ['remedy', issue.hint],
      ];
      return [
        `${colors.bold(place)} ${PAINT[issue.severity](issue.severity)} ${visible(issue.message)} ${colors.dim(`[${issue.rule}]`)}`,
        ...excerpt(textOf(issue.file), issue.line, issue.col),
        ...rows.flatMap(([name, value]) =>
          value === undefined ? [] : [`        ${`${name}:`.padEnd(10)}${visible(value)}`],
        ),
        '',
      ].join('\n');
    })
    .join('\n');
}

/** Workflow commands by which GitHub puts findings on the lines of a pull request. */
export function githubReport(issues: readonly Issue[], shownRoot: string): string {
  const level: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' };
  return issues
    .map(({ severity, file, line, col, rule, message, expected, hint }) => {
      const text = [message, expected && `Expected: ${expected}.`, hint].filter(Boolean).join(' ');
      return `::${level[severity]} file=${visible(property(below(shownRoot, file)))},line=${line},col=${col},title=${property(rule)}::${data(visible(text))}`;
    })
    .join('\n');
}

function below(root: string, file: string): string {
  return root === '' ? file : `${root}/${file}`;
}

/** `2 errors, 1 warning`. */
export function countText(issues: readonly Issue[]): string {
  return SEVERITIES.map((severity) => {
    const count = issues.filter((issue) => issue.severity === severity).length;
    return severity === 'info' ? (count > 0 ? `${count} info` : '') : `${count} ${severity}${count === 1 ? '' : 's'}`;
  })
    .filter(Boolean)
    .join(', ');
}

/** Escapes of workflow commands: https://docs.github.com/actions/reference/workflow-commands-for-github-actions */
function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
