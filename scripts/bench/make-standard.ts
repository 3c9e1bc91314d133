import type { Made, World } from './generate.ts';
import { paragraph, phrase, properName } from './prose.ts';
import type { Random } from './random.ts';

/** A standard of the made-up registry. */
export function makeStandard(id: string, { terms }: World, random: Random): Made {
  const name = `${properName(random)} ${1 + random.below(9)}`;
  const data = {
    schemaVersion: 1,
    name,
    summary: { en: phrase('en', random), fr: phrase('fr', random) },
    description: { en: paragraph('en', 3, random), fr: paragraph('fr', 3, random) },
    steward: `${properName(random)} Working Group`,
    website: `https://standards.example.org/${id}/`,
    version: `${1 + random.below(4)}.${random.below(10)}`,
    license: random.pick(['CC0-1.0', 'CC-BY-4.0']),
    domain: random.tail(terms.domains),
    status: random.tail(['current', 'draft', 'superseded']),
    aliases: [`${name} profile`],
  };
  return { kind: 'standard', id, data };
}
