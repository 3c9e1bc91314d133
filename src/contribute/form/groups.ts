import type { StringKey } from '../../i18n/strings.ts';
import type { Kind } from '../../schema/kinds.ts';

/** The steps that have fields. `fixed` is none: nobody chooses what stands there. */
export type FieldStep = 'known' | 'about' | 'reuse' | 'more' | 'fixed';

/** Fields that stand together, under a heading of their own in the step `more`. */
export interface FieldGroup {
  readonly step: FieldStep;
  readonly title: StringKey;
  readonly fields: readonly string[];
}

const FIXED: FieldGroup = { step: 'fixed', title: 'form.groupRecord', fields: ['schemaVersion'] };
const RECORD = ['sameAs', 'tags', 'formerIds', 'checked', 'source'];
const EXTENSIONS: FieldGroup = { step: 'more', title: 'project.extensions', fields: ['extensions'] };

function known(...fields: string[]): FieldGroup {
  return { step: 'known', title: 'form.groupName', fields };
}
function about(...fields: string[]): FieldGroup {
  return { step: 'about', title: 'form.stepAbout', fields };
}
function reuse(...fields: string[]): FieldGroup {
  return { step: 'reuse', title: 'form.stepReuse', fields };
}
function more(title: StringKey, ...fields: string[]): FieldGroup {
  return { step: 'more', title, fields };
}

/** On which step each field of each kind is asked for, and beside which others; a test insists that none is forgotten. */
export const FIELD_GROUPS: Readonly<Record<Kind, readonly FieldGroup[]>> = {
  project: [
    FIXED,
    known('name', 'repository', 'website'),
    about('summary', 'type', 'status', 'functions', 'owner', 'acronym'),
    reuse(
      'license',
      'opening',
      'hosting',
      'interfaceLanguages',
      'programmingLanguages',
      'documentation',
      'demo',
      'maintenance',
    ),
    more('form.groupDescription', 'description', 'platforms', 'audience'),
    more('form.groupPeople', 'partners', 'support'),
    more('form.groupFit', 'standards', 'basedOn', 'dependsOn', 'related', 'distinctFrom', 'insteadOf'),
    more('form.groupTrust', 'accessibility', 'privacy', 'security'),
    more('form.groupMoney', 'costs', 'funding'),
    more('form.groupLinks', 'repositories', 'sharedRepository', 'api', 'roadmap', 'publiccode'),
    more('form.groupTime', 'started', 'released', 'ended'),
    EXTENSIONS,
    more('form.groupRecord', 'identifiers', ...RECORD),
  ],
  organization: [
    FIXED,
    known('name', 'website'),
    about('type', 'country', 'acronym', 'summary', 'parent'),
    more('organization.uses', 'uses'),
    more('organization.endorses', 'endorses'),
    more('form.groupSupplies', 'supplies'),
    more('form.groupContacts', 'contacts'),
    EXTENSIONS,
    more('form.groupRecord', 'distinctFrom', ...RECORD),
  ],
  standard: [
    FIXED,
    known('name', 'website'),
    about('acronym', 'summary', 'steward', 'stewardOrganization', 'domain', 'status'),
    reuse('specification', 'version', 'license'),
    more('form.groupDescription', 'description', 'aliases', 'replaces'),
    EXTENSIONS,
    more('form.groupRecord', 'distinctFrom', ...RECORD),
  ],
  group: [
    FIXED,
    known('name', 'website'),
    about('acronym', 'summary', 'type', 'host', 'hostOrganization', 'joining'),
    more('form.groupFit', 'countries', 'zones', 'languages', 'questions', 'standards'),
    EXTENSIONS,
    more('form.groupRecord', ...RECORD),
  ],
  funding: [
    FIXED,
    known('name', 'website'),
    about('summary', 'type', 'funder', 'funderOrganization', 'country', 'eligibility', 'apply'),
    more('form.groupMoney', 'amount', 'from', 'to', 'compensation'),
    EXTENSIONS,
    more('form.groupRecord', 'evidence', ...RECORD),
  ],
  notice: [
    FIXED,
    known('title'),
    about('kind', 'text', 'organization', 'project', 'posted', 'closes', 'contact'),
    reuse('paid', 'unpaid', 'respondents', 'labourTerms'),
    EXTENSIONS,
    more('form.groupRecord', ...RECORD),
  ],
  question: [
    FIXED,
    known('title'),
    about('summary', 'language', 'whyHard'),
    more('form.groupFit', 'groups', 'projects', 'standards', 'evidence'),
    EXTENSIONS,
    more('form.groupRecord', ...RECORD),
  ],
  note: [
    FIXED,
    known('title'),
    about('type', 'date', 'language', 'authorRole', 'license'),
    more('form.groupFit', 'organization', 'projects', 'questions'),
    EXTENSIONS,
    more('form.groupRecord', ...RECORD),
  ],
};
