import { hash } from 'node:crypto';
import type { Sha256 } from './protocol.ts';

/** SHA-256 by Node. */
export const sha256: Sha256 = (bytes) => hash('sha256', bytes);
