import { SYNC_CHECKS } from '../federation/sync-checks.ts';
import { canonicalJson } from '../registry/canonical-json.ts';
import { contentOf } from '../registry/content-hash.ts';
import { roleOf } from '../registry/files.ts';
import { applyOverlay } from '../registry/overlay/overlay.ts';
import { parseSourceFile } from '../registry/source-file.ts';
import type { Overlay } from '../schema/overlay.ts';
import { recordFile, splitId } from '../schema/registry.ts';
import type { PullRequestInput } from './pull-request-input.ts';
import { settingsInHead, settingsOf, touchedByFile } from './pull-request-settings.ts';

const utf8 = new TextDecoder();

/**
 * Records of a zone that the pull request makes this registry's own, in which nothing changes but that the overlay which stood beside them is
 * written into them: `registry take-back` does it, and what the site shows stays the same. By path inside the registry folder.
 */
export function writtenOverlays(
  input: Pick<PullRequestInput, 'differences' | 'folder' | 'sources' | 'textOf'>,
): ReadonlySet<string> {
  const touched = touchedByFile(input);
  const next = settingsOf(settingsInHead(touched, input.sources));
  const written = [...touched].flatMap(([path, { after: left }]) => {
    const role = roleOf(path);
    if (role.type !== 'overlay' || left !== undefined) return [];
    const { kind, id } = role;
    const file = recordFile(kind, id);
    const bytes = touched.get(file)?.after?.bytes;
    if (bytes === undefined || !SYNC_CHECKS.isOwnZone(splitId(id).zone, next)) return [];
    const overlay = parseSourceFile(path, new TextEncoder().encode(input.textOf(path) ?? '')).parsed.data;
    const before = contentOf(kind, input.textOf(file) ?? '');
    const after = contentOf(kind, utf8.decode(bytes));
    if (overlay === undefined || before === undefined || after === undefined || before.body !== after.body) return [];
    const wanted = applyOverlay(before.data, overlay as Overlay);
    return canonicalJson(wanted) === canonicalJson(after.data) ? [file] : [];
  });
  return new Set(written);
}
