import { Feed } from 'feed';
import { absoluteUrl } from '../i18n/links.ts';
import { pickText, requireText } from '../i18n/localized.ts';
import { changeWords } from './change-words.ts';
import type { Change } from './changes.ts';
import type { Site } from './make-site.ts';
import { nameIn } from './names.ts';
import { isPaged, type PagedRecord, recordPath } from './record-links.ts';

const MAX_ENTRIES = 50;
/** Characters that XML 1.0 does not know: https://www.w3.org/TR/xml/#charsets */
const NOT_XML = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/** The Atom feed of the newest of some changes; `path` is its page, without base and language. */
export function atomFeed(title: string, path: string, all: readonly Change[], lang: string, site: Site): string {
  const address = (page: string) => absoluteUrl(site.info.url, site.href(lang, page));
  const changes = all.slice(0, MAX_ENTRIES);
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
  for (const change of changes) {
    const { kind, id, record, what, date } = change;
    // What was removed, and kinds without pages of their own, are told of on the page of all changes.
    const page = isPaged(record) ? record : undefined;
    const name = page === undefined ? id : nameIn(page.data.name, lang, site.languages).text;
    const link = address(page === undefined ? 'changes/' : recordPath(page));
    feed.addItem({
      id: page === undefined ? `${link}#${what}-${date}-${kind}-${id}` : `${link}#${what}-${date}`,
      link,
      title: clean(`${name}: ${changeWords(change, lang, site)}`),
      description: clean(summaryOf(page, lang, site)),
      date: moment(date),
    });
  }
  return feed.atom1();
}

function summaryOf(record: PagedRecord | undefined, lang: string, site: Site): string {
  return pickText(record?.data.summary ?? {}, lang, site.languages)?.text ?? '';
}

function clean(text: string): string {
  return text.replace(NOT_XML, '');
}

function moment(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}
