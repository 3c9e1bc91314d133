/** The colours of `tokens.css`, by day and by night: what a copy's own are laid over. A test holds the two together. */
export const SHIPPED_COLORS = {
  paper: ['#fbfaf6', '#11181f'],
  ink: ['#16202b', '#eef1ee'],
  accent: ['#0b5a6f', '#6cc3d5'],
  'on-accent': ['#ffffff', '#07222a'],
  stamp: ['#9a3412', '#f0a37a'],
  focus: ['#ffc83d', '#ffc83d'],
  'ink-soft': ['#4a5662', '#b4bec6'],
  link: ['#0a4f8a', '#8cc4f5'],
  visited: ['#5b3a86', '#c9b0ee'],
  ok: ['#1f6b3a', '#7fd39a'],
  warn: ['#8a4b00', '#f2b866'],
  bad: ['#a8201a', '#ff9c92'],
  rule: ['#7c8078', '#7a8894'],
  hairline: ['#d9d6cb', '#2e3944'],
  'margin-paper': ['#f4f1e8', '#161f28'],
  field: ['#ffffff', '#0c1217'],
  highlight: ['#fdeeb8', '#4a3d10'],
  'on-focus': ['#16202b', '#16202b'],
} as const satisfies Readonly<Record<string, readonly [light: string, dark: string]>>;

export type ColorToken = keyof typeof SHIPPED_COLORS;

export const COLOR_TOKENS = Object.keys(SHIPPED_COLORS) as readonly ColorToken[];
