import text from '../../.github/policy.yml?raw';
import { POLICY_FILE, type Policy, parsePolicy } from '../github/policy.ts';

let parsed: Policy | undefined;

/** What the bots of this registry may do, as the page for reviewers shows it. */
export function getPolicy(): Policy {
  parsed ??= parsePolicy(text).policy;
  if (parsed === undefined) throw new Error(`${POLICY_FILE} has a fault: its test says where.`);
  return parsed;
}
