import type { Check, Diagnosis } from './diagnosis.ts';

/** Where the site and its repository stand. */
export const checkAddress: Check = ({ registry: { config }, addresses }) => [
  addressOf(config.url, addresses),
  repositoryOf(config.repository?.url, addresses),
];

type Addresses = Parameters<Check>[0]['addresses'];

function addressOf(written: string | undefined, { url, base, published }: Addresses): Diagnosis {
  const check = 'address';
  if (!published)
    return {
      check,
      grade: 'should',
      message: 'Nobody tells the address of the site here. On GitHub Pages the build knows it.',
      fix: 'Anywhere else: write url into registry.yaml, as https://…/ with the base path.',
    };
  const { hostname, protocol } = new URL(url);
  if (protocol !== 'https:')
    return {
      check,
      grade: 'should',
      message: `The address ${url} is not encrypted: other copies do not take records from there.`,
      fix: 'Serve the site by https, and correct url in registry.yaml.',
    };
  // https://docs.github.com/pages: a project's pages stand below its name, unless the repository is named after the host.
  if (written !== undefined && hostname.endsWith('.github.io') && base !== '/' && base.split('/').length > 3)
    return {
      check,
      grade: 'should',
      message: `GitHub Pages has no address below ${base}: the path is the name of the repository.`,
      fix: 'Take url out of registry.yaml: on GitHub Pages the build knows it.',
    };
  return { check, grade: 'fine', message: `The site stands at ${url}, its base path is ${base}.` };
}

function repositoryOf(written: string | undefined, { repository }: Addresses): Diagnosis {
  const check = 'repository';
  if (repository === undefined)
    return {
      check,
      grade: 'should',
      message: 'Nobody tells the repository here. On GitHub the build knows it; without it the form can send nothing.',
      fix: 'Anywhere else: write repository into registry.yaml, with url, branch and host.',
    };
  const by = written === undefined ? ', as the environment tells' : '';
  return { check, grade: 'fine', message: `Contributions go to ${repository.url} (${repository.host})${by}.` };
}
