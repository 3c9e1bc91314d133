import { Feed } from 'feed';
import { absoluteUrl } from '../i18n/links.ts';
import { pickText, requireText } from '../i18n/localized.ts';
import type { RecordOf } from '../schema/registry.ts';
import { changesOf } from './changes.ts';
import type { Site } from './make-site.ts';
import { nameIn } from './names.ts';

const MAX_ENTRIES = 50;
/** Characters that XML 1.0 does not know: https://www.w3.org/TR/xml/#charsets */
const NOT_XML = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/** The Atom feed of the changes of some projects; `path` is its page, without base and language. */
export function atomFeed(
  title: string,
  path: string,
  projects: readonly RecordOf<'project'>[],
  lang: string,
  site: Site,
): string {
  const t = site.t(lang);
  const address = (page: string) => absoluteUrl(site.info.url, site.href(lang, page));
  const changes = changesOf(projects, site).slice(0, MAX_ENTRIES);
  const feed = new Feed({
    id: address(path),
    link: address(path),
    title: clean(title),
    language: lang,
    copyright: site.info.dataLicense.name,
    generator: 'Public Square',
    updated: moment(changes[0]?.date ?? site.today),
    feedLinks: { atom: address(`${path}feed.xml`) },
    author: { name: requireText(site.info.name, lang, site.languages).text },
  });
  for (const { project, date, what } of changes) {
    const name = nameIn(project.data.name, lang, site.languages).text;
    feed.addItem({
      id: `${address(`projects/${project.id}/`)}#${what}-${date}`,
      link: address(`projects/${project.id}/`),
      title: clean(`${name}: ${t(`change.${what}`)}`),
      description: clean(pickText(project.data.summary, lang, site.languages)?.text ?? ''),
      date: moment(date),
    });
  }
  return feed.atom1();
}

function clean(text: string): string {
  return text.replace(NOT_XML, '');
}

function moment(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}
