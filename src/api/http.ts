import ky, {isHTTPError, isTimeoutError, type KyInstance, type Options, type ResponsePromise} from 'ky';
import type {ZodMiniType} from 'zod/mini';
import type {SuretyConfig} from '../config.js';
import {SuretyError, type ErrorCode} from '../errors.js';
import type {Problem} from '../schemas/problem.js';
import {API_MAJOR} from '../version.js';
import {fillPath, loadSchema, type CallInput, type Endpoint, type ResponseBody} from './endpoint.js';
import {REQUEST_OPTIONS, TIMEOUT_MS} from './request.js';
import {withToken} from './token.js';

/** Options of a single call. */
export interface CallOptions {
  signal?: AbortSignal | undefined;
  /** Sends this call only, instead of the `fetch` of the configuration. */
  fetch?: typeof fetch;
}

/** Seconds of `Retry-After` up to which a read is retried. A longer wait is reported at once instead. */
const MAX_RETRY_AFTER_SECONDS = 5;

/** Calls endpoints of one API. Everything thrown is a `SuretyError`. */
export interface Caller {
  /** Calls an endpoint and returns the parsed body of its answer. */
  call<E extends Endpoint>(endpoint: E, input: CallInput<E>, options?: CallOptions): Promise<ResponseBody<E>>;
  /**
   * Returns a call of an endpoint whose answer seldom changes. It sends the ETag of the last answer, and a 304 returns that
   * same object again.
   */
  withETag<E extends Endpoint & {hasETag: true}>(
    endpoint: E,
  ): (input: CallInput<E>, options?: CallOptions) => Promise<ResponseBody<E>>;
}

type AnyInput = Partial<{
  params: Record<string, string>;
  query: object;
  body: unknown;
  idempotencyKey: string;
  version: number;
}>;

/** Creates the caller of the API that a configuration names. */
export function createCaller(config: SuretyConfig): Caller {
  const http = createHttp(config);
  return {
    async call<E extends Endpoint>(endpoint: E, input: CallInput<E>, options: CallOptions = {}) {
      const schema = endpoint.response && loadSchema(endpoint.response);
      // What changes or records something is sent only once its answer can be read.
      if (endpoint.method !== 'get') await schema;
      const answer = await read(schema, send(http, endpoint, input as AnyInput, options));
      return answer as ResponseBody<E>;
    },
    withETag<E extends Endpoint>(endpoint: E) {
      let last: {address: string; tag: string; answer: ResponseBody<E>} | undefined;
      return async (input: CallInput<E>, options: CallOptions = {}) => {
        const address = JSON.stringify(input);
        const known = last?.address === address ? last : undefined;
        const schema = endpoint.response && loadSchema(endpoint.response);
        schema?.catch(() => undefined); // reported by read(); a 304 needs no schema
        const sent = send(http, endpoint, input as AnyInput, {
          ...options,
          ...(known && {headers: {'If-None-Match': known.tag}}),
          throwHttpErrors: status => status !== 304,
        });
        const response = await sent.catch(async thrown => {
          throw await translate(thrown);
        });
        if (response.status === 304 && known) return known.answer;
        const answer = (await read(schema, sent)) as ResponseBody<E>;
        const tag = response.headers.get('ETag');
        if (tag) last = {address, tag, answer};
        return answer;
      };
    },
  };
}

function createHttp({apiBase, getToken, fetch: own = fetch}: SuretyConfig): KyInstance {
  const plain: typeof fetch = (input, init) => own(input, init);
  return ky.create({
    prefix: apiBase,
    fetch: getToken ? withToken(getToken, plain) : plain,
    ...REQUEST_OPTIONS,
    timeout: TIMEOUT_MS,
    retry: {
      limit: 2,
      methods: ['get'],
      jitter: true,
      backoffLimit: 4_000,
      shouldRetry: ({error}) =>
        isHTTPError(error) && (readRetryAfter(error.response) ?? 0) > MAX_RETRY_AFTER_SECONDS
          ? false
          : undefined,
    },
  });
}

