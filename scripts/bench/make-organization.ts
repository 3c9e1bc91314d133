import { day } from './dates.ts';
import type { Made, Placed, World } from './generate.ts';
import { localizedIn, recordLanguages } from './languages.ts';
import { phrase, properName } from './prose.ts';
import type { Random } from './random.ts';

const TYPES = ['national', 'local', 'regional', 'ngo', 'university', 'company', 'community', 'cooperative'];

/** The number at the end of an id. */
function serial(id: string): number {
  return Number(/\d+$/.exec(id)?.[0] ?? 0);
}

/** An organization of the made-up registry, with what it says that it uses and endorses. */
export function makeOrganization({ id, zone }: Placed, world: World, random: Random): Made {
  const languages = recordLanguages(random);
  const site = `https://www.example.org/${id}`;
  const parent = random.tail(world.organizations).id;
  const used = world.projects.length === 0 ? [] : random.someOf(world.projects, 1 + random.below(5));
  const data = {
    schemaVersion: 1,
    name: `${properName(random)} ${properName(random)} ${random.pick(['Agency', 'Council', 'Office', 'Ministry', 'Institute'])}`,
    summary: localizedIn(languages, (language) => phrase(language, random)),
    type: zone === 'int' ? 'international' : random.tail(TYPES),
    ...(zone === 'int' ? {} : { country: zone.toUpperCase() }),
    website: `${site}/`,
    // Only parts of what was made before, so that no office is part of its own part.
    ...(serial(parent) < serial(id) ? { parent } : {}),
    contacts: [{ name: 'Open source office', url: `${site}/contact` }],
    uses: used.map((project) => ({
      project: project.id,
      since: 2012 + random.below(13),
      scale: `${1 + random.below(900)} offices`,
      purpose: phrase(languages[0], random),
      evidence: `${site}/uses/${project.id}`,
      confirmed: day(random),
      willingToTalk: random.chance(0.5),
    })),
    endorses: random.someOf(world.standards, 1 + random.below(3)).map((standard) => ({
      standard,
      status: random.tail(['recommended', 'mandatory', 'tolerated']),
      evidence: `${site}/standards/${standard}`,
    })),
  };
  return { kind: 'organization', id, data };
}
