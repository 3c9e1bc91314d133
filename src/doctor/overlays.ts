import type { Check } from './diagnosis.ts';

/** What this copy says otherwise, and whether somebody should look at it again; nothing where it says nothing. */
export const checkOverlays: Check = ({ registry: { overlays }, findings }) => {
  if (overlays.length === 0) return [];
  const filesOf = (wanted: string) => new Set(findings.filter(({ rule }) => rule === wanted).map(({ file }) => file));
  const [stale, misplaced] = [filesOf('overlay-stale'), filesOf('overlay-record')];
  const fix = 'npm run registry -- validate names each, and what to do.';
  return [
    { files: stale, what: 'older than what the other copy says now' },
    { files: misplaced, what: 'on no record of another copy' },
  ]
    .filter(({ files }) => files.size > 0)
    .map(({ files, what }) => {
      const message = `${files.size} of ${overlays.length} overlays ${files.size === 1 ? 'is' : 'are'} ${what}.`;
      return { check: 'overlays', grade: 'should' as const, message, fix };
    });
};
