import { formatList, languageName } from '../i18n/format.ts';
import { pickText } from '../i18n/localized.ts';
import type { RecordOf } from '../schema/registry.ts';
import type { Card } from '../search/card.ts';
import { termName, zoneLabel } from './facets.ts';
import { isConfirmed } from './freshness.ts';
import type { Site } from './make-site.ts';
import { allNames, countryLabel, nameIn, productNames } from './names.ts';
import { stampOf } from './stamp.ts';

/** A project as lists and search results show it. */
export function cardOf(project: RecordOf<'project'>, lang: string, site: Site): Card {
  const t = site.t(lang);
  const { data, id } = project;
  const name = nameIn(data.name, lang, site.languages);
  const summary = pickText(data.summary, lang, site.languages);
  const owner = site.graph.organization(data.owner);
  const ownerName = owner === undefined ? undefined : nameIn(owner.data.name, lang, site.languages);
  const country = site.graph.countryOf(project);
  const stamp = stampOf(project, lang, site);
  const usage = usageOf(id, lang, site);
  const alsoIn = alsoInOf(project, lang, site);
  const inLanguages = Object.keys(data.summary).map((tag) => languageName(tag, lang));
  return {
    name: name.text,
    ...(name.lang === undefined ? {} : { nameLang: name.lang }),
    url: site.href(lang, `projects/${id}/`),
    summary: summary?.text ?? '',
    ...(summary?.foreign
      ? { summaryLang: summary.lang, onlyIn: t('text.onlyIn', { languages: formatList(inLanguages, lang) }) }
      : {}),
    ...(ownerName === undefined ? {} : { owner: ownerName.text }),
    ...(ownerName?.lang === undefined ? {} : { ownerLang: ownerName.lang }),
    country: countryLabel(country, lang, t('country.international')),
    code: country ?? project.zone.toUpperCase(),
    status: stamp.parts.join(' · '),
    calm: stamp.tone === 'calm',
    facts: [
      ...(data.license === undefined ? [] : [data.license === 'not-open' ? t('license.notOpen') : data.license]),
      ...(data.interfaceLanguages === undefined ? [] : [languagesShown(data.interfaceLanguages, lang, site)]),
    ],
    ...(usage === undefined ? {} : { usage }),
    ...(alsoIn === undefined ? {} : { alsoIn }),
    terms: [
      ...allNames(project).filter((other) => other !== name.text),
      ...data.functions.map((term) => termName(term, lang, site).text),
      ...productNames(project, lang, site),
    ],
  };
}

/** The other zones that list the same thing. */
function alsoInOf(project: RecordOf<'project'>, lang: string, site: Site): string | undefined {
  const zones = new Set(
    site.beside(project).flatMap(({ zone }) => (zone === project.zone ? [] : [zoneLabel(zone, lang, site)])),
  );
  return zones.size === 0 ? undefined : site.t(lang)('card.alsoIn', { zones: formatList([...zones], lang) });
}

/** As many languages as a line has room for. */
const MAX_LANGUAGES = 4;

function languagesShown(tags: readonly string[], lang: string, site: Site): string {
  if (tags.length > MAX_LANGUAGES) return site.t(lang)('count.languages', { count: tags.length });
  return formatList(
    tags.map((tag) => languageName(tag, lang)),
    lang,
  );
}

function usageOf(project: string, lang: string, site: Site): string | undefined {
  const uses = site.graph.usesOf(project);
  if (uses.length === 0) return undefined;
  const t = site.t(lang);
  const confirmed = uses.filter(({ use }) => isConfirmed(use.confirmed, site.today)).length;
  return `${t('stamp.bodies', { count: uses.length })}${t('punctuation.listSeparator')}${t('reuse.confirmedBodies', { count: confirmed })}`;
}
