import { readFileSync, writeFileSync } from 'node:fs';
import { OPERATIONS } from './operations.ts';
import { trimDescription } from './trim-description.ts';

/**
 * Writes `github-api.json` anew from GitHub's published description, which is too large to depend on (the package has 385 MB):
 *
 *   npm pack @octokit/openapi@23.0.2
 *   tar -xzf octokit-openapi-23.0.2.tgz package/generated/api.github.com.json
 *   node scripts/dev-github/extract-openapi.ts package/generated/api.github.com.json @octokit/openapi@23.0.2
 */
const [file, source] = process.argv.slice(2);
if (file === undefined || source === undefined) {
  console.error('Name the file of the whole description, and the package and version that it comes from.');
  process.exitCode = 2;
} else {
  const trimmed = trimDescription(JSON.parse(readFileSync(file, 'utf8')), OPERATIONS, source);
  const text = JSON.stringify(trimmed);
  writeFileSync(new URL('github-api.json', import.meta.url), `${text}\n`);
  console.log(`github-api.json: ${trimmed.operations.length} operations, ${Math.round(text.length / 1024)} KiB.`);
}
