import type { Imported } from '../../../exchange/imported.ts';
import { dayOfClock } from '../use-check.ts';
import type { StartContext } from './StartPage.tsx';

/** Why a text cannot be read, in the person's language. */
export class ReadProblem extends Error {}

/** The records in a text of any format that the registry reads; what reads it is loaded then. Throws a {@link ReadProblem}. */
export async function readText(
  { text, fileName, url }: { text: string; fileName?: string | undefined; url?: string | undefined },
  { t, known }: StartContext,
): Promise<readonly Imported[]> {
  if (text.trim() === '') throw new ReadProblem(t('form.nothingToRead'));
  const { readForeign } = await import('../../../exchange/read-foreign.ts');
  const result = readForeign(text, {
    ...(fileName === undefined ? {} : { fileName }),
    ...(url === undefined ? {} : { url }),
    today: dayOfClock(),
    findRecord: known.find,
  });
  if ('problem' in result) {
    const { line, col } = result.problem;
    throw new ReadProblem(t('form.unreadable', { line: String(line), column: String(col) }));
  }
  if (result.records.length === 0) throw new ReadProblem(t('form.nothingInIt'));
  return result.records;
}
