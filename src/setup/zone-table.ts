/** All zones: by its whole, as `ca`, the endings of its parts, as `ab bc qc`. Small enough for a page. */
export type ZoneTable = Readonly<Record<string, string>>;

/** The parts of each zone, without the zone before them: `ca: "ab bc qc"`. */
export function makeZoneTable(whole: readonly string[], parts: Iterable<string>): ZoneTable {
  const endings = Map.groupBy(
    [...parts].map((part) => part.split('-') as [string, string]),
    ([country]) => country,
  );
  return Object.fromEntries(
    whole.map((zone) => [zone, (endings.get(zone) ?? []).map(([, ending]) => ending).join(' ')]),
  );
}

/** As `isZone` of the rules, from a table. */
export function isZoneIn(table: ZoneTable, zone: string): boolean {
  const [whole = '', ending, ...more] = zone.split('-');
  if (!Object.hasOwn(table, whole) || more.length > 0) return false;
  return ending === undefined || (ending !== '' && (table[whole] ?? '').split(' ').includes(ending));
}
