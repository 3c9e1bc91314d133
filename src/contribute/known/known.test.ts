import { describe, expect, test } from 'vitest';
import en from '../../i18n/en.json' with { type: 'json' };
import { createTranslator } from '../../i18n/t.ts';
import { loadRegistry } from '../../registry/load-fs.ts';
import { lookAlikesAmong } from '../../rules/similar-name.ts';
import { type Candidate, duplicateFinder, evidenceWords } from './duplicates.ts';
import { type PublishedKnown, readKnown } from './known.ts';
import { knownRecords } from './publish.ts';
import { recordFinder, referenceFinder } from './references.ts';

const published: PublishedKnown = {
  version: 1,
  records: {
    project: [
      {
        id: 'ca/notify',
        name: { en: 'Canada Notify', fr: 'Notification Canada' },
        also: ['CN'],
        repositories: ['https://github.com/cds/notify', 'https://github.com/cds/notify-admin'],
        website: 'https://notify.example.org/en',
        owner: 'ca/office',
        country: 'CA',
        formerIds: ['ca/notices'],
        sameAs: ['https://wikidata.org/wiki/Q42'],
      },
      { id: 'jp/city', name: '東京都 オープンデータ', others: ['jp/town'] },
      { id: 'ca/other', name: 'Something Else', owner: 'ca/office', website: 'https://notify.example.org/fr' },
    ],
    organization: [
      {
        id: 'ca/office',
        name: { en: 'Ministry of Health', fr: 'Ministère de la Santé' },
        also: ['MoH'],
        country: 'CA',
      },
      { id: 'fr/office', name: 'Ministry of Health', country: 'FR' },
      { id: 'de/amt', name: 'Amt für Straßenbau Łódź', website: 'https://amt.example.org' },
      { id: 'gr/ministry', name: 'Υπουργείο Ψηφιακής Διακυβέρνησης' },
    ],
  },
  gone: { project: [{ id: 'ca/merged', successor: 'ca/notify' }] },
};
const known = readKnown(published);
const find = duplicateFinder(known);
const candidate = (data: Candidate['data'], rest: Partial<Candidate> = {}): Candidate => ({
  kind: 'project',
  id: '',
  correction: false,
  data,
  ...rest,
});
const signs = (data: Candidate['data'], rest?: Partial<Candidate>) =>
  find(candidate(data, rest)).map(({ id, evidence }) => [id, ...evidence.map(({ code }) => code)].join(' '));

