import { FIELD_RULES } from './field-shape-rules.ts';
import { FILE_RULES } from './file-shape-rules.ts';
import { YAML_RULES } from './yaml-shape-rules.ts';

/** The most bytes that one record may have: checking a larger one for duplicate keys takes quadratic time. */
export const MAX_FILE_BYTES = 32 * 1024;
/** The deepest nesting that a record may have. */
export const MAX_DEPTH = 12;

/** Rules about one file's bytes, its YAML and its fields. `src/registry/parse.ts` applies them in this order. */
export const SHAPE_RULES = [...FILE_RULES, ...YAML_RULES, ...FIELD_RULES] as const;

export type ShapeRuleId = (typeof SHAPE_RULES)[number]['id'];
