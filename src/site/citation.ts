import { formatDate } from '../i18n/format.ts';
import type { Site } from './make-site.ts';
import { type Name, nameIn } from './names.ts';

/** How the data of this copy is cited, in parts with a full stop between them: only what its settings and the built commit say. */
export function citationOf(lang: string, site: Site): Name[] {
  const { info, registry, languages } = site;
  const { owner, dataLicense } = registry.config;
  const { commit, date, url: commitUrl } = info.build;
  const state = site.t(lang)('downloads.asOf', { date: formatDate(date, lang) });
  // The address of the machine that builds is nobody's source.
  const address = info.published ? info.url : commitUrl;
  return [
    ...(owner === undefined ? [] : [nameIn(owner.name, lang, languages)]),
    nameIn(info.name, lang, languages),
    plain(commit === '' ? state : `${state} (${commit.slice(0, 12)})`),
    plain(dataLicense),
    ...(address === undefined ? [] : [plain(address)]),
  ];
}

function plain(text: string): Name {
  return { text, lang: undefined };
}
