import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { addressesOf } from '../registry/address.ts';
import { registryOfBuild } from '../registry/astro-loader.ts';
import { sourceCommit, sourceSequence } from '../registry/source-commit-git.ts';
import { BOUNDS } from './protocol.ts';
import { type Publication, publish } from './publish.ts';
import { writeFiles } from './publish-fs.ts';
import { sha256 } from './sha256-node.ts';

/** Writes what other copies take from this one into the site, when its pages are done: records and index first, the descriptor last. */
export function publishIntegration(): AstroIntegration {
  return {
    name: 'publish',
    hooks: {
      'astro:build:done': ({ dir, logger }) => {
        const publication = publicationOfBuild();
        const warning = warningOf(publication);
        if (warning !== undefined) logger.warn(warning);
        if (publication !== undefined && 'files' in publication) writeFiles(publication.files, fileURLToPath(dir));
      },
    },
  };
}

/** What the built commit publishes; `undefined` where nobody knows which state it is. */
function publicationOfBuild(): Publication | undefined {
  const commits = sourceSequence();
  if (commits === undefined) return undefined;
  const { registry } = registryOfBuild();
  const { url, repository } = addressesOf(registry.config, process.env);
  const contributePage = `${url}${registry.config.languages[0] ?? 'en'}/contribute/`;
  return publish(registry, { url, repository, contributePage, commits, ...sourceCommit() }, sha256);
}

function warningOf(publication: Publication | undefined): string | undefined {
  if (publication === undefined)
    return 'Other copies cannot take records from this build: it does not know how many commits lead to it. Fetch the whole history (git fetch --unshallow), or set SOURCE_SEQUENCE.';
  if ('problem' in publication) {
    const { problem, found, atMost } = publication;
    return `Other copies cannot take records from this build: ${problem} ${found}, and nobody takes more than ${atMost}. Delegate zones to copies of their own.`;
  }
  if (publication.tooLarge.length === 0) return undefined;
  const names = publication.tooLarge.map(({ kind, id, bytes }) => `${kind} ${id} (${bytes} bytes)`);
  return `Not published for other copies, being larger than ${BOUNDS.recordBytes} bytes: ${names.join(', ')}. Shorten them.`;
}
