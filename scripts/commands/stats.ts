import { Command, Option } from 'commander';
import { makeSite, type Site } from '../../src/site/make-site.ts';
import { type StatisticsTable, statisticsOf } from '../../src/site/statistics.ts';
import { statisticsCsv } from '../../src/site/statistics-csv.ts';
import { statisticsLabel, statisticsWords } from '../../src/site/statistics-words.ts';
import { visible } from '../lib/excerpt.ts';
import { EXIT } from '../lib/exit-code.ts';
import { chosenFormat, jsonOption } from '../lib/format-option.ts';
import { load, registryFolder } from '../lib/registry-folder.ts';

type Format = 'table' | 'json' | 'csv';

export const stats = new Command('stats')
  .description('count what the registry holds, how complete and how fresh it is, and where it has gaps')
  .addOption(new Option('--format <format>', 'how it is printed').choices(['table', 'json', 'csv']).default('table'))
  .addOption(jsonOption())
  .addHelpText('after', '\nExamples:\n  npm run registry -- stats\n  npm run registry -- stats --format csv')
  .action((_: unknown, command: Command) => {
    const format = chosenFormat(command) as Format;
    const { registry } = load(registryFolder(command));
    console.log(print(makeSite(registry), format));
    // What is no sound record is known by its file alone.
    const uncounted = registry.known.size - registry.records.length;
    if (uncounted > 0)
      console.error(
        `${uncounted === 1 ? '1 record has errors and is' : `${uncounted} records have errors and are`} not counted (run validate).`,
      );
    process.exitCode = EXIT.fine;
  });

function print(site: Site, format: Format): string {
  // The main language of the registry: its own words, in which its people talk of it.
  const lang = site.languages[0] ?? 'en';
  if (format === 'csv') return statisticsCsv(lang, site).trimEnd();
  if (format === 'json') return JSON.stringify({ day: site.today, statistics: statisticsOf(site) }, null, 2);
  return statisticsOf(site)
    .map((table) => printTable(table, lang, site))
    .join('\n\n');
}

function printTable(table: StatisticsTable, lang: string, site: Site): string {
  const rows = table.rows.map((row) => [
    visible(statisticsLabel(table, row, lang, site).text.text),
    String(row.count),
    table.total === 0 ? '' : `${Math.round((row.count / table.total) * 100)} %`,
  ]);
  const width = Math.max(0, ...rows.map(([label = '']) => label.length));
  const lines = rows.map(
    ([label = '', count = '', share = '']) => `  ${label.padEnd(width)}  ${count.padStart(6)}  ${share.padStart(5)}`,
  );
  return [visible(statisticsWords(table, lang, site).caption), ...lines].join('\n');
}
