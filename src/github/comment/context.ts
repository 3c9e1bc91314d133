import type { PartialStrings } from '../../i18n/strings.ts';
import type { Translator } from '../../i18n/t.ts';
import type { FieldChange } from '../../registry/change/field-change.ts';
import type { Issue } from '../../rules/rule.ts';
import type { Kind } from '../../schema/kinds.ts';
import type { Policy } from '../policy.ts';
import type { RecordLookup } from '../record-lookup.ts';

/** A finding in words of the contributor's language; may carry words of the contributor. */
export interface FindingWords {
  readonly message: string;
  readonly found?: string;
  readonly expected?: string;
  readonly hint?: string;
}

/** A change of one field in words; may carry words of the contributor. */
export interface ChangeWords {
  readonly field: string;
  readonly before?: string;
  readonly after?: string;
}

/** What the host knows of a pull request, and the report does not. */
export interface HostFacts {
  /** The workflows of a first contribution wait for a maintainer. */
  readonly waitsForApproval?: boolean;
  /** It cannot be merged into the target as it stands. */
  readonly conflict?: boolean;
  readonly held?: boolean;
  readonly draft?: boolean;
}

/** The branch that the pull request comes from: `owner/repository`, as the host tells it. */
export interface HeadBranch {
  readonly repository: string;
  readonly branch: string;
}

/** What the comment is written with, besides the report. */
export interface CommentContext {
  /** The translator and all strings of the contributor's language, words of the schema and the rules included. */
  readonly t: Translator;
  readonly strings: PartialStrings;
  readonly findingWords: (issue: Issue) => FindingWords;
  readonly changeWords: (kind: Kind, change: FieldChange) => ChangeWords;
  readonly lookup: RecordLookup;
  readonly policy: Policy;
  /** Web page of the repository that the pull request goes to, without a slash at its end. */
  readonly repository: string;
  /** Where a contributor may edit the files in the browser; absent where the head's repository is gone. */
  readonly head?: HeadBranch;
  /** Address of the published site, ending in a slash. */
  readonly siteUrl?: string;
  /** Where help is: a page or a mailto address. */
  readonly contactUrl?: string;
  /** Web page of the run that wrote the comment, with all findings. */
  readonly logUrl?: string;
  readonly facts?: HostFacts;
  /** Who was asked to review, as names at the host. */
  readonly reviewers?: readonly string[];
  /** Where a zone is written that is not ours: a page or the address of that copy, as the settings and locks of the base tell it. */
  readonly writerOf?: (zone: string) => string | undefined;
  /** When it would be merged without a person: an ISO time; absent where a person merges. */
  readonly mergesAt?: string;
}
