import { pickText, requireText } from '../i18n/localized.ts';
import { programmePlace, programmeStamp } from '../site/funding-words.ts';
import type { Site } from '../site/make-site.ts';
import { allNames, countryLabel, nameIn } from '../site/names.ts';
import { type PagedRecord, recordPath } from '../site/record-links.ts';
import { type StampFacts, stampOf } from '../site/stamp.ts';
import { isWritable } from './fonts.ts';

/** What stands on the picture of a page. */
export interface SocialCard {
  readonly lang: string;
  /** The name of the site. */
  readonly site: string;
  /** What kind of record it is; the picture of the whole site has none. */
  readonly kind?: string;
  readonly name: string;
  /** Country or zone, as on the index tab. */
  readonly code?: string;
  /** Who answers for it, and where; or the tagline of the site. */
  readonly place?: string;
  readonly stamp?: StampFacts;
}

/** The picture of a page, and its words for who does not see it. */
export interface SocialImage {
  /** Path of the file below the site. */
  readonly path: string;
  readonly alt: string;
}

export const SOCIAL_WIDTH = 1200;
export const SOCIAL_HEIGHT = 630;

/** Every picture of a site by the path of its file: one a record, in the main language, and one for the other pages of each language. */
export function socialCards(site: Site): Map<string, SocialCard> {
  const { projects, organizations, standards, programmes } = site.graph;
  return new Map([
    ...site.languages.map((lang) => [generalPath(lang), generalCard(lang, site)] as const),
    ...[...projects, ...organizations, ...standards, ...programmes].flatMap((record) => {
      const card = recordCard(record, site);
      return card === undefined ? [] : [[imagePath(record), card] as const];
    }),
  ]);
}

/** The picture of a record's page: its own, or the site's where the fonts cannot write its name. The words are in the page's language. */
export function socialImage(record: PagedRecord, lang: string, site: Site): SocialImage {
  const { name, place, stamp } = factsOf(record, lang, site);
  return {
    path: recordCard(record, site) === undefined ? generalPath(lang) : imagePath(record),
    alt: [name, place, ...(stamp?.parts ?? [])].filter(Boolean).join(' · '),
  };
}

/** The path of the picture of all pages in a language that have none of their own. */
export function generalPath(lang: string): string {
  return `social/${lang}.png`;
}

function imagePath(record: PagedRecord): string {
  return `social/${recordPath(record).replace(/\/$/, '')}.png`;
}

function generalCard(lang: string, site: Site): SocialCard {
  const { tagline = {} } = site.registry.config;
  const place = pickText(tagline, lang, site.languages)?.text;
  return {
    lang,
    site: siteName(lang, site),
    name: siteName(lang, site),
    ...(place !== undefined && isWritable(place) ? { place } : {}),
  };
}

/** Its names in other languages may stand in; a copy without a name that can be written goes by its id. */
function siteName(lang: string, site: Site): string {
  const { name, id } = site.registry.config;
  return [requireText(name, lang, site.languages).text, ...Object.values(name)].find(isWritable) ?? id;
}

function recordCard(record: PagedRecord, site: Site): SocialCard | undefined {
  const [lang = 'en'] = site.languages;
  const facts = factsOf(record, lang, site);
  const name = [facts.name, ...allNames(record)].find(isWritable);
  const kind = site.t(lang)(`schemaName.${record.kind}`);
  if (name === undefined || ![kind, ...(facts.stamp?.parts ?? [])].every(isWritable)) return undefined;
  const { place, ...rest } = facts;
  return { ...rest, name, lang, site: siteName(lang, site), kind, ...(isWritable(place) ? { place } : {}) };
}

type Facts = Pick<SocialCard, 'name' | 'code' | 'stamp'> & { readonly place: string };

function factsOf(record: PagedRecord, lang: string, site: Site): Facts {
  const t = site.t(lang);
  const name = nameIn(record.data.name, lang, site.languages).text;
  const international = t('country.international');
  if (record.kind === 'standard')
    return {
      name,
      place: record.data.steward,
      stamp: {
        parts: [t(`standardStatus.${record.data.status}`)],
        tone: record.data.status === 'current' ? 'strong' : 'calm',
      },
    };
  if (record.kind === 'organization') {
    const { country, type } = record.data;
    const place = `${t(`organizationType.${type}`)} · ${countryLabel(country, lang, international)}`;
    return { name, code: country ?? record.zone.toUpperCase(), place };
  }
  if (record.kind === 'funding') {
    const { code, name: place } = programmePlace(record, lang, site);
    return { name, code, place: `${record.data.funder} · ${place}`, stamp: programmeStamp(record, lang, site) };
  }
  const country = site.graph.countryOf(record);
  const owner = site.graph.organization(record.data.owner);
  const ownerName = owner === undefined ? [] : [nameIn(owner.data.name, lang, site.languages).text];
  return {
    name,
    code: country ?? record.zone.toUpperCase(),
    place: [...ownerName, countryLabel(country, lang, international)].join(' · '),
    stamp: stampOf(record, lang, site),
  };
}
