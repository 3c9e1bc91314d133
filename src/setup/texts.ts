import type { RegistryConfig } from '../schema/config.ts';
import type { Answers, Include } from './answers.ts';

/** The answers as they are typed, each a line. Several values are parted by commas. */
export type Texts = Readonly<Partial<Record<TextName, string>>>;
export type TextName =
  | 'zone'
  | 'languages'
  | 'name'
  | 'url'
  | 'repository'
  | 'owner'
  | 'contact'
  | 'intake'
  | 'dataLicense'
  | 'include'
  | 'source'
  | 'forum';

/** `ca, ca-qc` as its parts. */
export function listOf(text = ''): string[] {
  return [...new Set(text.split(/[\s,]+/).filter(Boolean))];
}

/** `fr=Registre | en=Registry` by language; a text without a language is in the main one. */
export function textsByLanguage(text: string, main: string): Record<string, string> {
  return Object.fromEntries(
    text
      .split('|')
      .map((part) => part.trim())
      .filter(Boolean)
      .map((part) => {
        const [, language = main, words = part] = /^([a-z]{2,3}(?:-[A-Za-z0-9]+)*)=(.*)$/s.exec(part) ?? [];
        return [language, words.trim()];
      }),
  );
}

/** Which records of a source are shown: `all`, `none`, or conditions. */
export function includeOf(text = 'all'): Include {
  const [first = 'all', ...rest] = listOf(text);
  return rest.length === 0 && (first === 'all' || first === 'none') ? first : [first, ...rest];
}

type Repository = NonNullable<RegistryConfig['repository']>;
export const HOSTS: readonly Repository['host'][] = ['github', 'gitlab', 'forgejo'];

/** A repository from its address and, where the address does not tell it, the software of the host. */
export function repositoryOf(text: string): Repository | undefined {
  const [url = '', stated] = text.split(/\s+/);
  const host = stated === undefined ? hostOf(url) : HOSTS.find((each) => each === stated);
  return host === undefined ? undefined : { url: url.replace(/\/$/, ''), branch: 'main', host };
}

/** The software of a host that names itself after it, and of the two that everybody knows. */
function hostOf(url: string): Repository['host'] | undefined {
  const name = URL.canParse(url) ? new URL(url).hostname : '';
  if (name === 'github.com') return 'github';
  if (name === 'codeberg.org' || /(?:^|\.)forgejo\./.test(name)) return 'forgejo';
  return /(?:^|\.)gitlab\./.test(name) ? 'gitlab' : undefined;
}

/** A shared mailbox or a page, under the name of the owner, else of the site. */
function contactOf(text: string, name: string): NonNullable<RegistryConfig['contact']> {
  return { name, ...(text.startsWith('https:') ? { url: text } : { email: text }) };
}

export interface AnswerContext {
  readonly id: string;
  readonly before: RegistryConfig;
  /** True where the registry becomes a copy, and is told what it takes of the other one. */
  readonly asksTaking: boolean;
  /** As a name: in the main language, or by language. */
  readonly tagline?: string | undefined;
  /** The text of theme.css. */
  readonly theme?: string | undefined;
}

/** The answers as data. The texts must have been found fit. */
export function answersOf(texts: Texts, { id, before, asksTaking, tagline, theme }: AnswerContext): Answers {
  const languages = listOf(texts.languages);
  const main = languages[0] ?? 'en';
  const name = textsByLanguage(texts.name ?? '', main);
  const owner = texts.owner ? { ...before.owner, name: textsByLanguage(texts.owner, main) } : undefined;
  const repository = texts.repository ? repositoryOf(texts.repository) : undefined;
  const contactName = before.contact?.name ?? owner?.name[main] ?? name[main] ?? Object.values(name)[0] ?? '';
  return {
    id,
    name,
    ...(tagline ? { tagline: textsByLanguage(tagline, main) } : {}),
    zones: listOf(texts.zone),
    languages,
    dataLicense: texts.dataLicense ?? before.dataLicense,
    ...(texts.url ? { url: withSlash(texts.url) } : {}),
    ...(repository ? { repository: { ...repository, branch: before.repository?.branch ?? 'main' } } : {}),
    ...(owner ? { owner } : {}),
    ...(texts.contact ? { contact: { ...contactOf(texts.contact, contactName) } } : {}),
    ...(texts.intake ? { intake: texts.intake } : {}),
    ...(texts.forum ? { forum: texts.forum } : {}),
    ...(asksTaking
      ? { taking: { include: includeOf(texts.include), ...(texts.source ? { source: withSlash(texts.source) } : {}) } }
      : {}),
    ...(theme === undefined ? {} : { theme }),
  };
}

/** An address with the slash at its end without which relative ones would replace its last part. */
export function withSlash(url: string): string {
  return url.endsWith('/') ? url : `${url}/`;
}

/** What a registry says of itself, as one would type it. */
export function textsOf({ zones, languages, ...config }: RegistryConfig): Texts {
  const byLanguage = (texts: Readonly<Record<string, string>>) =>
    Object.entries(texts)
      .map(([language, text]) => `${language}=${text}`)
      .join(' | ');
  const { repository, owner, contact } = config;
  return {
    ...(zones === '*' ? {} : { zone: zones.join(', ') }),
    languages: languages.join(', '),
    name: byLanguage(config.name),
    url: config.url ?? '',
    repository: repository === undefined ? '' : `${repository.url} ${repository.host}`,
    owner: owner === undefined ? '' : byLanguage(owner.name),
    contact: contact?.email ?? contact?.url ?? '',
    intake: config.intake ?? '',
    dataLicense: config.dataLicense,
    forum: config.forum ?? '',
  };
}
