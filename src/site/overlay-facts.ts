import { sha256 } from '../federation/sha256-node.ts';
import { type ChangeInWords, createChangeWords } from '../i18n/change-words.ts';
import { compareRecords } from '../registry/change/compare-records.ts';
import { type Fields, sameData } from '../registry/change/data.ts';
import type { FieldChange } from '../registry/change/field-change.ts';
import { applyOverlay, type StaleField, staleFields, stepsOf } from '../registry/overlay/overlay.ts';
import { foreignOverlays, withOverlay } from '../registry/overlay/shown-registry.ts';
import type { AnyRecord, OverlayRecord } from '../schema/registry.ts';
import type { Site } from './make-site.ts';
import { nameIn } from './names.ts';

/** What this copy says otherwise about a record of another one. */
export interface OverlayFacts {
  /** The overlay's path inside the registry folder. */
  readonly file: string;
  /** False where the record would not fit its schema with the overlay: it is shown as its writer says it. */
  readonly isApplied: boolean;
  readonly fields: readonly OverlayField[];
}

/** `before`: what the other copy says now; `after`: what the overlay says. Of what both say alike, one of the two is shown. */
export interface OverlayField extends ChangeInWords {
  /** The other copy has changed it after the overlay was written. */
  readonly isStale: boolean;
  /** The other copy says by now what the overlay says. */
  readonly isSame: boolean;
}

/** The fields in which a record is said otherwise than by its writer; `undefined` where it is shown as it is, and nothing is to be looked at. */
export function overlayFacts({ kind, id }: AnyRecord, lang: string, site: Site): OverlayFacts | undefined {
  const isMeant = (other: { readonly kind: string; readonly id: string }) => other.kind === kind && other.id === id;
  const overlay = foreignOverlays(site.written).find(isMeant);
  const written = overlay === undefined ? undefined : site.written.records.find(isMeant);
  if (overlay === undefined || written === undefined) return undefined;
  const words = createChangeWords(lang, site.strings(lang), (vocabulary, term) => {
    const label = site.registry.vocabularies[vocabulary]?.terms[term]?.label;
    return label === undefined ? undefined : nameIn(label, lang, site.languages).text;
  });
  const { changes, isApplied } = changesOf(written, overlay);
  const fields = changes.map(({ change, ...state }) => ({ ...words(kind, change), ...state }));
  return fields.length === 0 ? undefined : { file: overlay.file, isApplied, fields };
}

/** Every difference, and what the other copy has changed to the same by now. */
function changesOf(written: AnyRecord, { data: overlay }: OverlayRecord) {
  const theirs = written.data as Fields;
  const shown = withOverlay(written, overlay)?.data as Fields | undefined;
  const stale = staleFields(overlay, theirs, sha256);
  const differing = compareRecords(written.kind, theirs, shown ?? applyOverlay(theirs, overlay)).map((change) => ({
    change,
    isStale: stale.some((field) => isAbout(field, change)),
    isSame: false,
  }));
  const settled = stale
    .filter(({ now, ours }) => sameData(now, ours))
    .map(({ path, now, ours }) => ({
      change: { path: stepsOf(path), ...(now === undefined ? {} : { before: now, after: ours }) },
      isStale: true,
      isSame: true,
    }));
  return { changes: [...differing, ...settled], isApplied: shown !== undefined };
}

/** True where a change is in the field, or the field in what changed: lists are taken whole by an overlay, and compared by item. */
function isAbout({ path }: StaleField, change: FieldChange): boolean {
  const steps = stepsOf(path);
  const common = Math.min(steps.length, change.path.length);
  return steps.slice(0, common).every((step, depth) => step === String(change.path[depth]));
}
