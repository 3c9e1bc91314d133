import { checkRegistry, REGISTRY_RULES } from '../../rules/index.ts';
import { fieldName } from '../../rules/phrase.ts';
import { type Finding, type RuleContext, shown } from '../../rules/rule.ts';
import { KINDS } from '../../schema/kinds.ts';
import { type AnyRecord, type OverlayRecord, type Registry, recordKey } from '../../schema/registry.ts';
import type { Fields } from '../change/data.ts';
import { checkShape } from '../check-shape.ts';
import type { Sha256 } from '../content-hash.ts';
import { applyOverlay, staleFields, stepsOf } from './overlay.ts';
import { foreignOverlays, withOverlay } from './shown-registry.ts';

/** A record of another copy with what this copy says otherwise. */
interface Overlaid {
  readonly record: AnyRecord;
  readonly overlay: OverlayRecord;
}

/** Rules that judge a record by itself: what they find only with the overlay is the overlay’s fault. */
const RULES = REGISTRY_RULES.filter(({ each }) => each);

/**
 * What is wrong with overlays, at their places in the overlays’ files: fields that the other copy has changed since, and what a record would be
 * faulted for with the overlay that it is not faulted for without. `undefined` overlays cost nothing.
 */
export function overlayFindings(registry: Registry, context: RuleContext, sha256: Sha256): Finding[] {
  if (registry.overlays.length === 0) return [];
  const records = new Map(registry.records.map((record) => [recordKey(record.kind, record.id), record]));
  const overlaid = foreignOverlays(registry).flatMap((overlay): Overlaid[] => {
    const record = records.get(recordKey(overlay.kind, overlay.id));
    return record === undefined ? [] : [{ record, overlay }];
  });
  return [...overlaid.flatMap((each) => staleOrUnfit(each, sha256)), ...ruleFindings(registry, overlaid, context)];
}

/** A stale overlay that does not fit is not applied until somebody looks at it: the other copy shall not stop the site by a change. */
function staleOrUnfit({ record, overlay }: Overlaid, sha256: Sha256): Finding[] {
  const data = record.data as Fields;
  const stale = staleFields(overlay.data, data, sha256);
  if (stale.length > 0)
    return stale.map(({ path, now }) => {
      const steps = stepsOf(path);
      const values = { field: fieldName(steps) };
      const at = { rule: 'overlay-stale', file: overlay.file, path: ['patch', ...steps], atKey: true, values };
      return now === undefined ? { ...at, code: 'gone' } : { ...at, code: 'changed', found: shown(now) };
    });
  const { findings } = checkShape(overlay.file, applyOverlay(data, overlay.data), KINDS[overlay.kind].schema);
  return findings.map((finding) => inPatch(finding, overlay.file));
}

function ruleFindings(registry: Registry, overlaid: readonly Overlaid[], context: RuleContext): Finding[] {
  const files = new Map(overlaid.map(({ record, overlay }) => [record.file, overlay.file]));
  const found = (records: readonly AnyRecord[]) =>
    checkRegistry({ ...registry, records, drafts: [] }, { ...context, only: new Set(files.keys()) }, RULES);
  const without = new Set(found(overlaid.map(({ record }) => record)).map(nameOf));
  const shownRecords = overlaid.flatMap(({ record, overlay }) => withOverlay(record, overlay.data) ?? []);
  return found(shownRecords).flatMap((finding) => {
    const file = files.get(finding.file);
    return file === undefined || without.has(nameOf(finding)) ? [] : [inPatch(finding, file)];
  });
}

/** At the same field of the patch; a remedy that a program could write would be written into a record. */
function inPatch({ offset: _, fix: __, path = [], ...finding }: Finding, file: string): Finding {
  return { ...finding, file, path: ['patch', ...path] };
}

function nameOf({ rule, code, file, path = [], values = {}, found = '' }: Finding): string {
  return JSON.stringify([rule, code, file, path, values, found]);
}
