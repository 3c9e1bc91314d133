import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'astro';
import { findingsOfBuild, registryOfBuild } from '../src/registry/astro-loader.ts';
import { locateIn, RegistryRootError, textOf } from '../src/registry/load-fs.ts';
import { isAtLeast } from '../src/rules/index.ts';
import { EXIT } from './lib/exit-code.ts';
import { writeSchemas } from './lib/published-schemas.ts';
import { PROJECT } from './lib/registry-folder.ts';
import { countText, textReport } from './lib/report.ts';

/** So many warnings are printed. */
const MOST_WARNINGS = 20;

/**
 * Validates the registry and builds the site with its search index. REGISTRY_ROOT names another registry folder, SITE_URL the address,
 * `--out` the folder to write.
 */
async function main(): Promise<number> {
  const { values } = parseArgs({ options: { out: { type: 'string', default: 'dist' } } });
  const shown = process.env['REGISTRY_ROOT'] || 'registry';
  const loaded = registryOfBuild();
  // Hints are for the data-quality page and for who edits a record.
  const grave = findingsOfBuild().filter(({ rule }) => isAtLeast(rule, 'warning'));
  const issues = locateIn(loaded, grave);
  const errors = issues.filter(({ severity }) => severity === 'error');
  // The rest of the warnings is on the data-quality page, and shown by validate.
  const told = [...errors, ...issues.filter((issue) => !errors.includes(issue)).slice(0, MOST_WARNINGS)];
  if (told.length > 0) console.error(textReport(told, (file) => textOf(loaded, file), shown));
  console.error(`${shown}: ${loaded.registry.records.length} records. ${countText(issues)}.`);
  if (errors.length > 0) return EXIT.findings;
  await build({ root: PROJECT, outDir: values.out, logLevel: 'warn' });
  // A copy's own terms are in the schemas that its site publishes, whatever stands in public/.
  writeSchemas(resolve(PROJECT, values.out, 'schema'), loaded.registry);
  console.error(`The site is in ${values.out}/.`);
  return EXIT.fine;
}

try {
  process.exitCode = await main();
} catch (error) {
  if (error instanceof RegistryRootError) console.error(`build: ${error.message}`);
  else console.error(error);
  process.exitCode = EXIT.wrongUse;
}
