import { type ChangeInWords, createChangeWords } from '../i18n/change-words.ts';
import { compareRecords } from '../registry/change/compare-records.ts';
import type { Fields } from '../registry/change/data.ts';
import type { AnyRecord } from '../schema/registry.ts';
import type { Site } from './make-site.ts';
import { nameIn } from './names.ts';

/** What this copy says otherwise about a record of another one. */
export interface OverlayFacts {
  /** The overlay's path inside the registry folder. */
  readonly file: string;
  /** `before`: what the other copy says; `after`: what is shown here. */
  readonly fields: readonly ChangeInWords[];
}

/** The fields in which a record is shown otherwise than its writer says it; `undefined` where it is shown as it is. */
export function overlayFacts({ kind, id, data }: AnyRecord, lang: string, site: Site): OverlayFacts | undefined {
  const isMeant = (other: { readonly kind: string; readonly id: string }) => other.kind === kind && other.id === id;
  const overlay = site.written.overlays.find(isMeant);
  const written = overlay === undefined ? undefined : site.written.records.find(isMeant);
  if (overlay === undefined || written === undefined) return undefined;
  const words = createChangeWords(lang, site.strings(lang), (vocabulary, term) => {
    const label = site.registry.vocabularies[vocabulary]?.terms[term]?.label;
    return label === undefined ? undefined : nameIn(label, lang, site.languages).text;
  });
  const fields = compareRecords(kind, written.data as Fields, data as Fields).map((change) => words(kind, change));
  return fields.length === 0 ? undefined : { file: overlay.file, fields };
}
