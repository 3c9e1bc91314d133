import type { Translator } from '../i18n/t.ts';
import type { RecordOf } from '../schema/registry.ts';
import { isSafeHttpsUrl } from '../schema/safe-url.ts';

/** The addresses that a project's page offers, the most useful first. Checked once more before they become links. */
export function projectLinks({ data }: RecordOf<'project'>, t: Translator): { href: string; label: string }[] {
  const contact = data.maintenance?.contacts?.[0];
  const links = [
    { href: data.repository, label: t('link.repository') },
    { href: data.website, label: t('link.website') },
    { href: data.documentation, label: t('link.documentation') },
    { href: data.demo, label: t('link.demo') },
    { href: contact?.url, label: t('link.contact') },
  ];
  return links.flatMap(({ href, label }) => (href !== undefined && isSafeHttpsUrl(href) ? [{ href, label }] : []));
}
