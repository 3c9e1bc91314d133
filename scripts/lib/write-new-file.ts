import { linkSync, lstatSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { visible } from './excerpt.ts';
import { UsageError } from './exit-code.ts';

/**
 * Writes a file whole or not at all: beside its place first, under a name that nobody has. Throws a {@link UsageError} where something
 * stands at its place, unless `force` is given and it is a plain file; it is then as it was until the new one takes its place.
 */
export function writeNewFile(path: string, text: string, { force }: { readonly force: boolean }): void {
  const standing = lstatSync(path, { throwIfNoEntry: false });
  if (standing !== undefined && !standing.isFile())
    throw new UsageError(`${visible(path)} is no plain file. Name another with --out.`);
  if (standing !== undefined && !force) throw new UsageError(taken(path));
  const beside = `${path}.${process.pid}.new`;
  try {
    writeFileSync(beside, text, { flag: 'wx' });
    if (force) renameSync(beside, path);
    else linkAt(beside, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    throw new UsageError(`${visible(path)}: there is no such folder. Make it first, or name another with --out.`);
  } finally {
    rmSync(beside, { force: true });
  }
}

/** Unlike a renaming, a link is never put over what another program wrote meanwhile. */
function linkAt(beside: string, path: string): void {
  try {
    linkSync(beside, path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') throw new UsageError(taken(path));
    // Some file systems have no links.
    if (code !== 'EPERM' && code !== 'ENOTSUP' && code !== 'ENOSYS') throw error;
    renameSync(beside, path);
  }
}

function taken(path: string): string {
  return `${visible(path)} stands already. Name another file, or add --force to write over it.`;
}
