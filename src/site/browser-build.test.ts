import { expect, test } from 'vitest';
import { parseAst } from 'vitest/node';
import { COUNTRY_CODES, RESERVED_CODES } from '../rules/countries.ts';
import { SUBDIVISIONS } from '../rules/zones.ts';
import { countryCodes, partCodes } from './browser-codes.ts';
import { lessOf } from './browser-less.ts';

const load = async (code: string) => import(`data:text/javascript,${encodeURIComponent(code)}`);
const less = (code: string, id: string) => lessOf(code, id, (text) => parseAst(text) as never);

test('a browser gets the codes of all countries and of all their parts', async () => {
  const { iso31661, iso31661Reserved } = await load(countryCodes());
  const { iso31662 } = await load(partCodes());
  const codes = iso31661.filter(({ state }: { state: string }) => state === 'assigned');
  expect(new Set([...codes.map(({ alpha2 }: { alpha2: string }) => alpha2), 'XK'])).toEqual(COUNTRY_CODES);
  expect(new Set(iso31661Reserved.map(({ alpha2 }: { alpha2: string }) => alpha2))).toEqual(RESERVED_CODES);
  expect(new Set(iso31662.map(({ code }: { code: string }) => code))).toEqual(SUBDIVISIONS);
});

test('help texts of schemas and reasons of rules are left out, and nothing else', () => {
  expect(less("s.meta({ title: 'T', description: 'D', notation: 'date' })", '/x/src/schema/shared.ts')).toBe(
    "s.meta({ title: 'T',  notation: 'date' })",
  );
  expect(less("s.meta({ title: 'T', description: 'D' })", '/x/src/schema/shared.ts')).toBe("s.meta({ title: 'T',  })");
  expect(less("x({ description: 'D', title: 'T' })", '/x/src/schema/shared.ts')).toBe(
    "x({ description: 'D', title: 'T' })",
  );
  const rule = "const r = { id: 'r', doc: { title: 'T', why: 'W', mend: 'M' }, messages: { title: 'T' } };";
  expect(less(rule, '/x/src/rules/r.ts')?.replace(/\s+/g, ' ')).toBe(
    "const r = { id: 'r', doc: { mend: 'M' }, messages: { title: 'T' } };",
  );
  expect(less(rule, '/x/src/site/r.ts')).toBeUndefined();
});
