import { formatDate, formatList, formatNumber, languageName } from '../i18n/format.ts';
import { pickText } from '../i18n/localized.ts';
import type { RecordOf } from '../schema/registry.ts';
import { type Fact, unstated } from './fact.ts';
import { isConfirmed } from './freshness.ts';
import { licenseAnswer, licenseKind } from './license-words.ts';
import type { Site } from './make-site.ts';
import { nameIn } from './names.ts';

type Project = RecordOf<'project'>;
/** What a decision about reuse needs, in the order in which people ask. */
export function reuseFacts(project: Project, lang: string, site: Site): Fact[] {
  return [
    license,
    users,
    maintained,
    hosting,
    cost,
    skills,
    languages,
    accessibility,
    privacy,
    standards,
    security,
  ].map((fact) => fact(project, lang, site));
}

type MakeFact = (project: Project, lang: string, site: Site) => Fact;

const license: MakeFact = ({ data }, lang, site) => {
  const t = site.t(lang);
  const label = t('reuse.license');
  if (data.license === undefined) return unstated(label);
  const opening = data.opening === undefined ? undefined : pickText(data.opening, lang, site.languages);
  return {
    label,
    answer: licenseAnswer(data.license),
    text: t(`licenseKind.${licenseKind(data.license)}`) + (opening === undefined ? '' : ` ${opening.text}`),
    ...(data.license === 'not-open' ? {} : { code: data.license }),
    source: 'declared',
  };
};

const users: MakeFact = ({ id }, lang, site) => {
  const t = site.t(lang);
  const uses = site.graph.usesOf(id);
  const label = t('reuse.users');
  if (uses.length === 0) return unstated(label);
  const confirmed = uses.filter(({ use }) => isConfirmed(use.confirmed, site.today)).length;
  return {
    label,
    text: `${t('reuse.bodies', { count: uses.length })}${t('punctuation.listSeparator')}${t('reuse.confirmedBodies', { count: confirmed })}`,
    source: 'reviewed',
  };
};

const maintained: MakeFact = ({ data }, lang, site) => {
  const t = site.t(lang);
  const label = t('reuse.maintained');
  if (data.ended !== undefined)
    return {
      label,
      answer: 'no',
      text: t('reuse.ended', { date: formatDate(data.ended.date, lang) }),
      source: 'declared',
    };
  if (data.maintenance === undefined) return unstated(label);
  const { type, until } = data.maintenance;
  const words = t(`maintenance.${type}`);
  return {
    label,
    ...(type === 'none' ? { answer: 'no' as const } : {}),
    text: until === undefined ? words : `${words} (${t('reuse.until', { date: formatDate(until, lang) })})`,
    source: 'declared',
  };
};

const hosting: MakeFact = ({ data }, lang, site) => {
  const t = site.t(lang);
  const label = t('reuse.hosting');
  const ways = (data.hosting ?? []).map((way) => t(`hosting.${way}`));
  return ways.length === 0 ? unstated(label) : { label, text: ways.join(' · '), source: 'declared' };
};

const cost: MakeFact = ({ data }, lang, site) => {
  const t = site.t(lang);
  const label = t('reuse.cost');
  const { note, from, to, currency = '' } = data.costs ?? {};
  const picked = note === undefined ? undefined : pickText(note, lang, site.languages);
  const amounts = [from, to].flatMap((amount) =>
    amount === undefined ? [] : [`${formatNumber(amount, lang)} ${currency}`.trim()],
  );
  if (picked === undefined && amounts.length === 0) return unstated(label);
  const range =
    amounts.length === 2 ? t('reuse.range', { from: amounts[0] ?? '', to: amounts[1] ?? '' }) : (amounts[0] ?? '');
  return {
    label,
    // Beside a note that runs the other way, the range keeps its own direction.
    text: [picked?.text, range && picked?.foreign ? `\u2068${range}\u2069` : range].filter(Boolean).join(' · '),
    lang: picked?.foreign ? picked.lang : undefined,
    source: 'declared',
  };
};

const skills: MakeFact = ({ data }, lang, site) =>
  listed(site.t(lang)('reuse.skills'), data.programmingLanguages ?? [], lang);

const languages: MakeFact = ({ data }, lang, site) =>
  listed(
    site.t(lang)('reuse.languages'),
    (data.interfaceLanguages ?? []).map((tag) => languageName(tag, lang)),
    lang,
  );

const accessibility: MakeFact = ({ data }, lang, site) => {
  const t = site.t(lang);
  const label = t('reuse.accessibility');
  const { result, standard, statement } = data.accessibility ?? {};
  if (result === undefined && statement === undefined) return unstated(label);
  const answers = { full: 'yes', partial: 'partly', none: 'no', untested: 'notStated' } as const;
  const text = [result === undefined ? '' : t(`accessibilityResult.${result}`), standard ?? '']
    .filter(Boolean)
    .join(' · ');
  const links = statement === undefined ? [] : [{ href: statement, text: t('reuse.accessibilityStatement') }];
  return { label, ...(result === undefined ? {} : { answer: answers[result] }), text, links, source: 'declared' };
};

const privacy: MakeFact = ({ data }, lang, site) => {
  const t = site.t(lang);
  const label = t('reuse.privacy');
  const { personalData, assessment } = data.privacy ?? {};
  if (personalData === undefined && assessment === undefined) return unstated(label);
  const links = assessment === undefined ? [] : [{ href: assessment, text: t('reuse.privacyAssessment') }];
  return {
    label,
    text: personalData === undefined ? '' : t(`personalData.${personalData}`),
    links,
    source: 'declared',
  };
};

const standards: MakeFact = ({ data }, lang, site) => {
  const t = site.t(lang);
  const label = t('reuse.standards');
  const used = [...new Set((data.standards ?? []).map(({ standard }) => standard))];
  if (used.length === 0) return unstated(label);
  const links = used.map((id) => {
    const { text, lang: own } = nameIn(site.graph.standard(id)?.data.name ?? id, lang, site.languages);
    return { href: site.href(lang, `standards/${id}/`), text, lang: own };
  });
  return { label, text: '', links, source: 'declared' };
};

const security: MakeFact = ({ data }, lang, site) => {
  const t = site.t(lang);
  const label = t('reuse.security');
  const policy = data.security?.policy;
  return policy === undefined
    ? unstated(label)
    : { label, text: '', links: [{ href: policy, text: t('reuse.securityPolicy') }], source: 'declared' };
};

function listed(label: string, items: readonly string[], lang: string): Fact {
  return items.length === 0 ? unstated(label) : { label, text: formatList(items, lang), source: 'declared' };
}
