import type { Contribution } from '../../../src/contribute/send/contribution.ts';
import { messageOf } from '../../../src/contribute/send/message.ts';
import { waysToSend } from '../../../src/contribute/send/ways-to-send.ts';
import { type Contributed, contributionOf } from '../../../src/federation/contribution.ts';
import { sha256 } from '../../../src/federation/sha256-node.ts';
import { sentence } from '../../../src/github/markdown.ts';
import { requireText } from '../../../src/i18n/localized.ts';
import { createTranslator, type Translator } from '../../../src/i18n/t.ts';
import { addressesOf } from '../../../src/registry/address.ts';
import { dayOfClock } from '../../../src/registry/load-fs.ts';
import { everyDraft, type Registry, recordKey, splitId } from '../../../src/schema/registry.ts';
import { stringsOf } from '../../../src/site/strings.ts';
import { visible } from '../excerpt.ts';
import { UsageError } from '../exit-code.ts';
import type { FoundRecord } from '../find-record.ts';
import type { Host, Patience } from '../octokit.ts';
import type { RegistryFolder } from '../registry-folder.ts';
import { lockOf, ownRegistry } from '../sync/own-registry.ts';
import type { SourceOptions } from '../sync/source-host.ts';
import { recordText } from '../write-records.ts';
import { askOwner, type Owner, ownerAddress } from './find-owner.ts';
import { refuseOthers } from './refuse-others.ts';
import {
  type ByHand,
  proposeUpstream,
  readUpstream,
  type UpstreamPull,
  upstreamHost,
  type Waiting,
} from './upstream.ts';
import { refuseFaulty } from './validate-text.ts';

export interface ContributeOptions {
  readonly to?: string | undefined;
  readonly dryRun?: boolean;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly patience?: Partial<Patience>;
  readonly wait?: Waiting;
  /** How the other copy is asked; for tests, where a server of this machine stands in for it. */
  readonly asking?: SourceOptions;
}

/** What became of a contribution. */
export interface ContributeOutcome {
  /** `would-propose`: a dry run. `by-hand`: a person sends it, and `why` says why. `nothing`: they have it as it stands here. */
  readonly status: UpstreamPull['status'] | 'would-propose' | 'by-hand' | 'nothing';
  readonly kind: string;
  readonly id: string;
  /** The address of the copy that is asked, and its repository where it names one. */
  readonly to: string;
  readonly repository?: string;
  /** From the root of that repository. */
  readonly file: string;
  readonly isNew?: boolean;
  readonly text?: string;
  /** The pull request, or the page where a person sends it. */
  readonly url?: string;
  readonly why?: ByHand;
}

interface Contributing {
  readonly folder: RegistryFolder;
  readonly registry: Registry;
  readonly record: FoundRecord;
  readonly owner: Owner;
  readonly options: ContributeOptions;
}

/**
 * Proposes a record to the copy that writes its zone: what this copy says otherwise about it, in an overlay or by an edit, or a record of its
 * own. Nothing else goes along. @throws UsageError where it cannot be, with the remedy
 */
export async function contribute(
  folder: RegistryFolder,
  registry: Registry,
  record: FoundRecord,
  options: ContributeOptions,
): Promise<ContributeOutcome> {
  const own = ownRegistry(folder);
  const { zone } = splitId(record.id);
  const owner = await askOwner(ownerAddress(own, zone, options.to), zone, options.asking);
  const contributing: Contributing = { folder, registry, record, owner, options };
  const { repository } = owner.descriptor.contribute;
  const host = upstreamHost(repository, options.env, options.patience);
  const file = `registry/${record.file}`;
  const isReachable = typeof host !== 'string' && repository !== undefined;
  if (isReachable) await refuseOthers(host, repository.branch, owner);
  const theirs = isReachable ? await readUpstream(host, repository.branch, file) : undefined;
  const about = {
    ...{ kind: record.kind, id: record.id, to: owner.url, file },
    ...(repository === undefined ? {} : { repository: repository.url }),
  };
  const made = contributionOf({ ...inputOf(contributing, own), theirs });
  if ('problem' in made) {
    if (made.problem === 'nothing') return { status: 'nothing', ...about };
    throw new UsageError(visible(problemText(record, owner, made)));
  }
  refuseFaulty(record.file, made.text, dayOfClock());
  const whole = { ...about, ...made };
  if (!isReachable) return { ...byHand(contributing, whole), why: typeof host === 'string' ? host : 'no-repository' };
  if (options.dryRun === true) return { status: 'would-propose', ...whole };
  return { ...whole, ...(await send(contributing, host, { ...whole, theirs, main: repository.branch })) };
}

