import { expect, test } from 'vitest';
import { filesBelow } from '../../src/registry/fixtures/temporary-registry-fs.ts';
import { folder, project, registry } from '../fixtures/command-line.ts';
import { type Act, atTerminal, describeAtTerminal, KEY } from '../lib/pseudo-terminal.ts';

const FILES = {
  'registry.yaml':
    'schemaVersion: 1\nid: fixture\nname:\n  en: Fixture\nzones: "*"\nlanguages:\n  - en\ndataLicense: CC0-1.0\n',
  'projects/int/letter-post.yaml': project('Letter Post'),
  'projects/int/parcels.yaml': project('Parcels', 'related:\n  - int/letter-post # older\n'),
  'projects/int/draft.yaml': project('Draft Post')
    .replace('schemaVersion: 1', 'schemaVersion: 0')
    .replace('website', 'landingURL'),
};

interface Scenario {
  readonly args: readonly string[];
  /** What a person does at each prompt, the last of which asks whether to write. */
  readonly acts: readonly Act[];
  /** What becomes of the files, `undefined` for one that goes. */
  readonly changes: Readonly<Record<string, RegExp | undefined>>;
}

const which: Act = { at: 'Which record?', does: `letter-post${KEY.enter}` };

const SCENARIOS: Readonly<Record<string, Scenario>> = {
  rename: {
    args: ['rename'],
    acts: [
      which,
      { at: 'What is its new id?', does: `${KEY.clear}int/letters${KEY.enter}` },
      { at: 'Move it to int/letters, and correct the references in 1 file?', does: KEY.enter },
    ],
    changes: {
      'projects/int/letter-post.yaml': undefined,
      'projects/int/letters.yaml': /formerIds:\n {2}- int\/letter-post\n/,
      'projects/int/parcels.yaml': /related:\n {2}- int\/letters # older\n/,
    },
  },
  end: {
    args: ['end'],
    acts: [
      which,
      { at: 'When did it end?', does: `${KEY.clear}2024-05${KEY.enter}` },
      { at: 'Why did it end', does: `Nobody writes letters${KEY.enter}` },
      { at: 'What replaced it?', does: `int/parcels${KEY.enter}` },
      { at: 'What was learned', does: KEY.enter },
      { at: '/projects/int/letter-post.yaml?', does: KEY.enter },
    ],
    changes: {
      'projects/int/letter-post.yaml':
        /status: obsolete\n.*ended:\n {2}date: 2024-05\n {2}reason:\n {4}en: Nobody writes letters\n {2}successor: int\/parcels\n$/s,
    },
  },
  tombstone: {
    args: ['end', '--tombstone', 'merged'],
    acts: [
      which,
      { at: 'What stands for it now?', does: `int/parcels${KEY.enter}` },
      { at: 'What happened', does: `Parcels took it over${KEY.enter}` },
      { at: '/projects/int/letter-post.yaml?', does: 'y' },
    ],
    changes: {
      'projects/int/letter-post.yaml':
        /state: tombstone\nreason: merged\nsuccessor: int\/parcels\nnote:\n {2}en: Parcels took it over\n/,
      'projects/int/parcels.yaml': /website: https:\/\/post\.example\.org\/\n$/,
    },
  },
  migrate: {
    args: ['migrate'],
    acts: [{ at: 'Rewrite 1 record?', does: KEY.enter }],
    changes: { 'projects/int/draft.yaml': /schemaVersion: 1\n.*website: /s },
  },
};

const names = Object.keys(SCENARIOS);
const scenario = (name: string) => SCENARIOS[name] ?? expect.fail(`no scenario ${name}`);

describeAtTerminal('asked in a terminal', () => {
  test.each(names)('%s writes what was answered, and it is valid', async (name) => {
    const { args, acts, changes } = scenario(name);
    const root = folder(`asked-${name}`, FILES);
    const before = filesBelow(root);
    const { code, screen } = await atTerminal([...args, '--root', `asked-${name}`], acts);
    expect(code, screen).toBe(0);
    const after = filesBelow(root);
    for (const [file, expected] of Object.entries(changes)) {
      if (expected === undefined) expect(after).not.toHaveProperty([file]);
      else expect(after[file]).toMatch(expected);
    }
    const untouched = Object.keys(before).filter((file) => !(file in changes));
    for (const file of untouched) expect(after[file]).toBe(before[file]);
    expect(Object.keys(after).filter((file) => !(file in before || file in changes))).toEqual([]);
    expect((await registry(['validate', '--root', `asked-${name}`])).code).toBe(0);
  });

  test('a bad answer is told, and asked again', async () => {
    const root = folder('bad', FILES);
    const renamed = await atTerminal(
      ['rename', '--root', 'bad'],
      [
        which,
        { at: 'What is its new id?', does: `${KEY.clear}Letters${KEY.enter}` },
        { at: 'An id is zone/slug', does: `${KEY.clear}int/parcels${KEY.enter}` },
        { at: 'This id belongs to another project already.', does: `${KEY.clear}zz/letters${KEY.enter}` },
        { at: '“zz” is no zone', does: `${KEY.clear}int/letters${KEY.enter}` },
        { at: 'Move it to int/letters', does: KEY.enter },
      ],
    );
    expect(renamed.code).toBe(0);
    const ended = await atTerminal(
      ['end', 'int/letters', '--root', 'bad'],
      [
        { at: 'When did it end?', does: `${KEY.clear}2024-02-31${KEY.enter}` },
        { at: 'a day that exists', does: `${KEY.clear}2024${KEY.enter}` },
        { at: 'Why did it end', does: KEY.enter },
        { at: 'This is needed.', does: `Enough${KEY.enter}` },
        { at: 'What replaced it?', does: `int/parcel${KEY.enter}` },
        { at: 'Did you mean int/parcels?', does: `s${KEY.enter}` },
        { at: 'What was learned', does: KEY.enter },
        { at: '/projects/int/letters.yaml?', does: KEY.enter },
      ],
    );
    expect(ended.code).toBe(0);
    expect(filesBelow(root)['projects/int/letters.yaml']).toContain('  date: 2024\n');
  });
});

const WAYS = { 'Ctrl-C': KEY.interrupt, Escape: KEY.escape, 'a closed window': { hangUp: true } } as const;
const interruptions = names.flatMap((name) =>
  scenario(name).acts.flatMap((act, index) => Object.keys(WAYS).map((way) => [name, act.at, way, index] as const)),
);

describeAtTerminal('nothing is written', () => {
  test.each(interruptions)('where %s is left at “%s” by %s', async (name, at, way, index) => {
    const { args, acts } = scenario(name);
    const shown = `left-${name}-${index}-${way.replace(/\W/g, '')}`;
    const root = folder(shown, FILES);
    const before = filesBelow(root);
    const { code, signal, screen } = await atTerminal(
      [...args, '--root', shown],
      [...acts.slice(0, index), { at, does: WAYS[way as keyof typeof WAYS] }],
    );
    if (way === 'a closed window') expect([code, signal]).not.toEqual([0, undefined]);
    else expect([code, signal, screen]).toEqual([1, undefined, expect.stringContaining('nothing was written')]);
    expect(filesBelow(root)).toEqual(before);
  });
});

test('every prompt is left in every way', () => {
  console.log(
    `prompts: ${interruptions.length / 3} of ${interruptions.length / 3}, each left in ${Object.keys(WAYS).length} ways`,
  );
  expect(interruptions).toHaveLength(3 * names.reduce((sum, name) => sum + scenario(name).acts.length, 0));
});
