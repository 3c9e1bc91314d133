import type { DataPath } from '../rules/rule.ts';
import type { Ledger } from './ledger.ts';
import { oneLine } from './texts.ts';

/** A name in one language. */
export interface LocalName {
  readonly language: string;
  readonly from: DataPath;
}

/**
 * Carries a name and what the thing is called in single languages: one text where they agree, else one for each language. The plain name is
 * then the English one if no other is, as formats ask for one that people of every country can read.
 */
export function carryName(ledger: Ledger, from: DataPath, locals: readonly LocalName[]): void {
  const name = oneLine(ledger.at(...from));
  const given = locals.filter((local) => oneLine(ledger.at(...local.from)) !== '');
  const others = given.filter((local) => oneLine(ledger.at(...local.from)) !== name);
  if (others.length === 0) {
    ledger.set(['name'], name, from, ...given.map((local) => local.from));
    return;
  }
  for (const local of given) ledger.set(['name', local.language], oneLine(ledger.at(...local.from)), local.from);
  const isSaid = given.length > others.length;
  if (isSaid || name === '') ledger.understand(from);
  else ledger.set(['name', 'en'], name, from);
}
