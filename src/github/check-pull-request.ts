import { locateFindings } from '../registry/parse.ts';
import { RULES_BY_ID } from '../rules/index.ts';
import type { Finding, Issue } from '../rules/rule.ts';
import type { Kind } from '../schema/kinds.ts';
import { areaOf, insidePath, scopeOf } from './area.ts';
import { checkOfRule } from './check-of-rule.ts';
import { checkOutcomes } from './check-outcomes.ts';
import { immutabilityFindings } from './immutability.ts';
import { mergeRegistry } from './merged-registry.ts';
import type { FileDifference, PullRequestInput } from './pull-request-input.ts';
import type { ChangedFile, PullRequestReport, ReportedIssue } from './pull-request-report.ts';
import { recordChanges } from './record-changes.ts';
import { MAX_LOOKED_AT, scopeFindings } from './scope-findings.ts';
import { takenFiles } from './taken-files.ts';
import type { TakenFiles } from './taken-lock.ts';
import { isRecordFile, type TouchedFile, touchedFiles } from './touched-records.ts';
import { treeFindings } from './tree-findings.ts';
import { writtenOverlays } from './written-overlays.ts';
import { foreignZoneFindings } from './zone-findings.ts';

/**
 * Everything that is to be said of a pull request: of its files as such, of each record, and of the registry as it will be. Every finding is
 * collected. Pure: no content of the pull request is more than data here.
 */
export function checkPullRequest(whole: PullRequestInput): PullRequestReport {
  const { base, head, folder, differences } = whole;
  const taken = takenFiles(whole);
  const input = { ...whole, differences: lookedAt(whole, taken) };
  const asFiles = [...scopeFindings(whole, taken.files), ...treeFindings(input)];
  const touched = touchedFiles(input, refusedPaths(asFiles));
  const records = touched.filter(isRecordFile);
  const written = writtenOverlays(whole);
  // What the other copy does with its records is its to decide.
  const own = records.filter(({ file }) => !taken.files.has(file) && !written.has(file));
  const { target, merged, findings } = mergeRegistry(input, touched);
  const asRegistry = [
    ...conflicts(touched),
    ...taken.findings,
    ...findings,
    ...immutabilityFindings(own, target, merged),
    ...foreignZoneFindings(own, target, merged),
  ];
  const issues = reported(asFiles, withoutRepeats(asRegistry), input);
  return {
    base,
    head,
    passed: !issues.some(({ severity }) => severity === 'error'),
    scope: scopeOf(differences.map(({ path }) => areaOf(path, folder))),
    files: differences.map((difference) =>
      changedFile(difference, taken.files.has(insidePath(difference.path, folder) ?? '')),
    ),
    records: recordChanges(records),
    zones: [...new Set(records.map(({ role }) => role.zone))].toSorted(),
    kinds: [...new Set(records.map(({ role }) => role.kind))].toSorted() as Kind[],
    checks: checkOutcomes(issues, touched),
    issues,
  };
}

/** As many as can be judged one by one, and beside them all that a synchronization has brought. */
function lookedAt({ differences, folder }: PullRequestInput, { files }: TakenFiles): readonly FileDifference[] {
  let left = MAX_LOOKED_AT;
  return differences.filter(({ path }) => files.has(insidePath(path, folder) ?? '') || left-- > 0);
}

/** Files of which nothing is read: their path or mode alone is reason to refuse them. */
function refusedPaths(findings: readonly Finding[]): ReadonlySet<string> {
  const refusing = new Set(['pr-file-mode', 'pr-path']);
  // That a file is marked as a program says nothing about what is in it.
  const refused = findings.filter(({ rule, code }) => refusing.has(rule) && code !== 'executable');
  return new Set(refused.map(({ file }) => file));
}

/** Files that both sides have changed, to different contents. */
function conflicts(touched: readonly TouchedFile[]): Finding[] {
  return touched.flatMap(({ file, difference: { before, after, target } }) => {
    const isBoth = target?.hash !== before?.hash && target?.hash !== after?.hash;
    return isBoth ? [{ rule: 'pr-conflict', code: 'both', file, offset: 0 }] : [];
  });
}

/** That an id was another's is said of the new file; that the other then has the id of a record would say it again elsewhere. */
function withoutRepeats(findings: readonly Finding[]): Finding[] {
  const aliased = new Set(
    findings.flatMap(({ rule, code, found }) => (rule === 'pr-id' && code === 'aliased' ? found : [])),
  );
  return findings.filter(
    ({ code, rule, found }) => rule !== 'identity' || code !== 'formerLive' || !aliased.has(found),
  );
}

/** Findings with their places, in the order of files and lines; those of files that the pull request does not touch come last. */
function reported(
  asFiles: readonly Finding[],
  asRegistry: readonly Finding[],
  input: PullRequestInput,
): ReportedIssue[] {
  const { differences, folder } = input;
  const texts = new Map(differences.map((difference) => [insidePath(difference.path, folder), difference]));
  const inRegistry = locateFindings(asRegistry, RULES_BY_ID, (file) =>
    texts.has(file) ? headText(texts.get(file)) : input.textOf(file),
  );
  const issues = [
    ...locateFindings(asFiles, RULES_BY_ID, () => undefined),
    ...inRegistry.map((issue) => ({ ...issue, file: folder === '' ? issue.file : `${folder}/${issue.file}` })),
  ];
  const changed = new Set(differences.map(({ path }) => path));
  return issues
    .map((issue) => ({ ...issue, check: changed.has(issue.file) ? checkOfRule(issue.rule) : 'registry' }) as const)
    .toSorted((a, b) => Number(changed.has(b.file)) - Number(changed.has(a.file)) || byPlace(a, b));
}

function byPlace(a: Issue, b: Issue): number {
  return a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line || a.col - b.col;
}

const UTF8 = new TextDecoder('utf-8', { ignoreBOM: true });

/** A file's text in the pull request, for places and excerpts. */
export function headText(difference: FileDifference | undefined): string | undefined {
  const bytes = difference?.after?.bytes;
  return bytes === undefined ? undefined : UTF8.decode(bytes);
}

function changedFile({ path, before, after }: FileDifference, isTaken: boolean): ChangedFile {
  const file = { path, ...(isTaken ? { taken: true as const } : {}) };
  if (before === undefined) return { ...file, status: 'added' };
  if (after === undefined) return { ...file, status: 'deleted' };
  const isTyped = before.mode.slice(0, 3) !== after.mode.slice(0, 3);
  return { ...file, status: isTyped ? 'type-changed' : 'modified' };
}
