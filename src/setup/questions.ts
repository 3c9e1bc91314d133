import { tagProblem } from '../rules/language-tag.ts';
import { isSpdxExpression } from '../rules/spdx.ts';
import { federationSchema, registryConfigSchema } from '../schema/config.ts';
import { type Problem, shapeProblem } from './problem.ts';
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

/** One thing that a new copy is asked: by the command line and by the page in the browser alike. */
export interface Question {
  /** The interface strings `setupAsk.<name>` and `setupHelp.<name>` say what it asks. */
  readonly name: TextName;
  /** An answer is needed. */
  readonly required?: true;
  /** Only asked of a registry that becomes a copy: it says what is taken of the one it was made from. */
  readonly taking?: true;
  /** Why an answer that is not empty will not do; `texts` are the answers before it. */
  readonly problem: (text: string, texts: Texts, isZone: IsZone) => Problem | undefined;
}

/** Whether there is such a zone: the list of all is long, so that a browser is given it by its page. */
export type IsZone = (zone: string) => boolean;

const { shape } = registryConfigSchema;
const source = federationSchema.shape.sources.unwrap().element.shape;
const TAGLINE = shape.tagline.unwrap();

/** At most twelve, and a test counts them. */
export const QUESTIONS: readonly Question[] = [
  { name: 'zone', required: true, problem: (text, _, isZone) => first(listOf(text), (zone) => noZone(zone, isZone)) },
  {
    name: 'languages',
    required: true,
    problem: (text) => shapeProblem(shape.languages, 'languages', listOf(text)) ?? first(listOf(text), noLanguage),
  },
  {
    name: 'name',
    required: true,
    problem: (text, texts) => shapeProblem(shape.name, 'name', textsByLanguage(text, mainLanguage(texts))),
  },
  { name: 'url', problem: (text) => shapeProblem(shape.url, 'url', withSlash(text)) },
  { name: 'repository', problem: repositoryProblem },
  {
    name: 'owner',
    problem: (text, texts) =>
      shapeProblem(shape.owner.unwrap().shape.name, 'owner', textsByLanguage(text, mainLanguage(texts))),
  },
  {
    name: 'contact',
    problem: (text) => {
      if (text.startsWith('https:')) return shapeProblem(source.url, 'contact', text);
      return shapeProblem(shape.intake, 'contact', text) && { key: 'setup.noContact' };
    },
  },
  { name: 'intake', problem: (text) => shapeProblem(shape.intake, 'intake', text) },
  {
    name: 'dataLicense',
    required: true,
    problem: (text) => (isSpdxExpression(text) ? undefined : { key: 'setup.noSpdx' }),
  },
  {
    name: 'include',
    required: true,
    taking: true,
    problem: (text, _, isZone) => {
      const include = includeOf(text);
      return typeof include === 'string' ? undefined : first(include, (zone) => noZone(zone, isZone));
    },
  },
  { name: 'source', taking: true, problem: (text) => shapeProblem(source.url, 'source', withSlash(text)) },
  { name: 'forum', problem: (text) => shapeProblem(shape.forum, 'forum', text) },
];

/** Why a tagline will not do: it is told beside the questions, and may be left as it is. */
export function taglineProblem(text: string, texts: Texts): Problem | undefined {
  return shapeProblem(TAGLINE, 'tagline', textsByLanguage(text, mainLanguage(texts)));
}

function mainLanguage({ languages }: Texts): string {
  return listOf(languages)[0] ?? 'en';
}

function first(values: readonly string[], problem: (value: string) => Problem | undefined): Problem | undefined {
  return values.map(problem).find((found) => found !== undefined);
}

function noLanguage(tag: string): Problem | undefined {
  const problem = tagProblem(tag);
  if (problem === undefined) return undefined;
  const { canonical } = problem;
  return canonical === undefined
    ? { key: 'setup.noLanguage', values: { tag } }
    : { key: 'setup.languageForm', values: { canonical } };
}

function noZone(zone: string, isZone: IsZone): Problem | undefined {
  return isZone(zone) ? undefined : { key: 'setup.noZone', values: { zone } };
}

function repositoryProblem(text: string): Problem | undefined {
  const [address = ''] = text.split(/\s+/);
  const fault = shapeProblem(source.url, 'repository', address);
  if (fault !== undefined || repositoryOf(text) !== undefined) return fault;
  return { key: 'setup.noHost', values: { address, hosts: HOSTS.join(', ') } };
}
