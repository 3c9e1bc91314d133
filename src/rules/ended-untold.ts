import { draftsOf } from '../schema/registry.ts';
import type { RegistryRule } from './rule.ts';

export const endedUntold: RegistryRule = {
  id: 'ended-untold',
  severity: 'info',
  doc: {
    title: 'Who comes after knows when it ended, and what to take instead',
    why: 'The end of a project is worth as much as its beginning: the next team asks what replaced it and what was learned.',
    mend: 'Add ended with a date and a reason; name a successor, or say in lessons what the next team should know.',
  },
  messages: {
    when: 'The project is obsolete; when and why it ended is not told.',
    next: 'Neither a successor nor lessons are told.',
  },
  each: true,
  check(registry, report) {
    for (const { file, data } of draftsOf(registry, 'project')) {
      const { ended, status } = data;
      if (ended === undefined) {
        if (status === 'obsolete') report({ code: 'when', file, path: ['status'] });
      } else if (ended.successor === undefined && ended.lessons === undefined) {
        report({ code: 'next', file, path: ['ended'] });
      }
    }
  },
};