function send(
  http: KyInstance,
  {method, path}: Endpoint,
  {params, query, body, idempotencyKey, version}: AnyInput,
  {headers, ...options}: Options,
): ResponsePromise {
  return http(fillPath(path, params).slice(1), {
    ...options,
    method,
    ...(query && {searchParams: withoutEmpty(query)}),
    ...((method === 'post' || method === 'put') && {json: body ?? {}}),
    headers: {
      ...headers,
      ...(idempotencyKey !== undefined && {'Idempotency-Key': idempotencyKey}),
      ...(version !== undefined && {'If-Match': `"${version}"`}),
    },
  });
}

const withoutEmpty = (query: object): Record<string, string | number> =>
  Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined && value !== ''));

async function read(schema: Promise<ZodMiniType> | undefined, sent: ResponsePromise): Promise<unknown> {
  const answered = sent.catch(async thrown => {
    throw await translate(thrown);
  });
  const [response, description] = await Promise.all([answered, schema]);
  const mismatch = versionMismatch(response);
  if (mismatch) throw mismatch;
  if (!description) return undefined;
  const json: unknown = await response.json().catch(thrown => {
    throw new SuretyError('bad-response', 'The API did not answer with JSON.', {cause: thrown});
  });
  const parsed = description.safeParse(json);
  if (parsed.success) return parsed.data;
  const path = parsed.error.issues[0]?.path.join('/') ?? '';
  throw new SuretyError('bad-response', `The API's answer does not fit its schema at /${path}.`);
}

function versionMismatch(response: Response): SuretyError | undefined {
  const version = response.headers.get('Surety-Api-Version');
  if (!version || Number.parseInt(version, 10) === API_MAJOR) return undefined;
  return new SuretyError('api-version', `The API speaks version ${version}, this kit version ${API_MAJOR}.`);
}

/** Turns whatever a request threw into a `SuretyError`. */
export async function translate(thrown: unknown): Promise<SuretyError> {
  if (thrown instanceof SuretyError) return thrown;
  if (isHTTPError(thrown))
    return versionMismatch(thrown.response) ?? (await fromResponse(thrown.response, thrown.data));
  if (isTimeoutError(thrown)) return new SuretyError('timeout', 'The API did not answer in time.');
  if (thrown instanceof DOMException && thrown.name === 'AbortError') return SuretyError.from(thrown);
  // ky wraps what fetch threw; an error of the token must not turn into a network error.
  if (thrown instanceof Error && thrown.cause instanceof SuretyError) return thrown.cause;
  return new SuretyError('network', 'The API could not be reached.', {cause: thrown});
}

const codes: Record<number, ErrorCode> = {
  400: 'rejected',
  401: 'unauthorized',
  403: 'forbidden',
  404: 'not-found',
  408: 'timeout',
  409: 'conflict',
  412: 'conflict',
  413: 'rejected',
  415: 'rejected',
  422: 'rejected',
  429: 'rate-limited',
};

async function fromResponse(response: Response, data: unknown): Promise<SuretyError> {
  const isProblem = response.headers.get('Content-Type')?.startsWith('application/problem+json');
  const {errors = [], retryAfter} = (isProblem && (await parseProblem(data))) || {};
  const fields = errors.map(({pointer, detail, code}) => ({pointer, message: detail, ...(code && {code})}));
  const code = codes[response.status] ?? (response.status >= 500 ? 'unavailable' : 'bad-response');
  return new SuretyError(code, `The API answered ${response.status}.`, {
    fields,
    retryAfter: retryAfter ?? readRetryAfter(response),
  });
}

async function parseProblem(data: unknown): Promise<Problem | undefined> {
  try {
    const {problem} = await import('../schemas/problem.js');
    return problem.safeParse(data).data;
  } catch {
    return undefined; // the schema could not be fetched; the status still tells what happened
  }
}

/** Returns the seconds of `Retry-After`, which may also be a date. */
function readRetryAfter(response: Response): number | undefined {
  const text = response.headers.get('Retry-After');
  if (!text) return undefined;
  const seconds = Number(text);
  if (Number.isFinite(seconds)) return seconds;
  const at = Date.parse(text);
  return Number.isNaN(at) ? undefined : Math.max(0, Math.ceil((at - Date.now()) / 1000));
}
