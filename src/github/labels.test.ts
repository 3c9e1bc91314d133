import { describe, expect, test } from 'vitest';
import { shippedPolicy } from './fixtures/context.ts';
import { added, edited, FILE, issue, report } from './fixtures/reports.ts';
import { declarationOf, labelsFor } from './labels.ts';

const policy = shippedPolicy();
const fault = issue({ rule: 'missing-field', code: 'missing', file: FILE, values: { field: 'owner' } }, 1);
const alike = issue({ rule: 'similar-name', code: 'similar', file: FILE, values: { name: 'a', others: 'b' } }, 1);
const ofFirst = ['action: add', 'kind: project', 'zone: int'];

describe('the labels of a pull request', () => {
  test('tell zone, kind, action and whose turn it is', () => {
    expect(labelsFor(report({ records: [added()] }), policy, [])).toEqual({
      add: [...ofFirst, 'ready for review'].sort(),
      remove: [],
    });
    expect(labelsFor(report({ records: [added()], issues: [fault] }), policy, []).add).toContain('needs changes');
  });
  test('follow what changed since, and leave those of others alone', () => {
    const present = [
      'needs changes',
      'look-alike',
      'zone: fr',
      'Hold',
      'stale',
      'help wanted',
      'from issue',
      ...ofFirst,
    ];
    expect(labelsFor(report({ records: [added()] }), policy, present)).toEqual({
      add: ['ready for review'],
      remove: ['look-alike', 'needs changes', 'zone: fr'],
    });
  });
  test('are the same label in any case of letters', () => {
    const present = ['Ready For Review', 'Needs changes', ...ofFirst];
    expect(labelsFor(report({ records: [added()] }), policy, present)).toEqual({ add: [], remove: ['Needs changes'] });
  });
  test('say look-alike, and still ready for review', () => {
    const { add } = labelsFor(report({ records: [added()], issues: [alike] }), policy, []);
    expect(add).toEqual(expect.arrayContaining(['look-alike', 'ready for review']));
  });
  test('say what claims to come from another copy by somebody’s own run', () => {
    const byHand = { ...alike, rule: 'pr-taken-by-hand' };
    expect(labelsFor(report({ issues: [byHand] }), policy, []).add).toContain('taken by hand');
    expect(labelsFor(report({ issues: [alike] }), policy, ['taken by hand']).remove).toEqual(['taken by hand']);
    expect(labelsFor(report({ issues: [byHand] }), policy, ['sync: safe']).remove).toEqual(['sync: safe']);
    expect(labelsFor(report({ issues: [fault] }), policy, ['sync: safe']).remove).toEqual(['sync: safe']);
    expect(labelsFor(report({ issues: [alike] }), policy, ['sync: safe']).remove).toEqual([]);
  });
  test.each([
    ['mixed', ['mixed', 'needs changes']],
    ['vocabularies', ['ready for review', 'vocabulary']],
    ['settings', ['ready for review', 'settings']],
    ['code', ['code', 'ready for review']],
    ['nothing', []],
  ] as const)('of scope %s', (scope, labels) => {
    expect(labelsFor(report({ scope }), policy, []).add).toEqual(labels);
  });
  test('name no zone where there are many', () => {
    const records = ['ca', 'fr', 'de', 'it', 'es', 'nl'].map((zone) => edited({ id: `${zone}/a` }));
    expect(labelsFor(report({ records }), policy, []).add.filter((label) => label.startsWith('zone: '))).toEqual([]);
    expect(
      labelsFor(report({ records: records.slice(1) }), policy, []).add.filter((label) => label.startsWith('zone: ')),
    ).toHaveLength(5);
  });
  test('are all declared', () => {
    const { add } = labelsFor(
      report({ records: [added(), edited({ action: 'entomb' })], issues: [fault, alike] }),
      policy,
      [],
    );
    expect(add.filter((label) => declarationOf(label, policy)?.by !== 'bot')).toEqual([]);
  });
});
