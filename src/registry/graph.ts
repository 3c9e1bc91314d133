import type { Organization } from '../schema/organization.ts';
import type { Project } from '../schema/project.ts';
import { type AnyRecord, type RecordOf, type Registry, recordKey, recordsOf } from '../schema/registry.ts';

type ProjectRecord = RecordOf<'project'>;
type OrganizationRecord = RecordOf<'organization'>;
type StandardRecord = RecordOf<'standard'>;
type FundingRecord = RecordOf<'funding'>;

export interface Use {
  readonly organization: OrganizationRecord;
  readonly use: NonNullable<Organization['uses']>[number];
}
export interface Endorsement {
  readonly organization: OrganizationRecord;
  readonly endorsement: NonNullable<Organization['endorses']>[number];
}
export interface Supplier {
  readonly organization: OrganizationRecord;
  readonly supply: NonNullable<Organization['supplies']>[number];
}
export interface StandardUse {
  readonly project: ProjectRecord;
  readonly use: NonNullable<Project['standards']>[number];
}

export interface FundedProject {
  readonly project: ProjectRecord;
  readonly funding: NonNullable<Project['funding']>[number];
}

/** What records say of each other, turned round: project - standard - organization - country - funding. */
export interface Graph {
  readonly projects: readonly ProjectRecord[];
  readonly organizations: readonly OrganizationRecord[];
  readonly standards: readonly StandardRecord[];
  readonly programmes: readonly FundingRecord[];
  /** A record by kind and id, or `undefined`. */
  readonly project: (id: string) => ProjectRecord | undefined;
  readonly organization: (id: string) => OrganizationRecord | undefined;
  readonly standard: (id: string) => StandardRecord | undefined;
  readonly funding: (id: string) => FundingRecord | undefined;
  readonly ownedBy: (organization: string) => readonly ProjectRecord[];
  readonly partneredBy: (organization: string) => readonly ProjectRecord[];
  readonly partsOf: (organization: string) => readonly OrganizationRecord[];
  readonly usesOf: (project: string) => readonly Use[];
  readonly suppliersOf: (project: string) => readonly Supplier[];
  readonly endorsementsOf: (standard: string) => readonly Endorsement[];
  readonly projectsWith: (standard: string) => readonly StandardUse[];
  /** Programmes whose funder an organization is. */
  readonly programmesOf: (organization: string) => readonly FundingRecord[];
  /** Projects that name a programme, once for each time that it paid. */
  readonly fundedBy: (programme: string) => readonly FundedProject[];
  /** Projects that say they are based on this one. */
  readonly basedOn: (project: string) => readonly ProjectRecord[];
  /** Projects with a function in common, the one with most in common first. */
  readonly similarTo: (project: ProjectRecord) => readonly ProjectRecord[];
  /** The owner's country, or `undefined` for one of several countries. */
  readonly countryOf: (project: ProjectRecord) => string | undefined;
}

const MAX_SIMILAR = 6;

/** Builds the graph of a registry, once for a build. */
export function buildGraph(registry: Registry): Graph {
  const projects = recordsOf(registry, 'project');
  const organizations = recordsOf(registry, 'organization');
  const programmes = recordsOf(registry, 'funding');
  const byKey = new Map<string, AnyRecord>(
    registry.records.map((record) => [recordKey(record.kind, record.id), record]),
  );
  const byFunction = index(
    projects,
    ({ data }) => data.functions.map((term) => [term, term]),
    (project) => project,
  );
  const organization = (id: string) => byKey.get(recordKey('organization', id)) as OrganizationRecord | undefined;

  return {
    projects,
    organizations,
    standards: recordsOf(registry, 'standard'),
    programmes,
    project: (id) => byKey.get(recordKey('project', id)) as ProjectRecord | undefined,
    organization,
    standard: (id) => byKey.get(recordKey('standard', id)) as StandardRecord | undefined,
    funding: (id) => byKey.get(recordKey('funding', id)) as FundingRecord | undefined,
    ...saidByProjects(projects),
    ...saidByOrganizations(organizations),
    programmesOf: index(
      programmes,
      ({ data }) => (data.funderOrganization === undefined ? [] : [[data.funderOrganization, undefined]]),
      (programme) => programme,
    ),
    similarTo: (project) => similar(project, byFunction),
    countryOf: ({ data }) => organization(data.owner)?.data.country,
  };
}

/** What projects say of other records, by the id of the other. */
function saidByProjects(projects: readonly ProjectRecord[]) {
  return {
    ownedBy: index(
      projects,
      ({ data }) => [[data.owner, undefined]],
      (project) => project,
    ),
    partneredBy: index(
      projects,
      ({ data }) => (data.partners ?? []).map((partner) => [partner.organization, partner]),
      (project) => project,
    ),
    projectsWith: index(
      projects,
      ({ data }) => (data.standards ?? []).map((use) => [use.standard, use]),
      (project, use) => ({ project, use }),
    ),
    fundedBy: index(
      projects,
      ({ data }) =>
        (data.funding ?? []).flatMap((funding) =>
          funding.programme === undefined ? [] : [[funding.programme, funding] as const],
        ),
      (project, funding) => ({ project, funding }),
    ),
    basedOn: index(
      projects,
      ({ data }) => (data.basedOn ?? []).map((id) => [id, id]),
      (project) => project,
    ),
  };
}

/** What organizations say of other records, by the id of the other. */
function saidByOrganizations(organizations: readonly OrganizationRecord[]) {
  return {
    partsOf: index(
      organizations,
      ({ data }) => (data.parent === undefined ? [] : [[data.parent, undefined]]),
      (organization) => organization,
    ),
    usesOf: index(
      organizations,
      ({ data }) => (data.uses ?? []).map((use) => [use.project, use]),
      (organization, use) => ({ organization, use }),
    ),
    suppliersOf: index(
      organizations,
      ({ data }) => (data.supplies ?? []).map((supply) => [supply.project, supply]),
      (organization, supply) => ({ organization, supply }),
    ),
    endorsementsOf: index(
      organizations,
      ({ data }) => (data.endorses ?? []).map((e) => [e.standard, e]),
      (organization, endorsement) => ({ organization, endorsement }),
    ),
  };
}

/** Items of records by the id that they point at. */
function index<R, V, T>(
  records: readonly R[],
  pointers: (record: R) => (readonly [string, V])[],
  make: (record: R, value: V) => T,
): (id: string) => readonly T[] {
  const map = new Map<string, T[]>();
  for (const record of records) {
    for (const [id, value] of pointers(record)) {
      const list = map.get(id);
      if (list === undefined) map.set(id, [make(record, value)]);
      else list.push(make(record, value));
    }
  }
  return (id) => map.get(id) ?? [];
}

/** How many candidates a common function may bring, so that a build of many records stays linear. */
const MAX_CANDIDATES = 200;

function similar(
  project: ProjectRecord,
  byFunction: (term: string) => readonly ProjectRecord[],
): readonly ProjectRecord[] {
  const scores = new Map<ProjectRecord, number>();
  for (const term of project.data.functions) {
    const candidates = byFunction(term);
    // A rare function in common says more than a frequent one.
    for (const candidate of candidates.slice(0, MAX_CANDIDATES))
      scores.set(candidate, (scores.get(candidate) ?? 0) + 1 / Math.log2(candidates.length + 1));
  }
  scores.delete(project);
  return [...scores]
    .toSorted(([a, scoreA], [b, scoreB]) => scoreB - scoreA || (a.id < b.id ? -1 : 1))
    .slice(0, MAX_SIMILAR)
    .map(([candidate]) => candidate);
}
