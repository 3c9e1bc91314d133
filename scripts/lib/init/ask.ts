import type { Registry } from '../../../src/schema/registry.ts';
import { SHARED_ZONE } from '../../../src/schema/vocabulary.ts';
import { flagOf } from '../../../src/setup/command-line.ts';
import { keptRecords } from '../../../src/setup/kept-records.ts';
import { isBeginning } from '../../../src/setup/plan-settings.ts';
import { QUESTIONS, type Question } from '../../../src/setup/questions.ts';
import { includeOf, listOf, type Texts, textsOf } from '../../../src/setup/texts.ts';
import { visible } from '../excerpt.ts';
import { UsageError } from '../exit-code.ts';
import { prompt } from '../prompts.ts';
import { messageOf, problemOf } from './questions.ts';

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
    const { name } = question;
    const isMeant = question.taking === undefined || isBeginning(registry);
    if (!isMeant && given[name] !== undefined)
      throw new UsageError(`--${name} is for a registry that becomes a copy. This is one: change its federation.yaml.`);
    const text = (given[name] ?? suggested[name] ?? '').trim();
    const problem = isMeant ? problemOf(question, text, texts) : undefined;
    if (problem !== undefined) throw new UsageError(`${flagOf(name)}: ${visible(problem)}`);
    if (isMeant) texts = { ...texts, [name]: text };
  }
  return texts;
}

/** Asks for what the command line left out. */
export async function askTexts(registry: Registry, given: Texts): Promise<Texts> {
  let texts: Texts = {};
  const suggested = suggestions(registry);
  for (const question of QUESTIONS) {
    const { name } = question;
    if (!isAsked(question, registry, texts)) continue;
    const stated = given[name]?.trim();
    const problem = (text: string) => problemOf(question, text, texts);
    const isFit = stated !== undefined && problem(stated) === undefined;
    const hint = question.required ? '' : ' (may be left empty)';
    const text = isFit ? stated : await prompt.text(messageOf(name) + hint, problem, stated ?? suggested[name]);
    texts = { ...texts, [name]: text };
  }
  return texts;
}
