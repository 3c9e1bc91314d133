import { join } from 'node:path';
import { Argument, Command } from 'commander';
import { SCHEMAS } from '../../src/schema/schemas.ts';
import { EXIT, UsageError } from '../lib/exit-code.ts';
import { publishedSchema, SCHEMA_FOLDER, sharedVocabularies, writeSchemas } from '../lib/published-schemas.ts';
import { load, PROJECT, registryFolder } from '../lib/registry-folder.ts';

const NAMES = Object.keys(SCHEMAS);

export const schema = new Command('schema')
  .description('print the JSON Schema of a kind of file, with the terms of the registry’s vocabularies')
  .addArgument(new Argument('[kind]', 'the kind of file').choices(NAMES))
  .option(
    '--write',
    `write every schema to ${SCHEMA_FOLDER}/ for editors, with the shared terms; the site’s own have the copy’s terms too`,
  )
  .addHelpText('after', '\nExamples:\n  npm run registry -- schema project\n  npm run registry -- schema --write')
  .action((kind: string | undefined, { write = false }: { write?: boolean }, command: Command) => {
    if (write === (kind !== undefined))
      throw new UsageError('Name one kind to print it, or give --write to write all.');
    const folder = registryFolder(command);
    if (kind !== undefined) process.stdout.write(publishedSchema(kind, load(folder).registry));
    else {
      writeSchemas(join(PROJECT, SCHEMA_FOLDER), { vocabularies: sharedVocabularies(folder.root) });
      console.error(`${NAMES.length} schemas in ${SCHEMA_FOLDER}/`);
    }
    process.exitCode = EXIT.fine;
  });
