import { stringify } from 'csv-stringify/sync';
import type { Site } from './make-site.ts';
import { statisticsOf } from './statistics.ts';
import { statisticsLabel } from './statistics-words.ts';

/** The statistics as one CSV table, in which nothing is read as a formula. Names of columns and values are the same in every language. */
export function statisticsCsv(lang: string, site: Site): string {
  const rows = statisticsOf(site).flatMap((table) =>
    table.rows.map((row) => ({
      table: table.id,
      value: row.value,
      label: statisticsLabel(table, row, lang, site).text.text,
      count: row.count,
      total: table.total,
    })),
  );
  return stringify(rows, {
    header: true,
    columns: ['table', 'value', 'label', 'count', 'total'],
    escape_formulas: true,
  });
}
