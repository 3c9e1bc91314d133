/** One page of a long list. */
export interface ListPage<T> {
  readonly items: readonly T[];
  /** From 1. */
  readonly number: number;
  readonly count: number;
}

/** As many lines as a page stays quick with. */
const PAGE_SIZE = 100;

/** A list cut into pages; an empty list has one empty page. */
export function paginate<T>(items: readonly T[], size: number = PAGE_SIZE): ListPage<T>[] {
  const count = Math.max(1, Math.ceil(items.length / size));
  return Array.from({ length: count }, (_, index) => ({
    items: items.slice(index * size, (index + 1) * size),
    number: index + 1,
    count,
  }));
}

/** The route parameter of a page: the first has none. */
function pageParam(number: number): string | undefined {
  return number === 1 ? undefined : String(number);
}

/** Routes for the pages of a list at the route of the list. */
export function listRoutes<P extends object, T>(params: P, items: readonly T[]) {
  return paginate(items).map((list) => ({ params: { ...params, page: pageParam(list.number) }, list }));
}

/** The path of a page of a list at `path`. */
export function pagePath(path: string, number: number): string {
  return number === 1 ? path : `${path}${number}/`;
}
