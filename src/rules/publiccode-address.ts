import { repositoryOnForge } from '../schema/canonical-repository.ts';
import { draftsOf } from '../schema/registry.ts';
import type { RegistryRule } from './rule.ts';

const FILE_NAME = /\/publiccode\.ya?ml$/i;

export const publiccodeAddress: RegistryRule = {
  id: 'publiccode-address',
  severity: 'warning',
  doc: {
    title: 'The publiccode.yml address leads to the project’s own file',
    why: 'Catalogues read that file; one of another repository would describe another project.',
    mend: 'Give the address of publiccode.yml in the project’s own repository, on its main branch; leave the field out where there is none.',
  },
  messages: {
    name: 'This address does not end in publiccode.yml.',
    elsewhere: 'This file is in the repository {other}, the project’s is {repository}.',
  },
  each: true,
  check(registry, report) {
    for (const { file, data } of draftsOf(registry, 'project')) {
      const { publiccode } = data;
      if (publiccode === undefined) continue;
      const at = { file, path: ['publiccode'], found: publiccode };
      if (!FILE_NAME.test(publiccode.replace(/[?#].*$/s, '')))
        report({ code: 'name', ...at, expected: '…/publiccode.yml' });
      const other = repositoryOnForge(publiccode)?.repository;
      const own = [data.repository, ...(data.repositories ?? []).map(({ url }) => url)].flatMap((address) =>
        address === undefined ? [] : [repositoryOnForge(address)?.repository],
      );
      const [repository] = own;
      if (other !== undefined && repository !== undefined && !own.includes(other))
        report({ code: 'elsewhere', ...at, values: { other, repository } });
    }
  },
};
