import { z } from 'zod';
import { languageName } from '../../src/i18n/format.ts';
import { checkShape } from '../../src/registry/check-shape.ts';
import { fillTemplate, inEnglish } from '../../src/rules/english.ts';
import { RULES_BY_ID } from '../../src/rules/index.ts';
import type { Finding } from '../../src/rules/rule.ts';
import { visible } from './excerpt.ts';
import { UsageError } from './exit-code.ts';
import { prompt } from './prompts.ts';

/** Why a value does not fit the schema of its field, in the words of the rules, or `undefined` where it fits. */
export function fieldProblem(schema: z.ZodType, field: string, value: unknown): string | undefined {
  const [finding] = checkShape('', { [field]: value }, z.object({ [field]: schema })).findings;
  return finding === undefined ? undefined : findingText(finding);
}

/** A finding about what somebody typed: what is wrong, and what is expected. */
export function findingText({ rule, code, values, expected }: Finding): string {
  const message = fillTemplate(RULES_BY_ID.get(rule)?.messages[code] ?? '', values);
  return expected === undefined ? message : `${message} Expected: ${inEnglish(expected)}.`;
}

/** Asks for a text in each language of the copy; where it is required, in at least one. */
export async function askTexts(
  question: string,
  languages: readonly string[],
  schema: z.ZodType,
  required: boolean,
): Promise<Record<string, string>> {
  const texts: Record<string, string> = {};
  for (const [index, language] of languages.entries()) {
    const isNeeded = required && index === languages.length - 1 && Object.keys(texts).length === 0;
    const problem = (typed: string) => {
      if (typed === '') return isNeeded ? 'This is needed.' : undefined;
      return fieldProblem(schema, language, { [language]: typed });
    };
    const typed = await prompt.text(
      `${question} (${languageName(language, 'en')}${isNeeded ? '' : ', may be left empty'})`,
      problem,
    );
    if (typed !== '') texts[language] = typed;
  }
  return texts;
}

/** Collects `--option en=text` of the command line into a language map. */
export function collectText(value: string, texts: Readonly<Record<string, string>> = {}): Record<string, string> {
  const at = value.indexOf('=');
  if (at < 1) throw new UsageError(`A text is written with its language, as en=text, not “${visible(value)}”.`);
  return { ...texts, [value.slice(0, at)]: value.slice(at + 1).trim() };
}
