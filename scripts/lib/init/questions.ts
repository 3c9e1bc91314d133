import en from '../../../src/i18n/en.json' with { type: 'json' };
import { createTranslator } from '../../../src/i18n/t.ts';
import { isZone } from '../../../src/rules/zones.ts';
import { flagOf } from '../../../src/setup/command-line.ts';
import type { Problem } from '../../../src/setup/problem.ts';
import type { Question } from '../../../src/setup/questions.ts';
import { HOSTS, type TextName, type Texts } from '../../../src/setup/texts.ts';
import { findingText } from '../ask-fields.ts';

const t = createTranslator('en', en);

interface Flag {
  /** What stands for the value in the help. */
  readonly value: string;
  readonly help: string;
  /** What a terminal is told besides: how several values are typed. */
  readonly typed?: string;
}

const FLAGS: Readonly<Record<TextName, Flag>> = {
  zone: { value: 'zones', help: 'the zones that the copy writes, as ca or ca,ca-qc' },
  languages: { value: 'languages', help: 'the interface languages, the main one first, as en,fr,ar' },
  name: {
    value: 'name',
    help: 'what the site is called; with languages: "en=Registry | fr=Registre"',
    typed: 'In the main language, or as en=Registry | fr=Registre',
  },
  url: { value: 'address', help: 'the site’s address with its base path; on GitHub Pages it may be left out' },
  repository: {
    value: 'address',
    help: `the repository’s address; behind it ${HOSTS.join(', ')} where the address does not tell; on GitHub it may be left out`,
  },
  owner: { value: 'name', help: 'who answers for the copy; with languages as --name' },
  contact: { value: 'address', help: 'where people ask: a page, or the mailbox of a team' },
  intake: { value: 'mailbox', help: 'the mailbox that takes records from people without an account' },
  dataLicense: { value: 'spdx', help: 'the licence of the records, as an SPDX expression (default: as it is)' },
  include: {
    value: 'zones',
    help: 'which records of other zones stay: all, none, or zones as fr,gb (default: all)',
    typed: 'all, none, or zones as fr, gb',
  },
  source: {
    value: 'address',
    help: 'the address of the registry that this one was made from: records of other zones are taken from there',
  },
  forum: { value: 'address', help: 'where discussion takes place' },
};

/** The flag of a question as commander takes it: `--zone <zones>`, and its line of help. */
export function optionOf(name: TextName): [flag: string, help: string] {
  return [`${flagOf(name)} <${FLAGS[name].value}>`, FLAGS[name].help];
}

/** A question as a terminal asks it. */
export function messageOf(name: TextName): string {
  const help = t(`setupHelp.${name}`);
  const asked = `${t(`setupAsk.${name}`)} – ${help.charAt(0).toLowerCase()}${help.slice(1)}`;
  return [asked, FLAGS[name].typed].filter(Boolean).join(' ');
}

/** Why an answer will not do, in English; an empty one will not where the question needs an answer. */
export function problemOf(question: Question, text: string, texts: Texts): string | undefined {
  if (text === '') return question.required ? t('setup.needed') : undefined;
  return problemText(question.problem(text, texts, isZone));
}

/** What is wrong with an answer, in words; `undefined` where nothing is. */
export function problemText(problem: Problem | undefined): string | undefined {
  if (problem === undefined) return undefined;
  return 'key' in problem ? t(problem.key, problem.values) : findingText(problem.finding);
}
