import type { z } from 'zod';
import { type Finding, shown } from '../rules/rule.ts';
import { type ChangeEvent, type ChangeHistory, changeEventSchema, changesHeadSchema } from '../schema/change.ts';
import { decodeText } from './bytes.ts';
import type { ParsedFile } from './parse.ts';

/** A line is some 150 bytes: room for 200,000 changes. */
export const MAX_CHANGES_BYTES = 32 * 1024 * 1024;

/** At most this many findings: a file that is not ours has one a line. */
const MAX_FINDINGS = 20;

/** Parses `observed/changes.jsonl`: a head, then one event a line. Never throws. */
export function parseChangesFile(file: string, bytes: Uint8Array): ParsedFile {
  const { text, findings } = decodeText(file, bytes, MAX_CHANGES_BYTES);
  if (text === undefined || findings.length > 0) return { data: undefined, findings };
  const faults: Finding[] = [];
  const events: ChangeEvent[] = [];
  let commit = '';
  let offset = 0;
  for (const line of text.replace(/\n$/, '').split('\n')) {
    const at = { file, offset };
    if (offset === 0) commit = parseLine(line, changesHeadSchema, 'head', at, faults)?.commit ?? '';
    else {
      const event = parseLine(line, changeEventSchema, 'event', at, faults);
      if (event !== undefined) events.push(event);
    }
    offset += line.length + 1;
  }
  if (faults.length > 0) return { data: undefined, findings: faults.slice(0, MAX_FINDINGS) };
  return { data: { commit, events } satisfies ChangeHistory, findings: [] };
}

function parseLine<S extends z.ZodType>(
  line: string,
  schema: S,
  code: 'head' | 'event',
  at: { readonly file: string; readonly offset: number },
  faults: Finding[],
): z.infer<S> | undefined {
  const parsed = schema.safeParse(jsonOf(line));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const field = issue?.path.join('.') ?? '';
  faults.push({
    rule: 'change-log',
    code: field === '' ? code : 'field',
    ...at,
    values: { field },
    found: shown(line),
  });
  return undefined;
}

/** The value of a text, or nothing where it is no JSON: no schema takes that. */
export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
