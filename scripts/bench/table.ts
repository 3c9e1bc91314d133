import type { BenchResult, Target } from './report.ts';

const TARGET_RECORDS = 10_000;

/** The result as text for people. */
export function benchTable({ seed, node, registry, steps, check, sync, build, targets }: BenchResult): string {
  const { records, bytes, lines } = registry;
  return [
    `${whole(records)} records, ${megabytes(bytes)} MB, ${whole(bytes / records)} bytes and ${whole(lines / records)} lines each; seed ${seed}; Node ${node}`,
    '',
    ...columns([
      ['step', 'wall s', 'CPU s', 'peak MB', 'findings'],
      ...steps.map((step) => [
        step.name,
        step.seconds.toFixed(2),
        step.cpuSeconds.toFixed(2),
        megabytes(step.peakBytes),
        whole(step.findings),
      ]),
      ['check of a pull request', check.seconds.toFixed(2)],
      ...syncRows(sync),
      ...(build === undefined
        ? []
        : [
            [
              'whole build',
              build.seconds.toFixed(2),
              '',
              build.peakBytes === undefined ? '' : megabytes(build.peakBytes),
              '',
            ],
          ]),
    ]),
    ...(build === undefined ? [] : ['', ...columns(sizeRows(build))]),
    '',
    ...columns([['target', 'found', 'at most', ''], ...targets.map(targetRow)]),
    ...(records < TARGET_RECORDS
      ? [`The targets are set for ${whole(TARGET_RECORDS)} records: with fewer, the start of the program weighs more.`]
      : []),
  ].join('\n');
}

function syncRows({ copy, first, unchanged, changed, changes }: BenchResult['sync']): string[][] {
  const row = (name: string, step: typeof copy) => [
    name,
    step.seconds.toFixed(2),
    step.cpuSeconds.toFixed(2),
    megabytes(step.peakBytes),
  ];
  return [
    row('copy + load + validate', copy),
    row('first synchronization', first),
    row('synchronization, nothing changed', unchanged),
    row(`synchronization, ${whole(changes)} changed`, changed),
  ];
}

function sizeRows({ files, bytes, search }: NonNullable<BenchResult['build']>): string[][] {
  const { language, firstLoad, table, orders, cards, largestCards, pagefind } = search;
  return [
    ['size', 'bytes'],
    [`the site, ${whole(files)} files`, whole(bytes)],
    [`search (${language}): page before typing`, whole(firstLoad)],
    ['table of facets', whole(table)],
    ['orders', whole(orders)],
    ['cards, all', whole(cards)],
    ['cards, largest file', whole(largestCards)],
    ['text index, all languages', whole(pagefind)],
  ];
}

function targetRow({ name, value, most, met, unit }: Target): string[] {
  const shown = (number: number) => (unit === 'bytes' || unit === 'count' ? whole(number) : number.toFixed(2));
  return [name, shown(value), shown(most), met ? 'met' : 'not met'];
}

/** Rows with their columns below each other: the first to the left, numbers to the right. */
function columns(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  return rows.map((row) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart((widths[column] ?? 0) + 2)))
      .join('')
      .trimEnd(),
  );
}

function whole(number: number): string {
  return Math.round(number).toLocaleString('en');
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(1);
}
