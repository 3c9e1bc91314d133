import type { RegistryConfig } from '../../schema/config.ts';
import type { Kind } from '../../schema/kinds.ts';

/** A record that somebody wants to send: new, or an existing one corrected. Name and text may be hostile. */
export interface Contribution {
  readonly kind: Kind;
  readonly id: string;
  /** What people call it, in any language. */
  readonly name: string;
  /** Path of the file inside the repository: `registry/projects/ca/gc-notify.yaml`. */
  readonly file: string;
  /** The whole file. */
  readonly text: string;
  /** False for the correction of a record that stands already. */
  readonly isNew: boolean;
}

/** What somebody knows of a thing that should be listed, short of a record. */
export interface Suggestion {
  readonly name: string;
  readonly link: string;
  readonly why: string;
}

/** Where a copy takes contributions, as `registry.yaml` and the build say it. */
export interface Doors {
  readonly repository: RegistryConfig['repository'];
  /** The mailbox for people without an account. */
  readonly intake: string | undefined;
}

/**
 * A way to send, with the address that opens it. The host's pages ask for an account; `mail` needs none. `complete` is false where the text
 * did not fit into the address: it is pasted into the page, or goes with the message as the downloaded file.
 * - `prefilled`: the host's page for a new file, with the text in it.
 * - `paste-new`: copy the text, open the page for a new file, paste.
 * - `paste-edit`: copy the text, open the file's page, replace all that stands there.
 * - `issue`: a form of the host.
 * - `mail`: a prepared message.
 */
export type Way =
  | { readonly way: 'prefilled'; readonly address: string }
  | { readonly way: 'paste-new' | 'paste-edit'; readonly address: string; readonly file: string; readonly fork?: Fork }
  | { readonly way: 'issue'; readonly address: string; readonly complete: boolean }
  | { readonly way: 'mail'; readonly address: string; readonly to: string; readonly complete: boolean };

/**
 * Where a copy of the repository is made first, once, on hosts that open no editor to other people without one. `within`: the editor of the
 * repository itself stays closed to them, and they work in their copy.
 */
export interface Fork {
  readonly address: string;
  readonly within: boolean;
}
