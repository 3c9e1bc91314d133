import type { ViteUserConfig } from 'astro';
import { BOTH, CODES } from './browser-codes.ts';
import { lessOf, type Node } from './browser-less.ts';

/**
 * Leaves out of what browsers load what only programs in Node read: names of countries and their parts, of which the rules ask the codes, and
 * help texts of the data model and the reasons of rules, which the page has in its own language.
 */
export function browserBuild(): NonNullable<NonNullable<ViteUserConfig['plugins']>[number]> {
  return {
    name: 'browser-build',
    enforce: 'post',
    applyToEnvironment: ({ name }) => name === 'client',
    resolveId: {
      order: 'pre',
      handler(id: string) {
        const codes = id === 'iso-3166' ? BOTH : id;
        return codes in CODES ? { id: codes, moduleSideEffects: false } : undefined;
      },
    },
    load: (id: string) => CODES[id]?.(),
    transform(code: string, id: string) {
      const less = lessOf(code, id, (text) => this.parse(text) as unknown as Node);
      return less === undefined ? undefined : { code: less, map: null };
    },
  };
}
