import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadRegistry } from '../../registry/load-fs.ts';
import { withValue } from '../form/values.ts';
import { readRecord, textOfForm } from './record-source.ts';

const root = 'registry';
const { records } = loadRegistry(root).registry;

test('every record that is opened and sent unchanged is the same, to the byte', () => {
  const changed = records.filter(({ kind, id, file }) => {
    const text = readFileSync(join(root, file), 'utf8');
    const read = readRecord(kind, text);
    return read === undefined || textOfForm({ kind, ...read, original: { id, text } }) !== text;
  });
  expect(changed.map(({ file }) => file)).toEqual([]);
});

test('one answer that is changed changes its lines only', () => {
  const file = 'projects/ca/gc-notify.yaml';
  const text = `${readFileSync(join(root, file), 'utf8')}# kept\n`;
  const read = readRecord('project', text);
  const values = withValue(read?.values ?? {}, ['summary', 'en'], 'Sends messages');
  const after = textOfForm({ kind: 'project', values, body: '', original: { id: 'ca/gc-notify', text } });
  const lines = new Set(text.split('\n'));
  expect(after.split('\n').filter((line) => !lines.has(line))).toEqual(['  en: Sends messages']);
  expect(after).toContain('# kept');
});

test('a new record is written as the house writes it', () => {
  const values = { status: 'beta', name: ' A ', summary: { fr: 'B' }, tags: [''], website: 'https://example.org/' };
  expect(textOfForm({ kind: 'project', values, body: '' })).toBe(
    '# yaml-language-server: $schema=../../../public/schema/project.json\nschemaVersion: 1\nname: A\nsummary:\n  fr: B\nstatus: beta\nwebsite: https://example.org/\n',
  );
  const note = textOfForm({ kind: 'note', values: { title: 'T' }, body: 'Text\n' });
  expect(note).toMatch(/^---\n# yaml.*\nschemaVersion: 1\ntitle: T\n---\n\nText\n$/);
});
