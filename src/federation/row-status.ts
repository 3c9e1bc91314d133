/** Kinds of which every record has a status. */
const WITH_STATUS: ReadonlySet<string> = new Set(['project', 'standard']);

export function hasStatus(kind: string): boolean {
  return WITH_STATUS.has(kind);
}

/** The status that a record says itself; of other kinds there is none. Records of other copies are asked before anything is checked. */
export function rowStatus(kind: string, data: object): string | undefined {
  const { status } = data as Readonly<Record<string, unknown>>;
  return hasStatus(kind) && typeof status === 'string' && STATUS.test(status) ? status : undefined;
}

/** A word, as a later program may have others. */
export const STATUS: RegExp = /^[a-z]+(?:-[a-z]+)*$/;
