/** What the command line's exit codes mean. */
export const EXIT = { fine: 0, findings: 1, wrongUse: 2 } as const;

/** Wrong use of a command: the message goes to people as it is, without a stack. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
