import { tagProblem } from '../../../src/rules/language-tag.ts';
import { isSpdxExpression } from '../../../src/rules/spdx.ts';
import { isZone } from '../../../src/rules/zones.ts';
import { federationSchema, registryConfigSchema } from '../../../src/schema/config.ts';
import { fieldProblem } from '../ask-fields.ts';
import {
  HOSTS,
  includeOf,
  listOf,
  repositoryOf,
  type TextName,
  type Texts,
  textsByLanguage,
  withSlash,
} from './texts.ts';

/** One thing that `init` asks. */
export interface Question {
  readonly name: TextName;
  readonly flag: string;
  readonly help: string;
  readonly message: string;
  /** An answer is needed. */
  readonly required?: true;
  /** Only asked of a registry that becomes a copy: it says what is taken of the one it was made from. */
  readonly taking?: true;
  /** Why an answer will not do; `texts` are the answers before it. */
  readonly problem: (text: string, texts: Texts) => string | undefined;
}

const { shape } = registryConfigSchema;
const source = federationSchema.shape.sources.unwrap().element.shape;

/** At most twelve, and a test counts them. */
export const QUESTIONS: readonly Question[] = [
  {
    name: 'zone',
    flag: '--zone <zones>',
    help: 'the zones that the copy writes, as ca or ca,ca-qc',
    message: 'Zones – which does this copy write? Country codes in small letters, parts as ca-qc, with commas between',
    required: true,
    problem: (text) => first(listOf(text), (zone) => (isZone(zone) ? undefined : noZone(zone))),
  },
  {
    name: 'languages',
    flag: '--languages <languages>',
    help: 'the interface languages, the main one first, as en,fr,ar',
    message: 'Languages – of the site, the main one first, with commas between',
    required: true,
    problem: (text) => fieldProblem(shape.languages, 'languages', listOf(text)) ?? first(listOf(text), noLanguage),
  },
  {
    name: 'name',
    flag: '--name <name>',
    help: 'what the site is called; with languages: "en=Registry | fr=Registre"',
    message: 'Name – what is the site called? In the main language, or as en=Registry | fr=Registre',
    required: true,
    problem: (text, texts) =>
      fieldProblem(shape.name, 'name', textsByLanguage(text, listOf(texts.languages)[0] ?? 'en')),
  },
  {
    name: 'url',
    flag: '--url <address>',
    help: 'the site’s address with its base path; on GitHub Pages it may be left out',
    message: 'Address – of the site, with its base path. Leave it empty on GitHub Pages, which tells it to the build',
    problem: (text) => fieldProblem(shape.url, 'url', withSlash(text)),
  },
  {
    name: 'repository',
    flag: '--repository <address>',
    help: `the repository’s address; behind it ${HOSTS.join(', ')} where the address does not tell; on GitHub it may be left out`,
    message: 'Repository – its address. Leave it empty on GitHub, which tells it to the build',
    problem: repositoryProblem,
  },
  {
    name: 'owner',
    flag: '--owner <name>',
    help: 'who answers for the copy; with languages as --name',
    message: 'Owner – which institution answers for this copy?',
    problem: (text, texts) =>
      fieldProblem(shape.owner.unwrap().shape.name, 'owner', textsByLanguage(text, listOf(texts.languages)[0] ?? 'en')),
  },
  {
    name: 'contact',
    flag: '--contact <address>',
    help: 'where people ask: a page, or the mailbox of a team',
    message: 'Contact – where do people ask? A page, or the mailbox of a team',
    problem: (text) =>
      text.startsWith('https:')
        ? fieldProblem(source.url, 'contact', text)
        : fieldProblem(shape.intake, 'contact', text),
  },
  {
    name: 'intake',
    flag: '--intake <mailbox>',
    help: 'the mailbox that takes records from people without an account',
    message: 'Intake – which mailbox takes records from people without an account?',
    problem: (text) => fieldProblem(shape.intake, 'intake', text),
  },
  {
    name: 'dataLicense',
    flag: '--data-license <spdx>',
    help: 'the licence of the records, as an SPDX expression (default: as it is)',
    message: 'Data licence – of the records, as an SPDX expression',
    required: true,
    problem: (text) => (isSpdxExpression(text) ? undefined : 'This is no SPDX expression. Write one as CC0-1.0.'),
  },
  {
    name: 'include',
    flag: '--include <zones>',
    help: 'which records of other zones stay: all, none, or zones as fr,gb (default: all)',
    message: 'Other zones – which of their records does this copy show? all, none, or zones as fr, gb',
    required: true,
    taking: true,
    problem: (text) => {
      const include = includeOf(text);
      return typeof include === 'string'
        ? undefined
        : first(include, (zone) => (isZone(zone) ? undefined : noZone(zone)));
    },
  },
  {
    name: 'source',
    flag: '--source <address>',
    help: 'the address of the registry that this one was made from: records of other zones are taken from there',
    message:
      'Source – at what address is the registry that this one was made from? Records of other zones are taken there',
    taking: true,
    problem: (text) => fieldProblem(source.url, 'source', withSlash(text)),
  },
  {
    name: 'forum',
    flag: '--forum <address>',
    help: 'where discussion takes place',
    message: 'Forum – where does discussion take place?',
    problem: (text) => fieldProblem(shape.forum, 'forum', text),
  },
];

function first(values: readonly string[], problem: (value: string) => string | undefined): string | undefined {
  return values.map(problem).find((found) => found !== undefined);
}

function noLanguage(tag: string): string | undefined {
  const problem = tagProblem(tag);
  if (problem === undefined) return undefined;
  return problem.canonical === undefined
    ? `“${tag}” is no language: a tag as en, fr or pt-BR.`
    : `Write ${problem.canonical}.`;
}

function noZone(zone: string): string {
  return `“${zone}” is no zone: a country code in small letters (ca), its part (ca-qc), eu or int.`;
}

function repositoryProblem(text: string): string | undefined {
  const fault = fieldProblem(source.url, 'repository', text.split(/\s+/)[0]);
  if (fault !== undefined) return fault;
  if (repositoryOf(text) !== undefined) return undefined;
  return `The address does not tell what software its host runs. Write it behind: ${text.split(/\s+/)[0]} gitlab, or ${HOSTS.join(', ')}.`;
}
