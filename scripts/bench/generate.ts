import { COUNTRY_CODES } from '../../src/rules/countries.ts';
import type { Kind } from '../../src/schema/kinds.ts';
import { makeOrganization } from './make-organization.ts';
import { makeProject } from './make-project.ts';
import { makeStandard } from './make-standard.ts';
import { Random } from './random.ts';

/** A record before it is written. */
export interface Made {
  readonly kind: Kind;
  readonly id: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** The terms of each vocabulary that records take theirs from. */
export type Terms = Readonly<Record<'functions' | 'audiences' | 'domains', readonly string[]>>;

/** The world that records refer to: known before any of them is made. */
export interface World {
  readonly terms: Terms;
  readonly countries: readonly string[];
  readonly organizations: readonly Placed[];
  readonly projects: readonly Placed[];
  readonly standards: readonly string[];
}

/** Where a record stands. */
export interface Placed {
  readonly id: string;
  readonly zone: string;
}

const COUNTRIES = 60;
const STANDARDS = 40;
/** Of so many records, one is an organization. */
const ORGANIZATION_SHARE = 8;
/** Of so many projects and organizations, one belongs to several countries. */
const INTERNATIONAL_SHARE = 20;

/**
 * A made-up registry of `count` records (at least 3): organizations, standards, and projects for the rest. The same count, seed and terms
 * give the same records; every one is valid.
 */
export function* generate(count: number, seed: number, terms: Terms): Generator<Made> {
  const random = new Random(seed);
  const world = makeWorld(count, terms, random);
  for (const id of world.standards) yield makeStandard(id, world, random);
  for (const placed of world.organizations) yield makeOrganization(placed, world, random);
  for (const placed of world.projects) yield makeProject(placed, world, random);
}

function makeWorld(count: number, terms: Terms, random: Random): World {
  const organizations = Math.max(1, Math.round(count / ORGANIZATION_SHARE));
  const standards = Math.max(1, Math.min(STANDARDS, Math.floor(count / ORGANIZATION_SHARE)));
  const countries = shuffled([...COUNTRY_CODES].toSorted(), random).slice(0, COUNTRIES);
  const place = (name: string, number: number): Placed => {
    const zone = number % INTERNATIONAL_SHARE === 1 ? 'int' : random.tail(countries).toLowerCase();
    return { zone, id: `${zone}/${name}-${String(number).padStart(6, '0')}` };
  };
  const placed = (name: string, length: number) => Array.from({ length }, (_, number) => place(name, number));
  return {
    terms: { ...terms, functions: shuffled(terms.functions, random) },
    countries,
    organizations: placed('office', organizations),
    projects: placed('service', count - organizations - standards),
    standards: Array.from({ length: standards }, (_, number) => `int/standard-${number + 1}`),
  };
}

/** Fisher and Yates's shuffle. */
function shuffled<T>(items: readonly T[], random: Random): T[] {
  const rest = [...items];
  return items.flatMap(() => rest.splice(random.below(rest.length), 1));
}
