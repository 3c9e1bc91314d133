declare module 'spdx-expression-parse' {
  /** Throws on what is no SPDX expression of known ids. */
  export default function parse(expression: string): unknown;
}
declare module 'spdx-license-ids' {
  const ids: readonly string[];
  export default ids;
}
