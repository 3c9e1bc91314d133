import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { sha256 } from '../../src/federation/sha256-node.ts';
import { createOverlay, staleFields } from '../../src/registry/overlay/overlay.ts';
import { overlayText } from './overlay-text.ts';

const BASE = { name: 'Forms', summary: { en: 'Forms' }, status: 'beta' };
const french = { path: ['summary', 'fr'], value: 'Des formulaires' };

test('the first word said makes the overlay, on what the other copy says now', () => {
  const text = overlayText(BASE, [french, { path: ['status'], value: null }]);
  expect(parse(text)).toEqual(createOverlay(BASE, { summary: { fr: 'Des formulaires' }, status: null }, sha256));
});

test('more is said beside what stands, comments stay, and what is stale stays so until somebody looks', () => {
  const first = overlayText(BASE, [{ path: ['status'], value: 'stable' }]).replace(
    'patch:',
    '# As the ministry says.\npatch:',
  );
  const now = { ...BASE, status: 'alpha' };
  const second = overlayText(now, [french], first);
  expect(second).toContain('# As the ministry says.');
  expect(staleFields(parse(second), now, sha256).map(({ path }) => path)).toEqual(['/status']);
  expect(staleFields(parse(overlayText(now, [], second)), now, sha256)).toEqual([]);
});
