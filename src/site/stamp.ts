import type { RecordOf } from '../schema/registry.ts';
import { checkedOf } from './facets.ts';
import type { Site } from './make-site.ts';

export interface StampFacts {
  readonly parts: readonly string[];
  readonly tone: 'strong' | 'calm';
}

/** The stamp of a project: its status, who uses it, when it was checked; always in words. */
export function stampOf(project: RecordOf<'project'>, lang: string, site: Site): StampFacts {
  const t = site.t(lang);
  const { data, id } = project;
  const uses = site.graph.usesOf(id).length;
  const { on, freshness } = checkedOf(project, site);
  const status =
    data.ended === undefined ? t(`status.${data.status}`) : t('stamp.ended', { date: String(data.ended.date) });
  const parts = [
    status,
    ...(uses > 0 ? [t('stamp.bodies', { count: uses })] : []),
    ...(on === undefined
      ? [t('stamp.unchecked')]
      : [t(freshness === 'unverified' ? 'stamp.overdue' : 'stamp.checked', { date: on.slice(0, 7) })]),
  ];
  return { parts, tone: data.ended === undefined && data.status === 'stable' ? 'strong' : 'calm' };
}
