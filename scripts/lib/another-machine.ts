/**
 * Loaded before a build (`node --import`), makes this machine another one: its clock runs years ahead, and folders are read in reverse order.
 * Time zone and locale come from the environment.
 */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

const AHEAD = 6 * 366 * 24 * 60 * 60 * 1000;

const RealDate = Date;

/** `Date` as a program sees it: `new Date()` and `Date.now()` are ahead, given moments stay what they are. */
globalThis.Date = new Proxy(RealDate, {
  construct: (target, args: unknown[], newTarget) =>
    Reflect.construct(target, args.length === 0 ? [RealDate.now() + AHEAD] : args, newTarget) as Date,
  apply: () => new RealDate(RealDate.now() + AHEAD).toString(),
  get: (target, key, receiver) =>
    key === 'now' ? () => RealDate.now() + AHEAD : (Reflect.get(target, key, receiver) as unknown),
});

type Names = unknown[];
type Done = (error: Error | null, names?: Names) => void;

const { readdirSync, readdir } = fs;
const readdirPromise = fs.promises.readdir;

// The overloads of these functions are many; what is reversed is always a list.
Object.assign(fs, {
  readdirSync: (...args: Parameters<typeof readdirSync>) => readdirSync(...args).reverse(),
  readdir: (...args: unknown[]) => {
    const done = args.at(-1) as Done;
    const rest = args.slice(0, -1);
    Reflect.apply(readdir, fs, [...rest, (error: Error | null, names?: Names) => done(error, names?.reverse())]);
  },
});
Object.assign(fs.promises, {
  readdir: async (...args: Parameters<typeof readdirPromise>) => (await readdirPromise(...args)).reverse(),
});
syncBuiltinESMExports();
