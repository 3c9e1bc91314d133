import type { AnySchema } from 'ajv';
import type { OperationId } from './operations.ts';

/** A parameter of a request, as the trimmed description keeps it. */
export interface ParameterDescription {
  readonly name: string;
  readonly in: 'path' | 'query';
  readonly required: boolean;
  readonly schema: AnySchema;
}

export interface OperationDescription {
  readonly id: OperationId;
  readonly method: string;
  /** With names in braces: `/repos/{owner}/{repo}/issues`. */
  readonly path: string;
  readonly parameters: readonly ParameterDescription[];
  /** Of the JSON body; absent where the operation takes none. */
  readonly body?: { readonly required: boolean; readonly schema: AnySchema };
  /** Of the JSON answer, by status; `null` where the answer has no JSON body. */
  readonly answers: Readonly<Record<string, AnySchema | null>>;
}

/** GitHub's published description of its API, trimmed to some operations and turned from OpenAPI 3.0 into JSON Schema. */
export interface ApiDescription {
  readonly title: string;
  readonly version: string;
  readonly license: string;
  readonly source: string;
  readonly operations: readonly OperationDescription[];
  /** Shared schemas; `$ref` is `#/$defs/<name>`. */
  readonly $defs: Readonly<Record<string, AnySchema>>;
}
