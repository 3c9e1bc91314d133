import { draftsOf } from '../schema/registry.ts';
import type { RegistryRule } from './rule.ts';
import { NOT_OPEN } from './spdx.ts';

export const opening: RegistryRule = {
  id: 'opening',
  severity: 'warning',
  doc: {
    title: 'What is not open says whether it will be',
    why: 'Readers look for what they can reuse: that source is closed today is half an answer.',
    mend: 'Say under opening what is planned, and when, or that nothing is. Once the source is open, delete opening and give the licence.',
  },
  messages: {
    untold: 'The source is not open; what is planned is not told.',
    open: 'The source is under {license}, and opening says what is planned.',
  },
  each: true,
  check(registry, report) {
    for (const { file, data } of draftsOf(registry, 'project')) {
      const { license, opening: planned } = data;
      if (license === NOT_OPEN && planned === undefined) report({ code: 'untold', file, path: ['license'] });
      if (license !== undefined && license !== NOT_OPEN && planned !== undefined)
        report({ code: 'open', file, path: ['opening'], values: { license } });
    }
  },
};
