import { describe, expect, test } from 'vitest';
import en from '../../i18n/en.json' with { type: 'json' };
import fr from '../../i18n/fr.json' with { type: 'json' };
import { createTranslator } from '../../i18n/t.ts';
import { fc, runs } from '../../registry/fixtures/fast-check.ts';
import type { Contribution, Doors, Way } from './contribution.ts';
import { stepsOf } from './steps.ts';
import { suggestionText, waysToSend, waysToSuggest } from './ways-to-send.ts';

const english = createTranslator('en', en);
const french = createTranslator('fr', fr);
const TEXT = 'schemaVersion: 1\nname: "A & B + C"\n';
const contribution: Contribution = {
  kind: 'project',
  id: 'ca/sample',
  name: 'Sample',
  file: 'registry/projects/ca/sample.yaml',
  text: TEXT,
  isNew: true,
};
type Host = NonNullable<Doors['repository']>['host'];
const at = (host: Host, branch = 'main'): Doors => ({
  repository: { url: 'https://git.example.org/square/registry/', branch, host },
  intake: 'intake+new@example.org',
});
const wayOf = (ways: readonly Way[], name: Way['way']): Way => {
  const way = ways.find(({ way }) => way === name);
  if (way === undefined) throw new Error(`no way ${name}`);
  return way;
};
const names = (ways: readonly Way[]) => ways.map(({ way }) => way);
const unicode = fc.string({ unit: 'binary', maxLength: 900 });
const mailBody = (address: string) => decodeURIComponent(/&body=(.*)$/.exec(address)?.[1] ?? '');

describe('a new record', () => {
  test('goes to GitHub’s page for a new file, filled in', () => {
    const ways = waysToSend(contribution, at('github'), french);
    expect(names(ways)).toEqual(['prefilled', 'issue', 'mail']);
    const url = new URL(ways[0]?.address ?? '');
    expect(url.origin + url.pathname).toBe('https://git.example.org/square/registry/new/main');
    expect(Object.fromEntries(url.searchParams)).toEqual({
      filename: contribution.file,
      value: TEXT,
      message: 'Add ca/sample',
      description: `Ajoute «\u00a0Sample\u00a0» (ca/sample) au registre. Préparé avec le formulaire du site.\n\nLanguage: fr`,
    });
  });

  test('comes out of the address as it went in, whatever it holds', () => {
    fc.assert(
      fc.property(unicode, unicode, (text, name) => {
        const [way] = waysToSend({ ...contribution, text, name }, at('github'), english);
        if (way?.way !== 'prefilled') return;
        expect(way.address).toMatch(/^[!-~]+$/);
        const query = new URL(way.address).searchParams;
        expect([query.get('value'), query.get('filename')]).toEqual([text.toWellFormed(), contribution.file]);
        expect([...query.keys()]).toEqual(['filename', 'value', 'message', 'description']);
        expect(query.get('description')?.match(/^Language: .*$/gm)).toEqual(['Language: en']);
      }),
      runs(300),
    );
  });

  test.each([
    ['Latin letters', 'a', 7000],
    ['Arabic letters', 'ع', 700],
    ['spaces', ' ', 2500],
  ])('is copied and pasted where the address would be too long, the sign-in page counted: %s', (_, letter, most) => {
    const way = (length: number) =>
      waysToSend({ ...contribution, text: letter.repeat(length) }, at('github'), english)[0];
    let [last, over] = [0, 8000];
    while (over - last > 1) {
      const middle = Math.floor((last + over) / 2);
      if (way(middle)?.way === 'prefilled') last = middle;
      else over = middle;
    }
    expect(last).toBeGreaterThan(most * 0.95);
    const address = way(last)?.address ?? '';
    expect(`https://github.com/login?return_to=${encodeURIComponent(address)}`.length).toBeLessThanOrEqual(8000);
    expect(way(last + 1)).toEqual({
      way: 'paste-new',
      address: 'https://git.example.org/square/registry/new/main?filename=registry%2Fprojects%2Fca%2Fsample.yaml',
      file: contribution.file,
    });
  });

  test('is pasted on GitLab, whose editor takes the name only, and wants a copy first', () => {
    const ways = waysToSend(contribution, at('gitlab', 'data/next'), english);
    expect(names(ways)).toEqual(['paste-new', 'mail']);
    expect(ways[0]).toEqual({
      way: 'paste-new',
      address:
        'https://git.example.org/square/registry/-/new/data/next?file_name=registry%2Fprojects%2Fca%2Fsample.yaml',
      file: contribution.file,
      fork: { address: 'https://git.example.org/square/registry/-/forks/new', within: false },
    });
  });

  test('is pasted in a copy of one’s own on Forgejo', () => {
    const [way] = waysToSend(contribution, at('forgejo'), english);
    expect(way).toMatchObject({ way: 'paste-new', fork: { within: true } });
    expect(stepsOf(way as Way, contribution.file).map(({ key }) => key)).toEqual([
      'send.fork',
      'send.copy',
      'send.newInFork',
      'send.propose',
    ]);
  });

  test('has no way where the copy names none, and mail alone where it has no repository', () => {
    expect(waysToSend(contribution, { repository: undefined, intake: undefined }, english)).toEqual([]);
    const intake = 'intake@example.org';
    expect(names(waysToSend(contribution, { repository: undefined, intake }, english))).toEqual(['mail']);
    expect(names(waysToSend(contribution, { ...at('github'), intake: undefined }, english))).not.toContain('mail');
  });
});

