import type { Imported } from '../../../exchange/imported.ts';
import { dayOfClock } from '../use-check.ts';
import type { StartContext } from './StartPage.tsx';

/** Why a text cannot be read, in the person's language. */
export class ReadProblem extends Error {}

interface ToRead {
  readonly text: string;
  readonly fileName?: string | undefined;
  /** Where the text was read. */
  readonly url?: string | undefined;
}

/** The records in a text of any format that the registry reads; what reads it is loaded then. Throws a {@link ReadProblem}. */
export async function readText(
  { text, fileName, url }: ToRead,
  { t, known, page }: StartContext,
): Promise<readonly Imported[]> {
  const { readForeign } = await import('../../../exchange/read-foreign.ts');
  const result = readForeign(text, {
    ...(fileName === undefined ? {} : { fileName }),
    ...(url === undefined ? {} : { url }),
    today: dayOfClock(),
    findRecord: known.find,
    vocabularies: page.vocabularies,
  });
  if (result.problem !== undefined) {
    const { code, line, col, found } = result.problem;
    const place = found === '' ? '' : t('form.readAt', { line: String(line), column: String(col), found });
    throw new ReadProblem([t(`import.problem.${code}`), place, t(`import.remedy.${code}`)].filter(Boolean).join(' '));
  }
  if (result.records.length === 0) throw new ReadProblem(t('form.nothingInIt'));
  return result.records;
}
