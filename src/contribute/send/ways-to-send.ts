import type { Translator } from '../../i18n/t.ts';
import type { Contribution, Doors, Fork, Suggestion, Way } from './contribution.ts';
import {
  editPage,
  forkPage,
  isShortEnough,
  issueFormPage,
  issuePage,
  newFilePage,
  prefilledPage,
  type Repository,
} from './host-pages.ts';
import { mailAddress, mayBeMailed } from './mail.ts';
import { languageLine, messageOf, oneLine } from './message.ts';

/**
 * The ways by which a record can be sent, the best first; none where the copy names neither a repository nor a mailbox.
 * @param t in the contributor's language
 */
export function waysToSend(contribution: Contribution, { repository, intake }: Doors, t: Translator): Way[] {
  const ways: (Way | undefined)[] = [];
  if (repository !== undefined) {
    ways.push(fileWay(contribution, repository, t), recordForm(contribution, repository, t));
  }
  if (intake !== undefined) ways.push(recordMail(contribution, intake, t));
  return ways.filter((way) => way !== undefined);
}

/**
 * The ways by which a mere suggestion can be sent. What does not fit into an address is pasted.
 * @param t in the contributor's language
 */
export function waysToSuggest(suggestion: Suggestion, { repository, intake }: Doors, t: Translator): Way[] {
  const title = t('send.suggestion', { name: oneLine(suggestion.name) });
  const body = suggestionText(suggestion, t);
  const ways: Way[] = [];
  if (repository !== undefined) ways.push(suggestionIssue(suggestion, repository, { title, body, lang: t.lang }));
  if (intake !== undefined) ways.push(mailWay(intake, title, [t('send.mailSuggests'), body], [t('send.mailPaste')]));
  return ways;
}

/** A suggestion as text, for who copies it. */
export function suggestionText({ name, link, why }: Suggestion, t: Translator): string {
  return [oneLine(name), link.trim(), why.trim(), languageLine(t.lang)].filter((part) => part !== '').join('\n\n');
}

function fileWay(contribution: Contribution, repository: Repository, t: Translator): Way {
  const { file, text, isNew } = contribution;
  const forkAddress = forkPage(repository);
  // In Forgejo the editor of a repository is open to its writers only; GitLab's opens to who has a copy.
  const fork: { fork?: Fork } =
    forkAddress === undefined ? {} : { fork: { address: forkAddress, within: repository.host === 'forgejo' } };
  if (!isNew) return { way: 'paste-edit', address: editPage(repository, file), file, ...fork };
  const { title: message, description } = messageOf(contribution, t);
  const prefilled = prefilledPage(repository, { file, text, message, description });
  if (prefilled !== undefined && isShortEnough(prefilled)) return { way: 'prefilled', address: prefilled };
  return { way: 'paste-new', address: newFilePage(repository, file), file, ...fork };
}

function recordForm(contribution: Contribution, repository: Repository, t: Translator): Way | undefined {
  const { file, text } = contribution;
  const fields = { title: messageOf(contribution, t).title, file, language: t.lang };
  const whole = issueFormPage(repository, 'add-record.yml', { ...fields, record: text });
  const empty = issueFormPage(repository, 'add-record.yml', fields);
  if (whole === undefined || empty === undefined) return undefined;
  return isShortEnough(whole)
    ? { way: 'issue', address: whole, complete: true }
    : { way: 'issue', address: empty, complete: false };
}

function suggestionIssue(
  { name, link, why }: Suggestion,
  repository: Repository,
  { title, body, lang }: { title: string; body: string; lang: string },
): Way {
  const form = (fields: Readonly<Record<string, string>>) =>
    issueFormPage(repository, 'suggest-project.yml', { title, ...fields, language: lang });
  const whole = form({ name, link, why }) ?? issuePage(repository, title, body);
  if (isShortEnough(whole)) return { way: 'issue', address: whole, complete: true };
  return { way: 'issue', address: form({}) ?? issuePage(repository, title, ''), complete: false };
}

function recordMail(contribution: Contribution, intake: string, t: Translator): Way {
  const { isNew, id, name, file, text } = contribution;
  const subject = t(isNew ? 'send.mailAdds' : 'send.mailCorrects', { name: oneLine(name), id: oneLine(id) });
  const { description } = messageOf(contribution, t);
  const greeting = `${description}\n\n${file}`;
  return mailWay(intake, subject, [greeting, text], [greeting, t('send.mailAttach', { file: fileName(file) })]);
}

function mailWay(to: string, subject: string, whole: readonly string[], short: readonly string[]): Way {
  const address = (parts: readonly string[]) => mailAddress(to, { subject, body: parts.join('\n\n') });
  const full = address(whole);
  return mayBeMailed(full)
    ? { way: 'mail', address: full, to, complete: true }
    : { way: 'mail', address: address(short), to, complete: false };
}

/** The name under which a file is downloaded. */
export function fileName(file: string): string {
  return file.slice(file.lastIndexOf('/') + 1);
}