test.each([
  ['github', 'https://git.example.org/square/registry/edit/main/registry/projects/ca/sample.yaml'],
  ['gitlab', 'https://git.example.org/square/registry/-/edit/main/registry/projects/ca/sample.yaml'],
  ['forgejo', 'https://git.example.org/square/registry/_edit/main/registry/projects/ca/sample.yaml'],
] as const)('a correction is pasted over what stands there: %s', (host, address) => {
  const [way] = waysToSend({ ...contribution, isNew: false }, at(host), english);
  expect(way).toMatchObject({ way: 'paste-edit', address });
});

describe('the issue form', () => {
  test('holds the record, and is empty of it where it does not fit', () => {
    const issue = (text: string) => wayOf(waysToSend({ ...contribution, text }, at('github'), french), 'issue');
    const short = issue(TEXT);
    expect(Object.fromEntries(new URL(short.address).searchParams)).toEqual({
      template: 'add-record.yml',
      title: 'Add ca/sample',
      file: contribution.file,
      language: 'fr',
      record: TEXT,
    });
    const long = issue('字'.repeat(3000));
    expect(long).toMatchObject({ complete: false });
    expect(new URL(long.address).searchParams.has('record')).toBe(false);
    expect(stepsOf(long).map(({ act }) => act)).toEqual(['copy', 'open', 'read']);
  });

  const suggestion = { name: 'Sample', link: 'https://sample.example.org/', why: 'Good & free' };

  test('takes a suggestion', () => {
    const [way] = waysToSuggest(suggestion, at('github'), english);
    expect(Object.fromEntries(new URL(way?.address ?? '').searchParams)).toEqual({
      template: 'suggest-project.yml',
      title: 'Suggestion: Sample',
      ...suggestion,
      language: 'en',
    });
  });

  test('is a plain issue on hosts without forms', () => {
    const query = (host: Host) =>
      Object.fromEntries(new URL(waysToSuggest(suggestion, at(host), english)[0]?.address ?? '').searchParams);
    const [title, body] = ['Suggestion: Sample', suggestionText(suggestion, english)];
    expect(query('forgejo')).toEqual({ title, body });
    expect(query('gitlab')).toEqual({ 'issue[title]': title, 'issue[description]': body });
  });
});

describe('the prepared message', () => {
  test('says what it holds, in the contributor’s language', () => {
    const way = wayOf(waysToSend(contribution, at('github'), french), 'mail');
    expect(way).toMatchObject({ to: 'intake+new@example.org', complete: true });
    expect(way.address).toMatch(/^mailto:intake%2Bnew@example\.org\?subject=/);
    expect(mailBody(way.address).split('\r\n')).toContain('Language: fr');
    expect(mailBody(way.address).replaceAll('\r\n', '\n')).toContain(`${contribution.file}\n\n${TEXT}`);
  });

  test('asks for the file where the record is too long for mail programs', () => {
    fc.assert(
      fc.property(unicode, (text) => {
        const way = wayOf(waysToSend({ ...contribution, text }, at('github'), english), 'mail');
        if (way.way !== 'mail') return;
        expect(way.address.length).toBeLessThanOrEqual(1600);
        expect(way.address).toMatch(/^[!-~]+$/);
        const expected = way.complete ? text.toWellFormed().replace(/\r?\n/g, '\r\n') : 'attached file sample.yaml';
        expect(mailBody(way.address)).toContain(expected);
        expect(stepsOf(way, contribution.file).map(({ act }) => act)).toEqual(
          way.complete ? ['open', 'read'] : ['download', 'open', 'read', 'read'],
        );
      }),
      runs(200),
    );
  });
});
