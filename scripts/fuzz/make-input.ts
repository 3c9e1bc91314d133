import { Random } from '../bench/random.ts';
import type { FuzzEntry } from './entry.ts';

/** Characters that parsers, terminals and readers stumble over, beside any other. */
const ODD = [
  ...[
    '\0',
    '\u0007',
    '\u001b',
    '\t',
    '\n',
    '\r',
    '\u0085',
    '\u00a0',
    '\u00ad',
    '\u200b',
    '\u200c',
    '\u200d',
    '\u200e',
    '\u2028',
    '\u202e',
    '\u2066',
    '\ufeff',
    '\uffff',
  ],
  ...[
    '\ud800',
    '\udfff',
    '\u0301',
    '\ufe0f',
    '\u{e0041}',
    '\u{10ffff}',
    'İ',
    'ı',
    'ß',
    'ſ',
    'é',
    'e\u0301',
    'м',
    'я',
    'می‌',
    'ש',
    '日本',
    'ไทย',
    '한',
    '👩‍💻',
    '🇨🇦',
    '𝒜',
    '①',
    '。',
    '％',
  ],
];

/** The input of a number: the same seed and number give the same input on every machine, as long as the entry's texts stay. */
export function makeInput({ starts, pieces, longest }: FuzzEntry, seed: number, index: number): string {
  const random = new Random(mixed(seed, index));
  // Short inputs hide as much as long ones, and are quick.
  const limit = Math.ceil(longest / (random.chance(1 / 16) ? 1 : 4));
  let text = starts.length > 0 && random.chance(0.7) ? startOf(starts, limit, random) : '';
  for (let left = random.below(text === '' ? 8 : 3); left > 0; left--) text += random.pick(pieces);
  for (let left = 1 + random.below(4); left > 0; left--) text = spoilt(text, pieces, random);
  return text.slice(0, limit);
}

/** A start that need not be cut, where a few draws find one. */
function startOf(starts: readonly string[], limit: number, random: Random): string {
  let start = random.pick(starts);
  for (let left = 4; left > 0 && start.length > limit; left--) start = random.pick(starts);
  return start;
}

/** The text with one change, as hands and programs spoil files. */
function spoilt(text: string, pieces: readonly string[], random: Random): string {
  const at = random.below(text.length + 1);
  const end = Math.min(text.length, at + random.below(random.chance(0.2) ? 60 : 8));
  const span = text.slice(at, end);
  const [before, after] = [text.slice(0, at), text.slice(end)];
  switch (random.below(6)) {
    case 0:
      return before + after;
    case 1:
      return before + span + span + after;
    case 2:
      return before + random.pick(ODD) + after;
    case 3:
      return before + random.pick(pieces) + span + after;
    case 4:
      return before + random.pick(pieces).repeat(random.pick([1, 1, 2, 3, 80])) + after;
    default:
      return before + anyCharacter(random) + after;
  }
}

function anyCharacter(random: Random): string {
  const end = random.pick([0x80, 0x80, 0x500, 0x1_0000, 0x11_0000]);
  return String.fromCodePoint(random.below(end));
}

/** Neighbouring numbers must not begin alike: the finalizer of MurmurHash3 (Appleby, public domain). */
function mixed(seed: number, index: number): number {
  let hash = Math.imul(seed, 0x9e3779b1) ^ index;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}
