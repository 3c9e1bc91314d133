import type { RecordOf } from '../schema/registry.ts';
import { type Fact, unstated } from './fact.ts';
import { amountWords, periodWords, programmePlace } from './funding-words.ts';
import type { Site } from './make-site.ts';
import { allNames, nameIn } from './names.ts';

type Programme = RecordOf<'funding'>;

/** What an applicant asks of a programme, in the order in which people ask. */
export function fundingFacts(programme: Programme, lang: string, site: Site): Fact[] {
  const t = site.t(lang);
  const { data } = programme;
  const { whatIsPaid, rates, contract, labourTerms, licensing } = data.compensation ?? {};
  return [
    {
      label: t('funding.type'),
      text: '',
      links: [{ href: `${site.href(lang, 'funding/')}#${data.type}`, text: t(`fundingModel.${data.type}`) }],
    },
    funder(programme, lang, site),
    { label: t('facet.country'), text: programmePlace(programme, lang, site).name },
    stated(t('funding.eligibility'), data.eligibility),
    stated(t('funding.amount'), amountWords(data.amount ?? {}, t)),
    stated(t('funding.period'), periodWords(data, t)),
    stated(t('funding.whatIsPaid'), whatIsPaid),
    stated(t('funding.rates'), rates),
    stated(t('funding.contract'), contract),
    stated(t('funding.labourTerms'), labourTerms),
    stated(t('funding.licensing'), licensing),
    evidence(programme, t('funding.evidence')),
  ];
}

/** The funder in the record's words, and its own record where it has one under another name. */
function funder({ data }: Programme, lang: string, site: Site): Fact {
  const label = site.t(lang)('funding.funder');
  const organization =
    data.funderOrganization === undefined ? undefined : site.graph.organization(data.funderOrganization);
  if (organization === undefined) return { label, text: data.funder };
  const { text, lang: own } = nameIn(organization.data.name, lang, site.languages);
  return {
    label,
    text: allNames(organization).includes(data.funder) ? '' : data.funder,
    links: [{ href: site.href(lang, `organizations/${organization.id}/`), text, lang: own }],
  };
}

function evidence({ data }: Programme, label: string): Fact {
  const links = (data.evidence ?? []).map((href) => ({ href, text: shownAddress(href) }));
  return links.length === 0 ? unstated(label) : { label, text: '', links };
}

/** An address as people read it: two pages of one host must not look alike. */
function shownAddress(address: string): string {
  const { hostname, pathname } = new URL(address);
  return `${hostname.replace(/^www\./, '')}${pathname.replace(/\/$/, '')}`;
}

function stated(label: string, text: string | undefined): Fact {
  return text === undefined ? unstated(label) : { label, text };
}
