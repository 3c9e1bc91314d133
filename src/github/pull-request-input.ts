import type { Sha256 } from '../federation/protocol.ts';
import type { SourceFile } from '../registry/assemble.ts';

/** What stands at a path in one version of the repository. */
export interface FileVersion {
  /** Six octal digits, as git writes them: 100644 a plain file, 100755 a program, 120000 a link, 160000 a submodule. */
  readonly mode: string;
  /** The full hash of its content. */
  readonly hash: string;
  /** Bytes; absent for a submodule. */
  readonly size?: number;
  /** The content, of a plain file of the registry that is not far too large; nothing else is read. */
  readonly bytes?: Uint8Array;
}

/** A path at which a pull request differs from where its branch left the target’s. */
export interface FileDifference {
  /** From the root of the repository; bytes that are not UTF-8 as `\xFF`. */
  readonly path: string;
  readonly isUtf8: boolean;
  /** Where the branch left the target’s. */
  readonly before?: FileVersion;
  /** In the pull request. */
  readonly after?: FileVersion;
  /** In the target’s branch as it stands now. */
  readonly target?: FileVersion;
}

/** Everything that the check of a pull request looks at, read from git objects. */
export interface PullRequestInput {
  /** Full hash of the commit where the branch left the target’s. */
  readonly base: string;
  /** Full hash of what is proposed. */
  readonly head: string;
  /** The registry’s folder from the root of the repository, without a slash at its end; empty where it is the root itself. */
  readonly folder: string;
  readonly differences: readonly FileDifference[];
  /** The files of the target’s registry as they stand now, parsed; their paths are inside its folder. */
  readonly sources: readonly SourceFile[];
  /** Every path of the target’s tree as it stands now, from the root of the repository. */
  readonly paths: readonly string[];
  /**
   * The branch left the target’s at several commits, as each has taken over from the other: compared with any one of them, a change that undoes
   * what came by the others is not to be seen.
   */
  readonly isCrossed: boolean;
  /** The most files of the registry that one pull request may change. */
  readonly maxFiles: number;
  /** One of this repository’s own programs wrote the branch: files that programs write may change. */
  readonly isOurs: boolean;
  readonly today: string;
  /** By which what was taken from other copies is compared with its lock. */
  readonly sha256: Sha256;
  /** The text of a file of the target’s registry, for the place of what a change causes there. */
  readonly textOf: (file: string) => string | undefined;
}
