import { z } from 'zod';
import { schemaVersion } from './primitives.ts';

/** RFC 6901: a path to a field, `/summary/fr`. */
const pointer = z
  .string()
  .max(400)
  .regex(/^(?:\/(?:[^~/]|~[01])*)+$/, { error: 'a path to a field: /summary/fr' });

/**
 * `overlays/<folder of the kind>/<zone>/<slug>.yaml`: what this copy says otherwise, or besides, about a record that another copy writes. A
 * translation is one.
 */
export const overlaySchema = z.strictObject({
  schemaVersion,
  patch: z.record(z.string().max(64), z.json()).meta({
    title: 'Patch',
    description:
      'The fields as this copy shows them; empty (null) for a field that it leaves out. A list is taken whole.',
  }),
  base: z.record(pointer, z.string().regex(/^(?:absent|[0-9a-f]{64})$/, { error: 'a SHA-256, or absent' })).meta({
    title: 'Base',
    description:
      'What the other copy said in each of these fields when the overlay was written, as a hash; written by the program.',
  }),
});
export type Overlay = z.infer<typeof overlaySchema>;
