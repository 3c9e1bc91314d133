import { z } from 'zod';
import { EXPECTED } from './expected.ts';

/** Text for people, one line, at most `max` code points. */
export function line(max: number) {
  return z
    .string()
    .min(1, { abort: true })
    .max(max, { abort: true })
    .regex(/^\S(?:[^\n]*\S)?$/u, { error: EXPECTED.oneLine });
}

/** Text for people, several lines allowed, at most `max` code points. */
export function lines(max: number) {
  return z.string().min(1, { abort: true }).max(max, { abort: true }).regex(/\S/u, { error: EXPECTED.someText });
}
