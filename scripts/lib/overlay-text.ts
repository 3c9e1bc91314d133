import { Document, parseDocument } from 'yaml';
import { sha256 } from '../../src/federation/sha256-node.ts';
import type { Fields } from '../../src/registry/change/data.ts';
import { YAML_STYLE } from '../../src/registry/format.ts';
import { createOverlay } from '../../src/registry/overlay/overlay.ts';
import type { Overlay } from '../../src/schema/overlay.ts';

/** A field as it is to be shown; `null`: left out. */
export interface Said {
  readonly path: readonly string[];
  readonly value: unknown;
}

/**
 * The text of an overlay with more said in it. Comments stay. With nothing more to say, every field counts as looked at: it is kept, on what the
 * other copy says now.
 * @param base the record as the other copy writes it
 * @param text the overlay as it stands, a sound one
 */
export function overlayText(base: Fields, said: readonly Said[], text?: string): string {
  const document = text === undefined ? new Document({ schemaVersion: 1, patch: {}, base: {} }) : parseDocument(text);
  for (const { path, value } of said) document.setIn(['patch', ...path], document.createNode(value));
  const { patch, base: known } = document.toJS() as Overlay;
  const now = createOverlay(base, patch, sha256).base;
  const spoken = new Set(said.map(({ path }) => pointerBeginning(path)));
  const isSpoken = (pointer: string) => [...spoken].some((each) => `${pointer}/`.startsWith(each));
  // What was not spoken of may be stale, and nobody has looked.
  const kept = (pointer: string) => (said.length === 0 || isSpoken(pointer) ? undefined : known[pointer]);
  const hashes = Object.entries(now).map(([pointer, hash]) => [pointer, kept(pointer) ?? hash] as const);
  document.set('base', document.createNode(Object.fromEntries(hashes)));
  return document.toString(YAML_STYLE);
}

function pointerBeginning(path: readonly string[]): string {
  return path
    .map((step) => `/${step.replaceAll('~', '~0').replaceAll('/', '~1')}`)
    .join('')
    .concat('/');
}
