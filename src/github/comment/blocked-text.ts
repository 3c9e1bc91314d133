import { roleOf } from '../../registry/files.ts';
import { isSafeHttpsUrl } from '../../schema/safe-url.ts';
import { fileAddress } from '../addresses.ts';
import { type BlockedState, foreignZones, partsOf } from '../blocked.ts';
import { codeSpan, cut, link } from '../markdown.ts';
import type { PullRequestReport } from '../pull-request-report.ts';
import type { CommentContext } from './context.ts';
import { fill } from './text.ts';

/** How many paths or zones a text names. */
const MAX_NAMED = 5;

/** What stands in the way, each with its remedy. */
export function blockedText(
  states: readonly BlockedState[],
  report: PullRequestReport,
  context: CommentContext,
): string {
  const { t } = context;
  return states
    .map((state) => {
      const slots = slotsOf(state, report, context);
      const remedy = fill(t, `botRemedy.${state}`, slots, { max: String(context.policy.thresholds.maxFiles) });
      const files = state === 'zone' ? foreignFiles(report, context) : [];
      const offer = files.length === 0 ? '' : `\n\n${fill(t, 'botRemedy.zoneFile', { files: named(files) })}`;
      return `**${t(`botBlocked.${state}`)}** ${remedy}${offer}`;
    })
    .join('\n\n');
}

function slotsOf(state: BlockedState, report: PullRequestReport, context: CommentContext): Record<string, string> {
  const { label, release } = context.policy.automerge.hold;
  if (state === 'hold') return { label: codeSpan(label), release: codeSpan(release) };
  if (state === 'mixed') return { files: named(partsOf(report).others.map((path) => codeSpan(path))) };
  if (state === 'zone') return { zones: named(foreignZones(report).map((zone) => zoneShown(zone, context))) };
  return {};
}

/** A zone with the registry that writes it, where the base tells its address. */
function zoneShown(zone: string, { writerOf }: CommentContext): string {
  const address = writerOf?.(zone);
  if (address === undefined || !isSafeHttpsUrl(address)) return codeSpan(zone);
  return `${codeSpan(zone)} (${link(codeSpan(cut(address, 80)), address)})`;
}

/** The contributor's files that belong elsewhere, as they stand: what the other registry is to be sent. */
function foreignFiles(report: PullRequestReport, { repository }: CommentContext): string[] {
  const zones = new Set(foreignZones(report));
  return report.files
    .filter(({ path, status }) => status !== 'deleted' && zones.has(zoneOfPath(path)))
    .map(({ path }) => link(codeSpan(path), fileAddress(repository, report.head, path)));
}

function zoneOfPath(path: string): string {
  const role = roleOf(path.replace(/^registry\//, ''));
  return role.type === 'record' ? role.zone : '';
}

function named(items: readonly string[]): string {
  return `${items.slice(0, MAX_NAMED).join(' ')}${items.length > MAX_NAMED ? ' …' : ''}`;
}
