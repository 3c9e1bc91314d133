import { httpsUrl } from '../../../src/schema/primitives.ts';
import { withSlash } from '../../../src/setup/texts.ts';
import { fieldProblem } from '../ask-fields.ts';
import { visible } from '../excerpt.ts';
import { UsageError } from '../exit-code.ts';

/** The address of a copy, ending in a slash. Throws a {@link UsageError} for what is none that copies exchange records at. */
export function copyAddress(text: string, name: string): string {
  const problem = fieldProblem(httpsUrl, name, text);
  if (problem !== undefined) throw new UsageError(`${visible(name)}: ${visible(problem)}`);
  const { href, search, hash } = new URL(text);
  if (search !== '' || hash !== '')
    throw new UsageError(`${visible(name)}: the address of a copy has no query and no fragment.`);
  return withSlash(href);
}