describe('what a record may be a duplicate of', () => {
  test.each<[string, Candidate['data'], Partial<Candidate>, string[]]>([
    [
      'another spelling of its repository',
      { repository: 'git@GitHub.com:CDS/notify.git' },
      {},
      ['ca/notify repository'],
    ],
    [
      'a second repository',
      { repositories: [{ url: 'https://github.com/cds/notify-admin/' }] },
      {},
      ['ca/notify repository'],
    ],
    ['its website', { website: 'http://www.notify.example.org/en/' }, {}, ['ca/notify website']],
    ['its item in Wikidata', { identifiers: { wikidata: 'Q42' } }, {}, ['ca/notify same-as']],
    ['its item as an address', { sameAs: ['http://www.wikidata.org/entity/Q42'] }, {}, ['ca/notify same-as']],
    ['its id', {}, { id: 'ca/notify' }, ['ca/notify id']],
    ['its former id', {}, { id: 'ca/notices' }, ['ca/notify former-id']],
    ['an id that was given up', {}, { id: 'ca/merged' }, ['ca/merged gone successor']],
    ['a name like one of its names', { name: 'Notifications Canada' }, {}, ['ca/notify name']],
    ['its acronym as a name', { name: 'C.N.' }, {}, ['ca/notify also']],
    ['its name as another name', { name: 'Pigeon', acronym: 'canada-notify' }, {}, ['ca/notify also']],
    ['only the owner and the host', { owner: 'ca/office', website: 'https://notify.example.org/x' }, {}, []],
    ['nothing', { name: 'Weather Station' }, { id: 'ca/weather' }, []],
  ])('by %s', (_, data, rest, expected) => {
    expect(signs(data, rest)).toEqual(expected);
  });

  test('is told in words, three at most, the strongest sign first', () => {
    const [first, ...rest] = find(
      candidate({ name: 'Canada Notify', owner: 'ca/office', repository: 'https://github.com/cds/notify' }),
    );
    const t = createTranslator('en', en);
    expect(first?.evidence.map((evidence) => evidenceWords(evidence, t))).toEqual([
      'Same repository: https://github.com/cds/notify',
      'A name like it: “Canada Notify”',
      'Same owner: ca/office',
    ]);
    expect(rest).toEqual([]);
    const many = readKnown({
      version: 1,
      records: {
        project: ['a', 'b', 'c', 'd'].map((slug) => ({ id: `ca/${slug}`, name: 'Open Portal', owner: `ca/${slug}` })),
      },
      gone: {},
    });
    const found = duplicateFinder(many)(candidate({ name: 'Open Portal', owner: 'ca/c' }));
    expect(found.map(({ id }) => id)).toEqual(['ca/c', 'ca/a', 'ca/b']);
  });

  test('is not the record that is corrected, nor one that is named as another', () => {
    const correction = { id: 'ca/notify', correction: true };
    expect(signs({ name: 'Canada Notify', repository: 'https://github.com/cds/notify' }, correction)).toEqual([]);
    expect(signs({ name: 'Canada Notify', distinctFrom: ['ca/notify'] })).toEqual([]);
    expect(signs({ name: '東京都オープンデータ' }, { id: 'jp/town', correction: true })).toEqual([]);
    expect(signs({ name: '東京都オープンデータ' })).toEqual(['jp/city name']);
  });

  test('is of the same country, where every country has its own', () => {
    const office = (country: string) => signs({ name: 'Ministry of Health', country }, { kind: 'organization' });
    expect(office('FR')).toEqual(['fr/office name']);
    expect(office('DE')).toEqual([]);
  });

  test.each([
    [{ name: 5, title: null, sameAs: 'x', repositories: [null, 3, {}], website: {}, identifiers: [], owner: [] }],
    [{ name: { en: 5, fr: '' }, related: [{}], distinctFrom: 'ca/notify', country: 7, aliases: { a: 1 }, acronym: '' }],
  ])('is asked of a faulty record, too: %j', (data) => {
    for (const kind of ['project', 'organization', 'standard', 'note', 'notice', 'funding'] as const)
      expect(find(candidate(data, { kind }))).toEqual([]);
  });

  test.each(['pass', 'fail'])('has the names that the rule finds: %s', (folder) => {
    const { registry } = loadRegistry(`src/rules/fixtures/similar-name/${folder}`);
    const finder = duplicateFinder(readKnown(knownRecords(registry)));
    let count = 0;
    for (const record of registry.records) {
      const { kind, id, data } = record;
      const found = finder({ kind, id, data, correction: true }).filter(({ evidence }) =>
        evidence.some(({ code }) => code === 'name'),
      );
      const alike = lookAlikesAmong(registry.records.filter((other) => other.kind === kind))(record);
      const wanted = new Set(alike.flatMap((entry) => entry.alike.map((other) => other.record.id)));
      expect(new Set(found.map((duplicate) => duplicate.id))).toEqual(wanted);
      count += wanted.size;
    }
    expect(count > 0).toBe(folder === 'fail');
  });
});

test('the list is small, and whole', () => {
  const { registry } = loadRegistry('src/e2e/fixtures/arabic-copy');
  const list = knownRecords(registry);
  const { records, gone } = readKnown(JSON.parse(JSON.stringify(list)));
  expect(records.map(({ kind, id }) => `${kind}:${id}`)).toEqual(
    registry.records.map(({ kind, id }) => `${kind}:${id}`),
  );
  expect(gone.map(({ id }) => id)).toEqual(registry.tombstones.map(({ id }) => id));
  expect(JSON.stringify(list)).not.toContain('[]');
  expect(() => readKnown({ ...list, version: 2 } as never)).toThrow('load the page again');
});

describe('a reference', () => {
  const search = referenceFinder(known);
  const ids = (query: string, kind: 'project' | 'organization' = 'organization') =>
    search(query, kind).map(({ record }) => record.id);

  test.each([
    ['sante', ['ca/office']],
    ['MINISTERE', ['ca/office']],
    ['moh', ['ca/office']],
    ['health min', ['ca/office', 'fr/office']],
    ['strassenbau lodz', ['de/amt']],
    ['ψηφιακης', ['gr/ministry']],
    ['amt', ['de/amt']],
    ['http://amt.example.org', ['de/amt']],
    ['bau', ['de/amt']],
    ['ministry zoo', []],
    ['  ', []],
    ['%', []],
  ])('is found by “%s”', (query, expected) => {
    expect(ids(query)).toEqual(expected);
  });

  test('is of its kind, in a script without spaces, and by repository', () => {
    expect(ids('データ', 'project')).toEqual(['jp/city']);
    expect(ids('git@github.com:cds/notify.git', 'project')).toEqual(['ca/notify']);
    expect(search('notification', 'project')[0]?.matched).toBe('Notification Canada');
  });

  test('is certain where one record alone is meant', () => {
    const record = recordFinder(known);
    expect(record('organization', 'ministère de la sante')).toBe('ca/office');
    expect(record('organization', 'Ministry of Health')).toBeUndefined();
    expect(record('organization', 'fr/office')).toBe('fr/office');
    expect(record('project', 'https://github.com/cds/notify.git')).toBe('ca/notify');
    expect(record('project', 'notify')).toBeUndefined();
  });
});
