import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { CODEOWNERS_FILE, codeownersOf } from '../../src/github/codeowners.ts';
import { EXIT, UsageError } from '../lib/exit-code.ts';
import { load, PROJECT, registryFolder } from '../lib/registry-folder.ts';

interface CodeownersOptions {
  readonly write?: boolean;
  readonly check?: boolean;
}

export const codeowners = new Command('codeowners')
  .description('print the host’s file of owners, made from reviewers.yaml')
  .option('--write', `write it to ${CODEOWNERS_FILE}`)
  .option('--check', 'only say whether the file is up to date')
  .addHelpText('after', '\nExample:\n  npm run registry -- codeowners --write')
  .action(({ write = false, check = false }: CodeownersOptions, command: Command) => {
    if (write && check) throw new UsageError('Give --write or --check, not both.');
    const folder = registryFolder(command);
    if ((write || check) && !folder.isDefault)
      throw new UsageError(`${CODEOWNERS_FILE} is about this repository’s own registry: leave --root out.`);
    const text = codeownersOf(load(folder).registry.reviewers);
    const file = join(PROJECT, CODEOWNERS_FILE);
    const current = existsSync(file) && readFileSync(file, 'utf8') === text;
    process.exitCode = check && !current ? EXIT.findings : EXIT.fine;
    if (!write && !check) process.stdout.write(text);
    else if (write && !current) writeFileSync(file, text);
    if (check && !current) console.error(`${CODEOWNERS_FILE} is out of date: npm run registry -- codeowners --write`);
    else if (write) console.error(current ? `${CODEOWNERS_FILE} is up to date` : `wrote ${CODEOWNERS_FILE}`);
  });
