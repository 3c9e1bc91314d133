import { expect, test } from 'vitest';
import { sha256 } from '../../federation/sha256-node.ts';
import { applyOverlay, createOverlay, overlayFile, staleFields } from './overlay.ts';

const BASE = { name: 'Forms', summary: { en: 'Forms for everyone' }, tags: ['forms'], 'a/b~c': 1 };
const PATCH = { summary: { fr: 'Des formulaires pour tous' }, tags: ['forms', 'formulaires'], name: null, 'a/b~c': 2 };

test('an overlay on an untouched base is the merge patch, and is not stale', () => {
  const overlay = createOverlay(BASE, PATCH, sha256);
  expect(Object.keys(overlay.base)).toEqual(['/a~1b~0c', '/name', '/summary/fr', '/tags']);
  expect(overlay.base['/summary/fr']).toBe('absent');
  const summary = { en: 'Forms for everyone', fr: 'Des formulaires pour tous' };
  expect(applyOverlay(BASE, overlay)).toEqual({ summary, tags: ['forms', 'formulaires'], 'a/b~c': 2 });
  expect(staleFields(overlay, BASE, sha256)).toEqual([]);
  expect(staleFields(overlay, { ...BASE, name: 'Forms', status: 'beta', summary: { en: 'New' } }, sha256)).toEqual([]);
});

test('where the other copy changed a touched field, the overlay wins and is stale: old, now, ours', () => {
  const overlay = createOverlay(BASE, PATCH, sha256);
  const now = { ...BASE, name: 'Forms 2', summary: { en: 'x', fr: 'Formulaires' }, tags: ['other'] };
  expect(applyOverlay(now, overlay)['tags']).toEqual(['forms', 'formulaires']);
  expect(staleFields(overlay, now, sha256, BASE)).toEqual([
    { path: '/name', old: 'Forms', now: 'Forms 2', ours: undefined },
    { path: '/summary/fr', old: undefined, now: 'Formulaires', ours: 'Des formulaires pour tous' },
    { path: '/tags', old: ['forms'], now: ['other'], ours: ['forms', 'formulaires'] },
  ]);
});

test('what a field was is not claimed where the overlay was written on something else', () => {
  const overlay = createOverlay(BASE, { name: 'Ours' }, sha256);
  const [stale] = staleFields(overlay, { name: 'Third' }, sha256, { name: 'Second' });
  expect(stale).toEqual({ path: '/name', now: 'Third', ours: 'Ours' });
});

test('a text that a map takes the place of is touched, whichever of the two was there first', () => {
  const overlay = createOverlay({ name: 'Forms' }, { name: { fr: 'Formulaires' } }, sha256);
  expect(staleFields(overlay, { name: 'Forms' }, sha256)).toEqual([]);
  expect(staleFields(overlay, { name: 'Forms 2' }, sha256)).toEqual([
    { path: '/name/fr', now: 'Forms 2', ours: 'Formulaires' },
  ]);
  const later = createOverlay({ name: { en: 'Forms' } }, { name: { fr: 'Formulaires' } }, sha256);
  expect(staleFields(later, { name: 'Forms' }, sha256)).toHaveLength(1);
});

test('an overlay stands where its record does', () => {
  expect(overlayFile('question', 'fr/ouverture')).toBe('overlays/questions/fr/ouverture.yaml');
});
