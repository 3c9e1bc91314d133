import { kindOfFolder } from '../schema/kinds.ts';
import { recordKey } from '../schema/registry.ts';
import { REVIEWERS_FILE, recordPathOf } from '../schema/reviewers.ts';
import { kindName } from './phrase.ts';
import type { RegistryRule } from './rule.ts';

export const maintainedRecord: RegistryRule = {
  id: 'maintained-record',
  severity: 'warning',
  doc: {
    title: 'Maintainers are named for records that stand',
    why: 'Who is named for a record that is not there would look after whatever gets its id one day; and nobody looks after one that was renamed and not renamed here.',
    mend: 'Correct the record’s name in reviewers.yaml, or delete the entry.',
  },
  messages: { missing: 'There is no {kind} “{id}” that could have maintainers.' },
  check(registry, report) {
    for (const path of Object.keys(registry.reviewers.maintainers ?? {})) {
      const [folder = '', ...rest] = path.split('/');
      const [kind, id] = [kindOfFolder(folder), rest.join('/')];
      if (kind === undefined || registry.known.has(recordKey(kind, id))) continue;
      const renamed = registry.records.find((record) => record.kind === kind && record.data.formerIds?.includes(id));
      report({
        code: 'missing',
        file: REVIEWERS_FILE,
        path: ['maintainers', path],
        atKey: true,
        values: { kind: kindName(kind), id },
        found: path,
        ...(renamed === undefined ? {} : { expected: recordPathOf(kind, renamed.id) }),
      });
    }
  },
};
