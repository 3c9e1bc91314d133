import type { Check } from './diagnosis.ts';

/** The JSON Schemas that help in editors say what the data model says. */
export const checkSchemas: Check = ({ outdatedSchemas }) => [
  outdatedSchemas.length === 0
    ? { check: 'schemas', grade: 'fine', message: 'The schemas for editors are up to date.' }
    : {
        check: 'schemas',
        grade: 'should',
        message: `Schemas for editors lag behind the data model: ${outdatedSchemas.join(', ')}.`,
        fix: 'npm run schema',
      },
];
