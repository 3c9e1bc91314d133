import type { RecordName } from '../../src/registry/change/redirect-references.ts';
import type { ReferencePlan } from '../../src/registry/change/rename.ts';
import { roleOf } from '../../src/registry/files.ts';
import { type Drafts, findingsOf, type LoadedRegistry, locateIn } from '../../src/registry/load-fs.ts';
import { fillTemplate } from '../../src/rules/english.ts';
import { isAtLeast, RULES_BY_ID } from '../../src/rules/index.ts';
import type { Finding } from '../../src/rules/rule.ts';
import { zoneAuthority, zoneProblem } from '../../src/rules/zone-authority.ts';
import type { Registry } from '../../src/schema/registry.ts';
import { visible } from './excerpt.ts';
import { UsageError } from './exit-code.ts';
import type { RecordTexts } from './record-texts.ts';
import { load, type RegistryFolder } from './registry-folder.ts';

/** Why this copy may not write a file, in the words of the rule, or `undefined` where it may. */
function whyForeign(registry: Registry, file: string): string | undefined {
  const role = roleOf(file);
  if (role.type !== 'record') return undefined;
  const problem = zoneProblem(registry, role.zone);
  return problem && fillTemplate(zoneAuthority.messages[problem.code] ?? '', { zone: role.zone });
}

/** Throws a {@link UsageError} where one of the files belongs to another registry. */
export function refuseForeign(registry: Registry, folder: RegistryFolder, files: Iterable<string>): void {
  for (const file of files) {
    const problem = whyForeign(registry, file);
    if (problem === undefined) continue;
    throw new UsageError(`${visible(`${folder.shown}/${file}`)} would change. ${problem} ${zoneAuthority.doc.mend}`);
  }
}

/** Throws a {@link UsageError} that names every file that speaks of a record and cannot be read. */
export function refuseUnsound(
  { unsound }: Pick<ReferencePlan, 'unsound'>,
  { unreadable }: RecordTexts,
  { id }: RecordName,
  folder: RegistryFolder,
): void {
  const unread = [...unreadable].filter(([, text]) => text.includes(id)).map(([file]) => file);
  const files = [...unsound, ...unread].map((file) => visible(`${folder.shown}/${file}`));
  if (files.length === 0) return;
  throw new UsageError(
    `${files.join(', ')} may refer to ${visible(id)} and cannot be read. Nothing was written: mend what validate says of it first.`,
  );
}

/**
 * Throws a {@link UsageError} where what would be written has errors that are not there now, so that a change never leaves a registry worse
 * than it found it.
 * @param moved what a file was called before
 * @param wayOut what to do about it
 */
export function refuseNewErrors(
  folder: RegistryFolder,
  before: LoadedRegistry,
  drafts: Drafts,
  moved: ReadonlyMap<string, string> = new Map(),
  wayOut = '',
): void {
  const lines = newErrorLines(folder, before, drafts, moved);
  if (lines.length === 0) return;
  throw new UsageError(
    `Nothing was written, for the registry would have new errors:\n${lines.join('\n')}${wayOut === '' ? '' : `\n${wayOut}`}`,
  );
}

/** The errors that what would be written has and that are not there now, a line each. */
export function newErrorLines(
  folder: RegistryFolder,
  before: LoadedRegistry,
  drafts: Drafts,
  moved: ReadonlyMap<string, string> = new Map(),
): string[] {
  const after = load(folder, drafts);
  const known = new Set(errorsOf(before).map((finding) => keyOf(finding)));
  const found = errorsOf(after).filter((finding) => !known.has(keyOf(finding, moved.get(finding.file))));
  return locateIn(after, found)
    .map(({ file, line, message, hint = '', rule }) => `  ${folder.shown}/${file}:${line} ${message} ${hint} [${rule}]`)
    .map(visible);
}

function errorsOf(loaded: LoadedRegistry): Finding[] {
  return findingsOf(loaded).filter(({ rule }) => isAtLeast(rule, 'error'));
}

function keyOf({ rule, code, file, path = [], values = {} }: Finding, formerFile = file): string {
  return [
    rule,
    code,
    formerFile,
    path.join('.'),
    fillTemplate(RULES_BY_ID.get(rule)?.messages[code] ?? '', values),
  ].join(' ');
}
