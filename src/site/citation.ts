import { formatDate } from '../i18n/format.ts';
import type { Site } from './make-site.ts';
import { nameIn } from './names.ts';

/** How the data of this copy is cited, as plain text: only what its settings and the built commit say. */
export function citationOf(lang: string, site: Site): string {
  const { info, registry, languages } = site;
  const { owner, dataLicense } = registry.config;
  const { commit, date, url: commitUrl } = info.build;
  const state = site.t(lang)('downloads.asOf', { date: formatDate(date, lang) });
  return [
    ...(owner === undefined ? [] : [nameIn(owner.name, lang, languages).text]),
    nameIn(info.name, lang, languages).text,
    commit === '' ? state : `${state} (${commit.slice(0, 12)})`,
    dataLicense,
    // The address of the machine that builds is nobody's source.
    ...(info.published ? [info.url] : commitUrl === undefined ? [] : [commitUrl]),
  ]
    .map((part) => part.replace(/[.。۔]$/, ''))
    .join('. ');
}
