import { day } from './dates.ts';
import type { Made, Placed, World } from './generate.ts';
import { localizedIn, recordLanguages } from './languages.ts';
import { OTHER_LANGUAGES, paragraph, phrase, properName } from './prose.ts';
import type { Random } from './random.ts';

const TYPES = [
  'application',
  'service',
  'platform',
  'library',
  'component',
  'infrastructure',
  'data-platform',
  'guide',
];
const STATUSES = ['stable', 'beta', 'development', 'obsolete', 'concept'];
const LICENSES = [
  'MIT',
  'Apache-2.0',
  'EUPL-1.2',
  'AGPL-3.0-or-later',
  'GPL-3.0-only',
  'BSD-3-Clause',
  'MPL-2.0 OR MIT',
];
const PLATFORMS = ['web', 'linux', 'android', 'ios', 'windows'];
const CODE = ['JavaScript', 'Java', 'Python', 'PHP', 'TypeScript', 'C#', 'Go', 'Ruby', 'Kotlin', 'Rust', 'Elixir'];
const HOSTING = ['self-hosted', 'saas', 'shared-service', 'on-request'];
const ROLES = ['implements', 'conforms', 'produces', 'consumes'];
/** So many lines describe a project, shared out among its languages: a record then has about 2.2 KB. */
const LINES = 7;

/** A project of the made-up registry. */
export function makeProject({ id, zone }: Placed, world: World, random: Random): Made {
  const languages = recordLanguages(random);
  const site = `https://services.example.org/${id}`;
  const code = `https://code.example.org/${id}`;
  const data = {
    schemaVersion: 1,
    name: random.chance(0.7)
      ? projectName(random)
      : localizedIn(languages, (language) => `${phrase(language, random)} (${projectName(random)})`),
    summary: localizedIn(languages, (language) => phrase(language, random)),
    description: localizedIn(languages, (language) =>
      paragraph(language, Math.round(LINES / languages.length), random),
    ),
    type: random.tail(TYPES),
    status: random.tail(STATUSES),
    functions: random.someOf(world.terms.functions, 1 + random.below(3)),
    owner: random.tail(world.organizations).id,
    repository: code,
    website: `${site}/`,
    documentation: `${site}/docs/`,
    license: random.tail(LICENSES),
    platforms: random.someOf(PLATFORMS, 2),
    programmingLanguages: random.someOf(CODE, 2),
    interfaceLanguages: [...new Set([...languages, ...random.someOf(OTHER_LANGUAGES, 1)])],
    audience: {
      ...(zone === 'int' ? {} : { countries: [zone.toUpperCase()] }),
      scope: random.someOf(world.terms.audiences, 1),
      levels: random.someOf(['local', 'national', 'regional', 'international'], 2),
    },
    standards: random.someOf(world.standards, 1 + random.below(2)).map((standard) => ({
      standard,
      role: random.tail(ROLES),
      ...(random.chance(0.5) ? { evidence: `${code}/blob/main/README.md` } : {}),
    })),
    ...related(id, world, random),
    hosting: random.someOf(HOSTING, 2),
    ...(random.chance(0.5)
      ? { accessibility: { standard: 'WCAG 2.2 AA', result: random.tail(['partial', 'full']) } }
      : {}),
    ...(random.chance(0.7) ? { maintenance: { type: random.tail(['internal', 'community', 'contract']) } } : {}),
    started: 2008 + random.below(17),
    ...(random.chance(0.6) ? { checked: { on: day(random), by: 'this registry' } } : {}),
  };
  return { kind: 'project', id, data };
}

function projectName(random: Random): string {
  return `${properName(random)} ${properName(random)} ${random.pick(['Connect', 'Forms', 'Notify', 'Register', 'Portal', 'Desk', 'Map', 'Sign'])}`;
}

function related(id: string, { projects }: World, random: Random): { related?: string[] } {
  if (random.chance(0.5)) return {};
  const others = [random.pick(projects), random.pick(projects)].map((project) => project.id);
  const found = [...new Set(others)].filter((other) => other !== id);
  return found.length === 0 ? {} : { related: found };
}
