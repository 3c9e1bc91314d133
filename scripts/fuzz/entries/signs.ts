/** Signs of YAML's notation and what else spoils it. */
export const YAML_SIGNS: readonly string[] = [
  ...['\n', '\n\n', '  ', '\n  ', '\n    ', '\t', '- ', '? ', ': ', ':', '#', ' # x\n', '&a ', '*a ', '!x ', '!!set ', '!<x> ', '"', "'", '|\n', '>-\n', '|2+\n', '---\n', '...\n'],
  ...['{', '}', '[', ']', ',', ', ', '<<: ', '%YAML 1.1\n', '\\', '\\\n', '"\\u202e"', '"\\x00"', '""', "''", '{}', '[]', '{a: 1}', '[a, b]', '? a\n: b\n', '"a": b\n', 'a: |\n  b\n\n\n'],
  ...['__proto__: ', 'constructor: ', 'state: tombstone\n', '1e999', '.inf', '-0', '0x1F', '007', '~', 'null', 'true', 'no', '2026-02-30', '12:30:45', '@', '`', '=', '<b>', '{x}', '](', '**'],
];

/** Signs of Markdown's notation, of HTML and of MDX. */
export const PROSE_SIGNS: readonly string[] = [
  ...['\n', '\n\n', '  \n', '    ', '\t', '# ', '> ', '- ', '1. ', '* * *\n', '---\n', '===\n', '*', '_', '**', '~~', '`', '```\n', '~~~\n', '\\', '|', '|-|-|\n', '[ ] ', ':', '!'],
  ...['[', ']', '](', '[x]: ', '[^x]', '[^x]: ', '![', '<', '>', '</', '/>', '<!--', '-->', '<b>', '<br/>', '<script>', '<?', '<![CDATA[', '&amp;', '&#x202e;', '&rlm;', '&', 'https://example.org/', 'http://', 'javascript:alert(1)'],
  ...['www.example.org', 'a@example.org', '{', '}', '{x}', '{/* x */}', '{`', '${', 'import x from "y"\n', 'export const x = 1\n', '<Project id="int/post" />', '<Project ', 'id="', '{...x}', '<>', '</>', '<a.b>', '<a:b>', 'word ', 'مرحبا ', 'شناسه‌ها '],
];
