import { canonicalRepository } from '../schema/canonical-repository.ts';
import { type DraftOf, draftsOf } from '../schema/registry.ts';
import type { RegistryRule } from './rule.ts';
import { zoneProblemBy } from './zone-authority-by.ts';

export const repositoryUnique: RegistryRule = {
  id: 'repository-unique',
  severity: 'error',
  doc: {
    title: 'A repository belongs to one project',
    why: 'Two records of one repository are most often one project entered twice, and split what is known of it.',
    mend: 'Add to the record that stands already. Where one repository really holds several projects, each says sharedRepository: true.',
  },
  messages: { duplicate: 'This is the repository of “{other}” too.' },
  check(registry, report) {
    const isOwn = (zone: string) => zoneProblemBy(() => true, registry, zone) === undefined;
    const byRepository = new Map<string, DraftOf<'project'>[]>();
    for (const record of draftsOf(registry, 'project')) {
      // Other copies may list the same project in their zones: the records are shown beside each other.
      if (record.data.repository === undefined || !isOwn(record.zone)) continue;
      const canonical = canonicalRepository(record.data.repository);
      byRepository.set(canonical, [...(byRepository.get(canonical) ?? []), record]);
    }
    for (const sharers of byRepository.values()) {
      if (sharers.length < 2 || sharers.every(({ data }) => data.sharedRepository === true)) continue;
      for (const { id, file, data } of sharers) {
        const other = sharers.find((sharer) => sharer.id !== id)?.id ?? id;
        report({ code: 'duplicate', file, path: ['repository'], found: data.repository ?? '', values: { other } });
      }
    }
  },
};
