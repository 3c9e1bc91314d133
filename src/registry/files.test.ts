import { expect, test } from 'vitest';
import { roleOf } from './files.ts';

test.each([
  ['federation.lock/ca.json', 'lock'],
  ['federation.lock/ca.yaml', 'unknown'],
  ['federation.lock/ca/x.json', 'unknown'],
  ['overlays/projects/ca/forms.yaml', 'overlay'],
  ['overlays/questions/ca/openness.yaml', 'overlay'],
  ['overlays/questions/ca/openness.mdx', 'unknown'],
  ['overlays/notes/ca/lesson.yaml', 'unknown'],
  ['overlays/notes/ca/2026-11-23-lesson.yaml', 'overlay'],
  ['overlays/ca/forms.yaml', 'unknown'],
  ['overlays/projects/ca/forms/x.yaml', 'unknown'],
  ['overlays/projects/Canada/forms.yaml', 'unknown'],
])('%s is %s', (file, type) => {
  expect(roleOf(file).type).toBe(type);
});
