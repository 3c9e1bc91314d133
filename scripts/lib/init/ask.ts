import type { Registry } from '../../../src/schema/registry.ts';
import { SHARED_ZONE } from '../../../src/schema/vocabulary.ts';
import { keptRecords } from '../../../src/setup/kept-records.ts';
import { isBeginning } from '../../../src/setup/plan-copy.ts';
import { visible } from '../excerpt.ts';
import { UsageError } from '../exit-code.ts';
import { prompt } from '../prompts.ts';
import { QUESTIONS, type Question } from './questions.ts';
import { includeOf, listOf, type Texts, textsOf } from './texts.ts';

/** What stands in for an answer that is not given: what the registry says already, as far as it is true of the copy. */
function suggestions({ config }: Pick<Registry, 'config'>): Texts {
  const said = textsOf(config);
  if (!isBeginning({ config })) return said;
  // The copy is made from this registry: where it stands and who answers for it is said of the other one.
  return {
    languages: said.languages ?? '',
    dataLicense: config.dataLicense,
    include: 'all',
    ...(config.url?.startsWith('https:') ? { source: config.url } : {}),
  };
}

/** The questions that a registry is asked, in order; which they are may depend on the answers before. */
function isAsked(question: Question, registry: Registry, texts: Texts): boolean {
  if (question.taking === undefined) return true;
  if (!isBeginning(registry)) return false;
  // Where none of the records stays, the vocabularies come from there.
  return (
    question.name !== 'source' ||
    !listOf(texts.zone).includes(SHARED_ZONE) ||
    keptRecords(registry, listOf(texts.zone), includeOf(texts.include)).foreign.length > 0
  );
}

/** The answers from the command line alone. Throws a {@link UsageError} with the flag of what is missing or will not do. */
export function givenTexts(registry: Registry, given: Texts): Texts {
  let texts: Texts = {};
  const suggested = suggestions(registry);
  for (const question of QUESTIONS) {
    const { name, flag } = question;
    const isMeant = question.taking === undefined || isBeginning(registry);
    if (!isMeant && given[name] !== undefined)
      throw new UsageError(`--${name} is for a registry that becomes a copy. This is one: change its federation.yaml.`);
    const text = (given[name] ?? suggested[name] ?? '').trim();
    const problem = isMeant ? problemOf(question, text, texts) : undefined;
    if (problem !== undefined) throw new UsageError(`${flag.split(' ')[0]}: ${visible(problem)}`);
    if (isMeant) texts = { ...texts, [name]: text };
  }
  return texts;
}

/** Asks for what the command line left out. */
export async function askTexts(registry: Registry, given: Texts): Promise<Texts> {
  let texts: Texts = {};
  const suggested = suggestions(registry);
  for (const question of QUESTIONS) {
    const { name, message } = question;
    if (!isAsked(question, registry, texts)) continue;
    const stated = given[name]?.trim();
    const problem = (text: string) => problemOf(question, text, texts);
    const isFit = stated !== undefined && problem(stated) === undefined;
    const hint = question.required ? '' : ' (may be left empty)';
    const text = isFit ? stated : await prompt.text(message + hint, problem, stated ?? suggested[name]);
    texts = { ...texts, [name]: text };
  }
  return texts;
}

function problemOf(question: Question, text: string, texts: Texts): string | undefined {
  if (text === '') return question.required ? 'This is needed.' : undefined;
  return question.problem(text, texts);
}

/** The command line that gives the same answers: what was typed is not lost where nothing could be written. */
export function commandLine(texts: Texts): string {
  const quoted = (text: string) => `'${text.replaceAll("'", "'\\''")}'`;
  const flags = QUESTIONS.flatMap(({ name, flag }) => {
    const text = texts[name];
    return text ? [`${flag.split(' ')[0]} ${quoted(text)}`] : [];
  });
  return `npm run registry -- init ${flags.join(' ')}`;
}
