import { visible } from './excerpt.ts';

/** What the system refuses where nobody has made a mistake in this program. */
const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'you may not',
  EPERM: 'you may not, or the file is protected',
  EROFS: 'the disk can only be read',
  ENOSPC: 'the disk is full',
  EDQUOT: 'your quota is used up',
  EISDIR: 'there is a folder in its place',
  ENOTDIR: 'there is a file where a folder should be',
  ENAMETOOLONG: 'its name is too long',
};

/** An error of the system about a file, which is for the person to mend and not for us. */
export function isRefusal(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'code' in error && String(error.code) in REASONS && 'syscall' in error;
}

/** The file, what was tried, and why it cannot be. Commands write all or nothing, so nothing has changed. */
export function refusalText({ code = '', path = 'the file', syscall = 'use' }: NodeJS.ErrnoException): string {
  const deed = /^(?:open|write|rename|mkdir|unlink|rm)/.test(syscall) ? 'written' : 'read';
  return `${visible(path)} cannot be ${deed}: ${REASONS[code]} (${code}). Nothing was changed.`;
}
