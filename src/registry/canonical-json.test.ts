import { hash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { canonical, canonicalJson } from './canonical-json.ts';
import { fc } from './fixtures/fast-check.ts';

/** A number by its bits in IEEE 754. */
function double(bits: string): number {
  const view = new DataView(new ArrayBuffer(8));
  view.setBigUint64(0, BigInt(`0x${bits}`));
  return view.getFloat64(0);
}

describe('the examples of RFC 8785', () => {
  test('section 3.2.2 and 3.2.3: primitive values, and the order of keys', () => {
    const input = String.raw`{
      "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
      "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
      "literals": [null, true, false]
    }`;
    expect(canonicalJson(JSON.parse(input))).toBe(
      String.raw`{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}`,
    );
  });

  test('section 3.2.3: keys by UTF-16 units', () => {
    const input = String.raw`{
      "\u20ac": "Euro Sign", "\r": "Carriage Return", "\ufb33": "Hebrew Letter Dalet With Dagesh", "1": "One",
      "\ud83d\ude00": "Emoji: Grinning Face", "\u0080": "Control", "\u00f6": "Latin Small Letter O With Diaeresis"
    }`;
    expect(Object.values(JSON.parse(canonicalJson(JSON.parse(input))) as object)).toEqual([
      'One',
      'Carriage Return',
      'Control',
      'Latin Small Letter O With Diaeresis',
      'Euro Sign',
      'Emoji: Grinning Face',
      'Hebrew Letter Dalet With Dagesh',
    ]);
    // Reading puts "1" first whatever stands in the text.
    expect(canonicalJson(JSON.parse(input)).startsWith(String.raw`{"\r":"Carriage Return","1":"One","`)).toBe(true);
  });

  test.each([
    ['0000000000000000', '0'],
    ['8000000000000000', '0'],
    ['0000000000000001', '5e-324'],
    ['8000000000000001', '-5e-324'],
    ['7fefffffffffffff', '1.7976931348623157e+308'],
    ['ffefffffffffffff', '-1.7976931348623157e+308'],
    ['4340000000000000', '9007199254740992'],
    ['c340000000000000', '-9007199254740992'],
    ['4430000000000000', '295147905179352830000'],
    ['44b52d02c7e14af5', '9.999999999999997e+22'],
    ['44b52d02c7e14af6', '1e+23'],
    ['44b52d02c7e14af7', '1.0000000000000001e+23'],
    ['444b1ae4d6e2ef4e', '999999999999999700000'],
    ['444b1ae4d6e2ef4f', '999999999999999900000'],
    ['444b1ae4d6e2ef50', '1e+21'],
    ['3eb0c6f7a0b5ed8c', '9.999999999999997e-7'],
    ['3eb0c6f7a0b5ed8d', '0.000001'],
    ['41b3de4355555553', '333333333.3333332'],
    ['41b3de4355555554', '333333333.33333325'],
    ['41b3de4355555555', '333333333.3333333'],
    ['41b3de4355555556', '333333333.3333334'],
    ['41b3de4355555557', '333333333.33333343'],
    ['becbf647612f3696', '-0.0000033333333333333333'],
    ['43143ff3c1cb0959', '1424953923781206.2'],
  ])('appendix B: %s is %s', (bits, written) => {
    expect(canonicalJson(double(bits))).toBe(written);
  });

  test.each([double('7fffffffffffffff'), double('7ff0000000000000')])('appendix B: %s is an error', (number) => {
    expect(() => canonicalJson([number])).toThrow(TypeError);
    expect(canonical([number])).toBe('[null]');
  });

  test('half a surrogate pair is an error, in a value and in a key', () => {
    expect(() => canonicalJson({ a: '\ud83d' })).toThrow(TypeError);
    expect(() => canonicalJson({ '\ude00': 1 })).toThrow(TypeError);
    expect(canonical('\ud83d')).toBe(String.raw`"\ud83d"`);
  });
});

test('keys that are whole numbers stand by their units, and a key __proto__ is a key', () => {
  expect(canonicalJson({ 2: 0, 10: 0, '': 0, a: 0 })).toBe('{"":0,"10":0,"2":0,"a":0}');
  expect(canonicalJson(JSON.parse('{"b":1,"__proto__":{"x":1}}'))).toBe('{"__proto__":{"x":1},"b":1}');
});

test('fields that are undefined are absent; what is no JSON is an error', () => {
  expect(canonicalJson({ a: undefined, b: [] })).toBe('{"b":[]}');
  for (const value of [undefined, 1n, Symbol('x'), () => 1]) expect(() => canonicalJson([value])).toThrow(TypeError);
});

/** The same value with the keys of every object in another order. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, inner]) => [key, reversed(inner)]),
  );
}

const json = fc.jsonValue({ maxDepth: 4, stringUnit: 'binary' });

test('what is written reads as the same value, is written the same again, and in any order of keys', () => {
  fc.assert(
    fc.property(json, (value) => {
      const written = canonicalJson(value);
      const read: unknown = JSON.parse(written);
      expect(read).toEqual(JSON.parse(JSON.stringify(value)));
      expect(canonicalJson(read)).toBe(written);
      expect(canonicalJson(reversed(value))).toBe(written);
      expect(canonical(value)).toBe(written);
    }),
  );
});

test('the hash is over UTF-8', () => {
  expect(hash('sha256', canonicalJson({ é: '€' }))).toBe(
    hash('sha256', new Uint8Array([0x7b, 0x22, 0xc3, 0xa9, 0x22, 0x3a, 0x22, 0xe2, 0x82, 0xac, 0x22, 0x7d])),
  );
});
