import { issueFormPage } from '../contribute/send/host-pages.ts';
import { mailTo } from '../contribute/send/mail.ts';
import type { Site } from './make-site.ts';

export interface Door {
  readonly href: string;
  readonly label: string;
}

/** The ways to contribute that need no script and no form of ours: by hand, by a form of the host, without an account. */
export function otherDoors(lang: string, { repository, registry, info, href, t: translator }: Site): Door[] {
  const t = translator(lang);
  const { intake } = registry.config;
  const form = (template: string) =>
    repository === undefined ? undefined : issueFormPage(repository, template, { language: lang });
  const doors: readonly [string | undefined, string][] = [
    [href(lang, 'contribute/by-hand/'), t('doors.byHand')],
    [form('add-record.yml'), t('doors.issue')],
    [form('suggest-project.yml'), t('doors.suggest')],
    intake === undefined
      ? [info.contactUrl, t('doors.contact')]
      : [mailTo(intake), t('doors.mail', { address: intake })],
  ];
  return doors.flatMap(([address, label]) => (address === undefined ? [] : [{ href: address, label }]));
}
