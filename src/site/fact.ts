import type { EvidenceSource } from '../i18n/site-info.ts';

export type Answer = 'yes' | 'partly' | 'no' | 'notApplicable' | 'notStated';

/** One row of a table of facts: a question, and what the record says to it. */
export interface Fact {
  readonly label: string;
  /** A judgement where there is one to make; a row that only states facts has none. */
  readonly answer?: Answer;
  readonly text: string;
  /** Language of `text`, where it is not the page's. */
  readonly lang?: string | undefined;
  /** Shown after the text, softly: an SPDX id. */
  readonly code?: string;
  readonly links?: readonly { readonly href: string; readonly text: string; readonly lang?: string | undefined }[];
  readonly source?: EvidenceSource;
}

/** The row of a question that a record says nothing to. */
export function unstated(label: string): Fact {
  return { label, answer: 'notStated', text: '' };
}
