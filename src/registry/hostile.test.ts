import { describe, expect, test } from 'vitest';
import { HOSTILE_NOTATIONS } from './fixtures/hostile/notations.ts';
import { HOSTILE_PROSE } from './fixtures/hostile/prose.ts';
import { HOSTILE_TEXT, HOSTILE_URLS } from './fixtures/hostile/text.ts';
import { HOSTILE_TREES } from './fixtures/hostile/trees.ts';
import { HOSTILE_YAML } from './fixtures/hostile/yaml.ts';
import { processorTime } from './fixtures/processor-time.ts';
import { codedIssues, isFault, temporaryRegistry } from './fixtures/temporary-registry-fs.ts';
import { issuesOf, loadRegistry } from './load-fs.ts';

const MAX_MS = 2000;

const GROUPS = {
  YAML: HOSTILE_YAML,
  notations: HOSTILE_NOTATIONS,
  text: HOSTILE_TEXT,
  addresses: HOSTILE_URLS,
  prose: HOSTILE_PROSE,
  trees: HOSTILE_TREES,
};
const all = Object.values(GROUPS).flat();
let refusedCount = 0;

describe.each(Object.entries(GROUPS))('hostile %s', (_, hostile) => {
  test.each(hostile)('$name', ({ make, refused, total }) => {
    const root = temporaryRegistry();
    make(root);
    const {
      result: { loaded, shown },
      ms,
    } = processorTime(() => {
      const loaded = loadRegistry(root);
      return { loaded, shown: issuesOf(loaded).filter(isFault) };
    });

    const issues = codedIssues(root, loaded).filter(isFault);
    const found = issues.map(({ file, line, col, rule }) => `${file}:${line}:${col} ${rule}`);
    expect(found).toEqual(total === undefined ? refused : expect.arrayContaining([...refused]));
    expect(found).toHaveLength(total ?? refused.length);
    expect(shown).toHaveLength(issues.length);
    expect(ms).toBeLessThan(MAX_MS);
    expect(Reflect.ownKeys(Object.prototype).filter((key) => String(key).includes('pollute'))).toEqual([]);
    expect(({} as { polluted?: string }).polluted).toBeUndefined();
    refusedCount++;
  });
});

test(`${all.length} of ${all.length} hostile files are refused`, () => {
  expect(refusedCount).toBe(all.length);
  console.info(`hostile files: ${refusedCount} of ${all.length} refused as specified, each within ${MAX_MS} ms`);
});
