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
  ['theme.css', 'theme'],
  ['themes/theme.css', 'unknown'],
  ['logo.svg', 'logo'],
  ['logo.png', 'logo'],
  ['logo.html', 'unknown'],
  ['pages/fr/terms.mdx', 'page'],
  ['pages/zh-Hant/contribute/who-we-are.mdx', 'page'],
  ['pages/terms.mdx', 'unknown'],
  ['pages/fr/terms.md', 'unknown'],
  ['pages/fr/a/b/c.mdx', 'unknown'],
  ['pages/fr/Terms.mdx', 'unknown'],
  ['pages/fr/x.js.mdx', 'unknown'],
  ['pages/../fr/x.mdx', 'unknown'],
])('%s is %s', (file, type) => {
  expect(roleOf(file).type).toBe(type);
});
