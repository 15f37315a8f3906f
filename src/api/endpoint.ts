import type {ZodMiniType} from 'zod/mini';
import type {output} from 'zod/v4/core';
import {SuretyError} from '../errors.js';
import type * as schemas from '../entries/schemas.js';
import type {Role} from '../schemas/kinds.js';

type Schemas = typeof schemas;

/** Name of a schema in `surety-elements/schemas`. */
export type RequestName = {
  [Name in keyof Schemas]: Schemas[Name] extends ZodMiniType ? Name : never;
}[keyof Schemas];

/** A schema by the module that exports it. Pages fetch the module beside the first answer that needs it. */
export type SchemaReference = readonly [load: () => Promise<object>, name: string];

/** How wrong attempts are slowed down: from `freeAttempts` on each one waits twice as long as the one before. */
export interface RateLimit {
  readonly freeAttempts: number;
  readonly firstDelayMs: number;
  readonly longestDelayMs: number;
  /** Failures are forgotten after this time without another one. */
  readonly forgetAfterMs: number;
}

/** Largest body in bytes that an endpoint reads unless it says otherwise. */
export const MAX_BODY_BYTES = 256 * 1024;

/** Describes one endpoint: client, reference API and OpenAPI are all derived from it. */
export interface Endpoint {
  readonly method: 'get' | 'post' | 'put' | 'delete';
  /** Under `/v1`, with `{name}` for parameters. */
  readonly path: `/${string}`;
  /** One line in Japanese for OpenAPI. */
  readonly summary: string;
  /** Roles that may call it; empty for everybody, signed in or not. */
  readonly roles: readonly Role[];
  /** Status of success; 200 by default. */
  readonly status?: 200 | 201 | 204;
  readonly query?: readonly string[];
  /** Schema of the body. By name, because pages never parse a request and never fetch its schema. */
  readonly request?: RequestName;
  readonly response?: SchemaReference;
  /** Needs an `Idempotency-Key`; runs once per key. */
  readonly isIdempotent?: boolean;
  /** Needs `If-Match` with the version that was seen. */
  readonly isConditional?: boolean;
  /** Answers `ETag` and honours `If-None-Match`. */
  readonly hasETag?: boolean;
  /** Somebody else may have changed the resource in between. */
  readonly canConflict?: boolean;
  readonly rateLimit?: RateLimit;
  /** Bytes; `MAX_BODY_BYTES` by default. */
  readonly bodyLimit?: number;
}

/** The names between braces in a path. */
type ParameterName<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}`
  ? Name | ParameterName<Rest>
  : never;

/** The parameters of an endpoint's path. */
export type Params<E extends Endpoint> = string extends E['path']
  ? Readonly<Record<string, string>>
  : Readonly<Record<ParameterName<E['path']>, string>>;

/** The names of an endpoint's query parameters. */
export type QueryName<E extends Endpoint> = E extends {query: readonly (infer Name extends string)[]}
  ? Name
  : never;

type OutputOf<Reference> = Reference extends readonly [() => Promise<infer Module>, infer Name]
  ? Name extends keyof Module
    ? output<Module[Name]>
    : never
  : never;

/** The body of a request to an endpoint; undefined where it takes none. */
export type RequestBody<E extends Endpoint> = E extends {request: infer Name extends RequestName}
  ? output<Schemas[Name]>
  : undefined;

/** The body of an endpoint's answer; undefined where it has none. */
export type ResponseBody<E extends Endpoint> = E extends {response: infer Reference}
  ? OutputOf<Reference>
  : undefined;

/** Everything that a call of an endpoint needs, and nothing else. */
export type CallInput<E extends Endpoint> = (ParameterName<E['path']> extends never
  ? unknown
  : {params: Params<E>}) &
  (E extends {query: readonly string[]} ? {query?: {[Name in QueryName<E>]?: unknown}} : unknown) &
  (E extends {request: RequestName} ? {body: RequestBody<E>} : unknown) &
  (E extends {isIdempotent: true} ? {idempotencyKey: string} : unknown) &
  (E extends {isConditional: true} ? {version: number} : unknown);

/**
 * Fetches a schema.
 * @throws {SuretyError} `asset-load` when its module cannot be fetched.
 */
export async function loadSchema([load, name]: SchemaReference): Promise<ZodMiniType> {
  try {
    return ((await load()) as Record<string, ZodMiniType>)[name] as ZodMiniType;
  } catch (thrown) {
    throw new SuretyError('asset-load', 'Code of surety-elements could not be loaded.', {cause: thrown});
  }
}

/** Fills the parameters into a path, encoded. */
export const fillPath = (path: string, params: Readonly<Record<string, string>> = {}): string =>
  path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
