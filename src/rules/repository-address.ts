import { canonicalRepository, repositoryOnForge } from '../schema/canonical-repository.ts';
import { draftsOf } from '../schema/registry.ts';
import type { RegistryRule } from './rule.ts';

export const repositoryAddress: RegistryRule = {
  id: 'repository-address',
  severity: 'warning',
  doc: {
    title: 'A repository’s address is that of the repository',
    why: 'An address with a branch, a file or an ending differs from the one that others write, so that one project is taken for two.',
    mend: 'Write the address that the host shows at the top of the repository, without .git and without what follows the name.',
  },
  messages: {
    deeper: 'This address leads into the repository {repository}.',
    owner: 'This address is that of an account, not of a repository.',
    ending: 'The end of this address (.git, a slash, or what follows ? or #) is not needed.',
  },
  each: true,
  check(registry, report) {
    for (const { file, data } of draftsOf(registry, 'project')) {
      for (const { value, path } of [
        { value: data.repository, path: ['repository'] },
        ...(data.repositories ?? []).map(({ url }, index) => ({ value: url, path: ['repositories', index, 'url'] })),
      ]) {
        if (value === undefined) continue;
        const { repository, rest } = repositoryOnForge(value) ?? {};
        const at = { file, path, found: value };
        if (repository !== undefined && rest === 'owner') report({ code: 'owner', ...at });
        else if (repository !== undefined && rest !== '')
          report({ code: 'deeper', ...at, values: { repository }, expected: repository });
        else if (/(?:\.git|\/)$|[?#]/.test(value)) {
          const plain = value.replace(/[?#].*$/s, '').replace(/(?:\/|\.git)+$/, '');
          // Only where both are one repository to every reader.
          if (plain.length > 'https://'.length && canonicalRepository(plain) === canonicalRepository(value))
            report({ code: 'ending', ...at, expected: plain, fix: { set: plain } });
        }
      }
    }
  },
};
