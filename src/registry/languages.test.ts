import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import type { Issue } from '../rules/rule.ts';
import { SUMMARIES } from './fixtures/languages.ts';
import { codedIssues, isFault, temporaryRegistry } from './fixtures/temporary-registry-fs.ts';
import { formatRecord } from './format.ts';
import { loadRegistry } from './load-fs.ts';

const MAX_SUMMARY = 160;

/** The sentences end with full stops of their scripts, which the house style of summaries leaves out. */
const isRefused = (issue: Issue) => isFault(issue) && issue.rule !== 'editorial';

function project(tag: string, name: string, summary: string) {
  return {
    schemaVersion: 1,
    name: { [tag]: name },
    summary: { [tag]: summary },
    description: { [tag]: `**${summary}**\n\n- ${name}\n- ${summary}` },
    type: 'service',
    status: 'stable',
    functions: ['notifications'],
    owner: 'int/office',
    website: 'https://post.example.org/',
    interfaceLanguages: [tag],
    tags: [name],
  };
}

let accepted = 0;

describe(`plausible records in ${SUMMARIES.length} languages and scripts are accepted`, () => {
  test.each(SUMMARIES)('$tag ($script)', ({ tag, name, summary }) => {
    const text = stringify(project(tag, name, summary));
    const root = temporaryRegistry({ 'projects/int/post.yaml': text });
    expect(codedIssues(root).filter(isRefused)).toEqual([]);
    expect(loadRegistry(root).registry.records.find(({ id }) => id === 'int/post')?.data).toEqual(
      project(tag, name, summary),
    );
    expect([...summary].length).toBeLessThanOrEqual(MAX_SUMMARY);
    expect(formatRecord('project', text)).toContain(summary);
    accepted++;
  });
});

test('joiners, separators and emoji sequences have not been lost from the texts', () => {
  const holding = (pattern: RegExp) => SUMMARIES.filter(({ name, summary }) => pattern.test(name + summary)).length;
  expect(holding(/\u200c/)).toBeGreaterThanOrEqual(3);
  expect(holding(/\u200d/)).toBeGreaterThanOrEqual(5);
  expect(holding(/\u180e|\ufe0f/u)).toBeGreaterThanOrEqual(2);
});

test(`${SUMMARIES.length} of ${SUMMARIES.length} languages are accepted`, () => {
  expect(accepted).toBe(SUMMARIES.length);
  console.info(`languages and scripts: ${accepted} of ${SUMMARIES.length} accepted`);
});

test('one record may hold all of them', () => {
  const text = (field: 'name' | 'summary') => Object.fromEntries(SUMMARIES.map((entry) => [entry.tag, entry[field]]));
  const record = { ...project('en', 'x', 'y'), description: undefined, name: text('name'), summary: text('summary') };
  expect(codedIssues(temporaryRegistry({ 'projects/int/post.yaml': stringify(record) })).filter(isRefused)).toEqual([]);
});
