import type { Document } from 'yaml';
import type { Kind } from '../../schema/kinds.ts';

/** One step between two versions of the data model. */
export interface Migration {
  readonly from: number;
  readonly to: number;
  readonly title: string;
  readonly why: string;
  /**
   * The document in the later version; the given one stays as it is. Comments stay, and nodes keep their places in the text. What is in the
   * later version already stays as it is, too.
   */
  readonly migrate: (document: Document.Parsed, kind: Kind) => Document.Parsed;
}
