import { canonical } from '../registry/canonical-json.ts';
import type { AnyRecord } from '../schema/registry.ts';

/** A record as one line of JSON: `id`, `kind`, `zone`, then its `data` with keys in order, and its text where it has one. */
export function recordLine({ id, kind, zone, data, body }: AnyRecord): string {
  const text = body === undefined ? '' : `,"body":${canonical(body.trim())}`;
  return `{"id":${canonical(id)},"kind":${canonical(kind)},"zone":${canonical(zone)},"data":${canonical(data)}${text}}`;
}

/** Records as one JSON array, each on a line of its own, so that two states can be compared by lines. */
export function asJson(lines: readonly string[]): string {
  return lines.length === 0 ? '[]\n' : `[\n${lines.join(',\n')}\n]\n`;
}

/** Records as JSON lines. */
export function asJsonLines(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join('');
}
