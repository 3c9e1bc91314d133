import { join } from 'node:path';
import type { CommentContext } from '../../src/github/comment/context.ts';
import { type ContributorTexts, contributorLanguage } from '../../src/github/contributor-language.ts';
import type { Policy } from '../../src/github/policy.ts';
import { readPolicy } from '../../src/github/policy-fs.ts';
import type { PullRequestReport } from '../../src/github/pull-request-report.ts';
import { createRecordLookup } from '../../src/github/record-lookup.ts';
import { createChangeWords } from '../../src/i18n/change-words.ts';
import { requireText } from '../../src/i18n/localized.ts';
import { createTranslator, type Translator } from '../../src/i18n/t.ts';
import { addressesOf } from '../../src/registry/address.ts';
import { loadRegistry } from '../../src/registry/load-fs.ts';
import { takesZone } from '../../src/rules/taken-zones.ts';
import type { Registry } from '../../src/schema/registry.ts';
import { stringsOf } from '../../src/site/strings.ts';
import type { BotRun } from './run-bot.ts';
import { findingWordsIn } from './words.ts';

/** What the bots know of this copy, from the trusted files of the main branch. */
export interface CopyFacts {
  readonly registry: Registry;
  readonly policy: Policy;
  /** The language to answer in. */
  readonly languageOf: (texts: ContributorTexts) => string;
  /** What comments in a language are written with; `report` brings in what the pull request itself adds. */
  readonly contextIn: (lang: string, report?: PullRequestReport) => CommentContext;
  readonly translator: (lang: string) => Translator;
  /** The first language of the copy: for whoever looks after it. */
  readonly mainLanguage: string;
}

/** What the bots say of the copy: its languages, addresses and policy, from the clone of its main branch. */
export function readCopyFacts({ clone, env, host }: BotRun): CopyFacts {
  const { registry } = loadRegistry(join(clone, 'registry'));
  const { languages } = registry.config;
  const policy = readPolicy(clone);
  const { url, published, repository } = addressesOf(registry.config, env);
  const contactUrl = registry.config.contact?.url;
  const page = (repository?.url ?? `${env['GITHUB_SERVER_URL']}/${host.at.owner}/${host.at.repo}`).replace(/\/$/, '');
  const translator = (lang: string) => createTranslator(lang, stringsOf(lang, registry.strings));
  return {
    registry,
    policy,
    translator,
    mainLanguage: languages[0] ?? 'en',
    languageOf: (texts) => contributorLanguage(texts, languages),
    contextIn: (lang, report) => {
      const strings = stringsOf(lang, registry.strings);
      const lookup = createRecordLookup(withProposed(registry, report));
      return {
        t: translator(lang),
        strings,
        findingWords: findingWordsIn(lang, strings),
        changeWords: createChangeWords(lang, strings, (vocabulary, term) => {
          const label = lookup.term(vocabulary, term);
          return label === undefined ? undefined : requireText(label, lang, languages).text;
        }),
        lookup,
        policy,
        repository: page,
        writerOf: (zone) => writerOf(registry, zone),
        ...(published ? { siteUrl: url } : {}),
        ...(contactUrl === undefined ? {} : { contactUrl }),
        ...(host.runUrl === undefined ? {} : { logUrl: host.runUrl }),
      };
    },
  };
}

/** A project may come together with its organization: the records of the pull request are looked up first. */
function withProposed(registry: Registry, report: PullRequestReport | undefined): Registry {
  const proposed = (report?.records ?? []).flatMap(({ kind, id, after }) =>
    after === undefined || !isName(after['name'] ?? after['title']) ? [] : { kind, id, data: after },
  );
  return { ...registry, records: [...registry.records, ...(proposed as unknown as Registry['records'])] };
}

/** A text, or one for each language; what is proposed may be anything. */
function isName(value: unknown): boolean {
  if (typeof value === 'string') return true;
  return typeof value === 'object' && value !== null && Object.values(value).every((text) => typeof text === 'string');
}

/** Where a zone is written that is not ours: the page of that copy which takes records, where its lock tells it, else its address. */
function writerOf({ federation, locks }: Pick<Registry, 'federation' | 'locks'>, zone: string): string | undefined {
  const { delegations = {}, sources = [] } = federation;
  const source = sources.find((each) => takesZone(federation, each, zone));
  const address = Object.hasOwn(delegations, zone) ? delegations[zone] : source?.url;
  const lock = source?.url === address ? locks.find((each) => each.source === source?.id) : undefined;
  return lock?.copy?.contribute ?? address;
}
