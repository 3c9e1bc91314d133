import type { RecordOf } from '../schema/registry.ts';
import type { Site } from './make-site.ts';

/** What happened to a record, and when: a line of the log, an entry of a feed. */
export interface Change {
  readonly project: RecordOf<'project'>;
  /** A day, `2026-11-23`. */
  readonly date: string;
  readonly what: 'added' | 'changed' | 'checked';
}

/** The last thing that happened to each project, newest first. A record not committed yet stands at the day that is built. */
export function changesOf(projects: readonly RecordOf<'project'>[], site: Site): Change[] {
  return projects
    .map((project) => lastChange(project, site))
    .toSorted((a, b) => (a.date > b.date ? -1 : a.date < b.date ? 1 : a.project.id < b.project.id ? -1 : 1));
}

/** The day on which a project was listed here. */
export function addedOn({ file }: RecordOf<'project'>, { dates, today }: Site): string {
  return dates.get(file)?.added ?? today;
}

function lastChange(project: RecordOf<'project'>, site: Site): Change {
  const checked = project.data.checked?.on;
  const { added, changed } = site.dates.get(project.file) ?? { added: site.today, changed: site.today };
  if (checked !== undefined && checked > changed) return { project, date: checked, what: 'checked' };
  return { project, date: changed, what: added === changed ? 'added' : 'changed' };
}
