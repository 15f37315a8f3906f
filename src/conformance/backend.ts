import type * as z from 'zod/mini';
import {problem, type Problem} from '../schemas/problem.js';

/** Whose token a request carries; `nobody` sends none. */
export type Caller = 'nobody' | 'contractor' | 'obligee';

/** Address of the backend and the tokens to call it with. */
export interface BackendOptions {
  /** Address of the API with its version, e.g. `https://api.example.jp/v1`. */
  readonly apiBase: string;
  /** Bearer tokens of a contractor and of an obligee, both of a test environment. */
  readonly tokens: Readonly<Partial<Record<Exclude<Caller, 'nobody'>, string>>>;
  readonly fetch?: typeof fetch;
}

/** A response with its body read. */
export interface Reply {
  readonly request: string;
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly json: unknown;
}

/** Options of a request. */
export interface CallOptions {
  readonly as?: Caller;
  readonly body?: unknown;
  /** Sent as it is instead of `body`. */
  readonly raw?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Thrown when the backend differs from the API contract. The message is a Japanese sentence without key or token. */
export class Difference extends Error {
  override readonly name = 'Difference';
}

const TIMEOUT_MS = 30_000;

/** Creates a client of the backend under test. */
export function createBackend({apiBase, tokens, fetch: send = fetch}: BackendOptions) {
  const base = apiBase.replace(/\/+$/, '');
  return {
    hasToken: (caller: Caller) => caller === 'nobody' || Boolean(tokens[caller]),
    async call(method: string, path: string, options: CallOptions = {}): Promise<Reply> {
      const {as = 'nobody', body, raw, headers = {}} = options;
      const sent = raw ?? (body === undefined ? undefined : JSON.stringify(body));
      const token = as === 'nobody' ? undefined : tokens[as];
      const request = `${method} ${path}`;
      const answered = await send(`${base}${path}`, {
        method,
        redirect: 'manual',
        signal: AbortSignal.timeout(TIMEOUT_MS),
        headers: {
          Accept: 'application/json',
          ...(token && {Authorization: `Bearer ${token}`}),
          ...(sent !== undefined && {'Content-Type': 'application/json'}),
          ...headers,
        },
        ...(sent !== undefined && {body: sent}),
      }).catch(() => {
        throw new Difference(
          `${request} に応答がありません（通信できないか、${TIMEOUT_MS / 1000}秒を過ぎました）。`,
        );
      });
      const text = await answered.text();
      return {request, status: answered.status, headers: answered.headers, text, json: readJson(text)};
    },
  };
}

/** The backend under test. */
export type Backend = ReturnType<typeof createBackend>;

function readJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** Asserts a condition. @throws {Difference} with the sentence when it does not hold. */
export function must(holds: unknown, sentence: string): asserts holds {
  if (!holds) throw new Difference(sentence);
}

/** Asserts that the response has one of the statuses. */
export function mustAnswer({request, status}: Reply, ...wanted: readonly number[]): void {
  must(
    wanted.includes(status),
    `${request} は ${wanted.join(' または ')} を返すはずですが、${status} が返りました。`,
  );
}

/** Returns the body of a successful response, parsed with its schema. */
export function readBody<Schema extends z.ZodMiniType>(
  schema: Schema,
  reply: Reply,
  status = 200,
): z.infer<Schema> {
  mustAnswer(reply, status);
  const {request, headers, json} = reply;
  const type = headers.get('Content-Type') ?? '';
  must(
    /^application\/json\b/.test(type),
    `${request} の Content-Type は application/json のはずですが、「${type}」です。`,
  );
  const parsed = schema.safeParse(json);
  if (parsed.success) return parsed.data;
  const places = parsed.error.issues.slice(0, 3).map(issue => `/${issue.path.join('/')}`);
  throw new Difference(`${request} の内容が API の説明と合いません: ${places.join('、')}`);
}

/** Returns the problem document (RFC 9457) of an error response. */
export function readProblem(reply: Reply, ...statuses: readonly number[]): Problem {
  mustAnswer(reply, ...statuses);
  const {request, headers, json} = reply;
  const type = headers.get('Content-Type') ?? '';
  must(
    /^application\/problem\+json\b/.test(type),
    `${request} のエラーの Content-Type は application/problem+json のはずですが、「${type}」です。`,
  );
  const parsed = problem.safeParse(json);
  must(
    parsed.success && parsed.data.detail,
    `${request} のエラーに、読む人のための文（detail）がありません。`,
  );
  return parsed.data;
}