function inputOf({ folder, registry, record }: Contributing, own: ReturnType<typeof ownRegistry>) {
  const { kind, id, file } = record;
  const key = recordKey(kind, id);
  const locks = own.sources.map((source) => lockOf(own.files, source.id));
  const taken = locks.flatMap((lock) => (lock === undefined || lock === 'unsound' ? [] : (lock.records[key] ?? [])))[0];
  return {
    ...{ kind, id, sha256, taken, overlay: own.overlays.get(key) },
    ours: recordText(folder.root, file) ?? '',
    extensions: Object.keys(registry.config.extensions ?? {}),
  };
}

function problemText({ id }: FoundRecord, { url }: Owner, made: Extract<Contributed, { problem: string }>): string {
  if (made.problem === 'stale')
    return `${id} has changed at ${url} since the overlay was written, in ${made.fields.join(', ')}. Run sync, look at the overlay again, and then contribute.`;
  if (made.problem === 'moved')
    return `${id} has changed at ${url} since it was taken, and the edit here would undo that. Put their version back here (git), run sync, and say what you mean in an overlay.`;
  return `${id} cannot be read here or at ${url}: run validate, and mend what it says first.`;
}

type Whole = Pick<ContributeOutcome, 'kind' | 'id' | 'to' | 'file'> & {
  readonly text: string;
  readonly isNew: boolean;
};

function words({ registry, record }: Contributing, { file, text, isNew }: Whole): [Contribution, Translator] {
  const { languages } = registry.config;
  const lang = languages[0] ?? 'en';
  const { kind, id } = record;
  const found = everyDraft(registry).find((each) => each.kind === kind && each.id === id);
  const data = (found?.data ?? {}) as { readonly name?: unknown; readonly title?: unknown };
  const named = data.name ?? data.title;
  const name =
    typeof named === 'object' && named !== null
      ? requireText(named as Record<string, string>, lang, languages).text
      : String(named ?? id);
  const t = createTranslator(lang, stringsOf(lang, registry.strings));
  return [{ kind, id, name, file, text, isNew }, t];
}

/** The page that a person opens, and what is pasted there. */
function byHand(contributing: Contributing, whole: Whole): ContributeOutcome {
  const { repository, page } = contributing.owner.descriptor.contribute;
  const [contribution, t] = words(contributing, whole);
  const [way] = waysToSend(contribution, { repository, intake: undefined }, t);
  return { status: 'by-hand', ...whole, url: way?.address ?? page };
}

async function send(
  contributing: Contributing,
  host: Host,
  whole: Whole & { readonly theirs: string | undefined; readonly main: string },
): Promise<UpstreamPull> {
  const { registry, record, options } = contributing;
  const [contribution, t] = words(contributing, whole);
  const { title, description } = messageOf(contribution, t);
  const [told = '', ...more] = description.split('\n\n');
  const { id } = registry.config;
  const { url, published } = addressesOf(registry.config, options.env);
  const content = sha256(new TextEncoder().encode(`${whole.text}\0${whole.theirs ?? ''}`));
  const marker = `<!-- public-square:contribute ${content} -->`;
  const trailer = `Contributed-from: ${published ? url : id}`;
  const proposal = {
    ...{ main: whole.main, path: whole.file, text: whole.text, title, trailer, marker },
    branch: `contribute/${id}/${record.kind}/${record.id}`,
    body: `${[marker, sentence(told), sentence(trailer), ...more].join('\n\n')}\n`,
  };
  return await proposeUpstream(host, proposal, options.wait);
}
