import { z } from 'zod';
import { locateFindings, parseYamlFile } from '../registry/parse.ts';
import { RULES_BY_ID } from '../rules/index.ts';
import type { Issue } from '../rules/rule.ts';
import { localized, schemaVersion } from '../schema/primitives.ts';
import { line } from '../schema/text.ts';

/** Where the policy stands, from the root of the repository. */
export const POLICY_FILE = '.github/policy.yml';

/** What a git host takes as the name of a label. */
const labelName = line(50);
const fieldName = z
  .string()
  .max(64)
  .regex(/^[a-z][A-Za-z]*$/, { error: 'the name of a field of a record' });
const days = z.int().min(1).max(1000);

const staleTimes = z
  .strictObject({ reminderDays: days, closeDays: days })
  .refine(({ reminderDays, closeDays }) => closeDays > reminderDays, {
    error: 'more days to the closing than to the reminder',
    path: ['closeDays'],
  });

const label = z.strictObject({
  colour: z.string().regex(/^[0-9a-f]{6}$/, { error: "six hexadecimal digits in lower case, in quotes: '0e8a16'" }),
  /** Who adds and removes it. What people set is never touched by a bot. */
  by: z.enum(['bot', 'people']),
  /** GitHub takes 100 characters. */
  description: localized(line(100)),
  meaning: localized(line(300)),
});

/** `.github/policy.yml`: what the bots may do, and when. Its comments say what each value does. */
export const policySchema = z.strictObject({
  schemaVersion,
  automerge: z.strictObject({
    enabled: z.boolean(),
    waitHours: z.int().min(0).max(10_000),
    maxFiles: z.int().min(1).max(100),
    sensitiveFields: z.array(fieldName).max(100),
    hold: z.strictObject({ label: labelName, comment: line(40), release: line(40) }),
  }),
  waits: z.strictObject({ firstAnswerDays: days }),
  thresholds: z.strictObject({ maxFiles: z.int().min(1).max(3000), lookAlikes: z.int().min(1).max(10) }),
  stale: z.strictObject({
    pullRequests: staleTimes,
    issues: staleTimes,
    exemptLabels: z.array(labelName).max(50),
  }),
  limits: z.strictObject({ findings: z.int().min(1).max(200), zoneLabels: z.int().min(0).max(50) }),
  labels: z.record(labelName, label),
});
export type Policy = z.infer<typeof policySchema>;
export type LabelPolicy = Policy['labels'][string];

export interface ParsedPolicy {
  /** Absent where the file has a fault: nothing is decided by half a policy. */
  readonly policy?: Policy;
  readonly issues: readonly Issue[];
}

/** Reads the policy file as the house reads all YAML; every fault has its place. */
export function parsePolicy(text: string): ParsedPolicy {
  const { data, findings } = parseYamlFile(POLICY_FILE, new TextEncoder().encode(text), policySchema);
  const issues = locateFindings(findings, RULES_BY_ID, () => text);
  return data === undefined ? { issues } : { policy: data as Policy, issues };
}
