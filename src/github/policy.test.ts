import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { KIND_NAMES, KINDS } from '../schema/kinds.ts';
import { tombstoneSchema } from '../schema/tombstone.ts';
import { declarationOf, LABEL_FAMILIES, LABELS } from './labels.ts';
import { POLICY_FILE, parsePolicy } from './policy.ts';
import { readPolicy } from './policy-fs.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const text = readFileSync(`${ROOT}${POLICY_FILE}`, 'utf8');
const policy = readPolicy(ROOT);

describe('the policy file', () => {
  test('leaves automerge off, and never lets it take more than a file', () => {
    expect(policy.automerge).toMatchObject({ enabled: false, maxFiles: 1 });
  });
  test('declares every label that code uses', () => {
    const used = [...Object.values(LABELS), ...LABEL_FAMILIES.map((family) => `${family}x`)];
    const asked = [policy.automerge.hold.label, ...policy.stale.exemptLabels];
    expect([...used, ...asked].filter((label) => declarationOf(label, policy) === undefined)).toEqual([]);
  });
  test('declares no label that nothing uses', () => {
    const used = new Set<string>([
      ...Object.values(LABELS),
      ...LABEL_FAMILIES.map((family) => `${family}*`),
      policy.automerge.hold.label,
    ]);
    expect(Object.keys(policy.labels).filter((label) => !used.has(label))).toEqual([]);
  });
  test('says every label in the languages that the program ships', () => {
    for (const { description, meaning } of Object.values(policy.labels))
      expect([Object.keys(description), Object.keys(meaning)]).toEqual([
        ['en', 'fr'],
        ['en', 'fr'],
      ]);
  });
  test('names sensitive fields that records have', () => {
    const fields = new Set(
      [tombstoneSchema, ...KIND_NAMES.map((kind) => KINDS[kind].schema)].flatMap((schema) => Object.keys(schema.shape)),
    );
    expect(policy.automerge.sensitiveFields.filter((field) => !fields.has(field))).toEqual([]);
    expect(policy.automerge.sensitiveFields).toEqual(
      expect.arrayContaining(['owner', 'repository', 'license', 'formerIds', 'sameAs', 'ended', 'extensions']),
    );
  });
  test('has a comment for every section', () => {
    for (const section of Object.keys(parse(text)).slice(1))
      expect(text).toMatch(new RegExp(`^#[^\\n]*\\n${section}:|^${section}:\\n  #`, 'm'));
  });
});

describe('a fault in the policy', () => {
  const broken = (change: (data: Record<string, Record<string, unknown>>) => void): string => {
    const data = parse(text);
    change(data);
    return stringify(data);
  };
  test.each<[string, string, string]>([
    [
      'a switch that is none',
      broken(({ automerge = {} }) => {
        automerge['enabled'] = 'yes';
      }),
      'wrong-type',
    ],
    [
      'a misspelt setting',
      broken(({ waits = {} }) => {
        waits['firstAnswerDay'] = 5;
      }),
      'unknown-field',
    ],
    [
      'closed before it is reminded',
      broken(({ stale = {} }) => {
        stale['issues'] = { reminderDays: 9, closeDays: 9 };
      }),
      'wrong-value',
    ],
    [
      'a colour with a sign',
      broken(({ labels = {} }) => {
        (labels['hold'] as Record<string, unknown>)['colour'] = '#000000';
      }),
      'wrong-value',
    ],
    ['no YAML', 'automerge: [', 'yaml-syntax'],
  ])('%s is found at its place, and no policy comes of it', (_, yaml, rule) => {
    const parsed = parsePolicy(yaml);
    expect(parsed.policy).toBeUndefined();
    const found = parsed.issues.find((issue) => issue.rule === rule);
    expect(found?.file).toBe(POLICY_FILE);
    expect(found?.line).toBeGreaterThan(rule === 'yaml-syntax' ? 0 : 1);
  });
});
