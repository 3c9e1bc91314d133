import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { POLICY_FILE, type Policy, parsePolicy } from './policy.ts';

/** The policy of the program's own folder. Throws an error for people where the file has a fault. */
export function readPolicy(project: string): Policy {
  const { policy, issues } = parsePolicy(readFileSync(join(project, POLICY_FILE), 'utf8'));
  if (policy !== undefined) return policy;
  const faults = issues.map(
    ({ line, col, message, expected }) =>
      `${POLICY_FILE}:${line}:${col} ${message}${expected === undefined ? '' : ` Expected: ${expected}.`}`,
  );
  throw new Error(faults.join('\n'));
}
