import ky, {isHTTPError, isTimeoutError, type KyInstance, type ResponsePromise} from 'ky';
import type * as z from 'zod/mini';
import type {SuretyConfig} from '../config.js';
import {SuretyError, type ErrorCode} from '../errors.js';
import {problem} from '../schemas/problem.js';
import {API_MAJOR} from '../version.js';
import {REQUEST_OPTIONS, TIMEOUT_MS} from './request.js';
import {withToken} from './token.js';

/** Options of a single call. */
export interface CallOptions {
  signal?: AbortSignal | undefined;
  /** Sends this call only, instead of the `fetch` of the configuration. */
  fetch?: typeof fetch;
}

/** One configured ky: token, retries of reads, no cache, no throw on the way that is not a `SuretyError`. */
export function createHttp({apiBase, getToken, fetch: send = fetch}: SuretyConfig): KyInstance {
  const plain: typeof fetch = (input, init) => send(input, init);
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
      shouldRetry: ({error}) => (isHTTPError(error) && asksForPatience(error.response) ? false : undefined),
    },
  });
}

/**
 * The parsed answer of a call; its schema may still be on its way.
 * @throws {SuretyError} with the code that fits what happened; never anything else.
 */
export async function read<Schema extends z.ZodMiniType>(
  schema: Schema | Promise<Schema>,
  call: ResponsePromise,
): Promise<z.infer<Schema>> {
  const answered = call.catch(thrown => {
    throw translate(thrown);
  });
  const [response, description] = await Promise.all([answered, schema]);
  requireKnownVersion(response);
  const json: unknown = await response.json().catch(thrown => {
    throw new SuretyError('bad-response', 'The API did not answer with JSON.', {cause: thrown});
  });
  const parsed = description.safeParse(json);
  if (parsed.success) return parsed.data;
  const path = parsed.error.issues[0]?.path.join('/') ?? '';
  throw new SuretyError('bad-response', `The API's answer does not fit its description at /${path}.`);
}

type Tagged = {headers?: Record<string, string>; throwHttpErrors: (status: number) => boolean};

/** Reads a list that seldom changes: asked again with the tag of the last answer, 304 gives that answer back. */
export function createTaggedRead<Schema extends z.ZodMiniType>(schema: () => Promise<Schema>) {
  let last: {address: string; tag: string; answer: z.infer<Schema>} | undefined;
  return async (address: string, call: (options: Tagged) => ResponsePromise): Promise<z.infer<Schema>> => {
    const known = last?.address === address ? last : undefined;
    const description = schema(); // beside the answer
    description.catch(() => undefined); // said by read(), where the answer is read
    const pending = call({
      ...(known && {headers: {'If-None-Match': known.tag}}),
      throwHttpErrors: status => status !== 304,
    });
    const response = await pending.catch(thrown => {
      throw translate(thrown);
    });
    if (response.status === 304 && known) return known.answer;
    const answer = await read(description, pending);
    const tag = response.headers.get('ETag');
    if (tag) last = {address, tag, answer};
    return answer;
  };
}

function requireKnownVersion(response: Response) {
  const mismatch = versionMismatch(response);
  if (mismatch) throw mismatch;
}

function versionMismatch(response: Response): SuretyError | undefined {
  const version = response.headers.get('Surety-Api-Version');
  if (!version || Number.parseInt(version, 10) === API_MAJOR) return undefined;
  return new SuretyError('api-version', `The API speaks version ${version}, this kit version ${API_MAJOR}.`);
}

/** Whatever a call threw, as the error that the kit throws. */
export function translate(thrown: unknown): SuretyError {
  if (thrown instanceof SuretyError) return thrown;
  if (isHTTPError(thrown))
    return versionMismatch(thrown.response) ?? fromResponse(thrown.response, thrown.data);
  if (isTimeoutError(thrown)) return new SuretyError('timeout', 'The API did not answer in time.');
  if (thrown instanceof DOMException && thrown.name === 'AbortError') return SuretyError.from(thrown);
  // ky wraps what fetch and hooks threw; the token's own error must not turn into a network error.
  if (thrown instanceof Error && thrown.cause instanceof SuretyError) return thrown.cause;
  return new SuretyError('network', 'The API could not be reached.', {cause: thrown});
}

/** Longer than a reader waits before a blank page: said at once instead, with the seconds. */
const asksForPatience = (response: Response) => (readRetryAfter(response) ?? 0) > 5;

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

function fromResponse(response: Response, data: unknown): SuretyError {
  const isProblem = response.headers.get('Content-Type')?.startsWith('application/problem+json');
  const parsed = isProblem ? problem.safeParse(data) : undefined;
  const {errors = [], retryAfter} = parsed?.success ? parsed.data : {};
  const fields = errors.map(({pointer, detail, code}) => ({pointer, message: detail, ...(code && {code})}));
  const code = codes[response.status] ?? (response.status >= 500 ? 'unavailable' : 'bad-response');
  return new SuretyError(code, `The API answered ${response.status}.`, {
    fields,
    retryAfter: retryAfter ?? readRetryAfter(response),
  });
}

function readRetryAfter(response: Response): number | undefined {
  const text = response.headers.get('Retry-After');
  if (!text) return undefined;
  const seconds = Number(text);
  if (Number.isFinite(seconds)) return seconds;
  const at = Date.parse(text);
  return Number.isNaN(at) ? undefined : Math.max(0, Math.ceil((at - Date.now()) / 1000));
}
