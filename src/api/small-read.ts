import type {SuretyConfig} from '../config.js';
import {SuretyError} from '../errors.js';
import type {Account} from '../schemas/party.js';
import type {Surety} from '../schemas/surety.js';
import {API_MAJOR} from '../version.js';
import type {SuretyClient} from './client.js';
import type {getMe, getSurety} from './endpoints.js';
import type {CallOptions} from './http.js';
import {REQUEST_OPTIONS, TIMEOUT_MS} from './request.js';

/** A read of a first screen: small enough to be checked by hand, so that ky and zod need not be loaded for it. */
export interface SmallRead<Answer> {
  readonly path: `/${string}`;
  /** Whether an answer is complete. May be stricter than the schema, which decides about what is turned down here. */
  readonly isAnswer: (json: unknown) => json is Answer;
  readonly byClient: (client: SuretyClient, options: CallOptions) => Promise<Answer>;
}

type Fields = Readonly<Record<string, unknown>>;

const hasTexts = (value: unknown, ...names: string[]): value is Fields =>
  typeof value === 'object' &&
  value !== null &&
  names.every(name => typeof (value as Fields)[name] === 'string');
const isTextOrNull = (value: unknown) => value === null || typeof value === 'string';

/** Who is signed in: `GET /me`. */
export const ACCOUNT: SmallRead<Account> = {
  path: '/me' satisfies (typeof getMe)['path'],
  isAnswer: (json): json is Account =>
    hasTexts(json, 'id', 'role') &&
    /^(contractor|obligee|surety)$/.test(String(json.role)) &&
    hasTexts(json.party, 'name', 'representative', 'address') &&
    (json.obligee === undefined || (hasTexts(json.obligee, 'name') && isTextOrNull(json.obligee.code))) &&
    isTextOrNull(json.email),
  byClient: (client, options) => client.getAccount(options),
};

/** The surety with its branches: `GET /surety`. */
export const SURETY: SmallRead<Surety> = {
  path: '/surety' satisfies (typeof getSurety)['path'],
  isAnswer: (json): json is Surety =>
    hasTexts(json, 'id', 'name', 'address', 'presidentTitle', 'presidentName', 'registerName') &&
    hasTexts(json, 'contractNumberPattern') &&
    Array.isArray(json.branches) &&
    json.branches.every(
      branch => hasTexts(branch, 'code', 'name', 'phone', 'fax', 'hours') && isTextOrNull(branch.email),
    ),
  byClient: (client, options) => client.getSurety(options),
};

/**
 * Reads a small answer by a plain `fetch`. Anything but a good answer is left to the client, which is loaded then: it takes the
 * same response as its first try, and retries, parses and words the error as for every other call.
 * @throws {SuretyError} as the client does.
 */
export async function readSmall<Answer>(
  {path, isAnswer, byClient}: SmallRead<Answer>,
  {apiBase, fetch: send = fetch}: SuretyConfig,
  loadClient: () => Promise<SuretyClient>,
  signal: AbortSignal,
): Promise<Answer> {
  const limited = AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]);
  const first = send(`${apiBase}${path}`, {...REQUEST_OPTIONS, signal: limited});
  const json: unknown = await first.then(readGood).catch(throwTimeout);
  if (isAnswer(json)) return json;
  signal.throwIfAborted();
  const tries = [first];
  const replay: typeof fetch = (input, init) => tries.pop() ?? send(input, init);
  return byClient(await loadClient(), {signal, fetch: replay});
}

/** Returns what a good response says. A copy is read, so that the client can still read the response itself. */
const readGood = (response: Response): Promise<unknown> | undefined =>
  response.ok && isKnownVersion(response) ? response.clone().json() : undefined;

function isKnownVersion({headers}: Response): boolean {
  const version = headers.get('Surety-Api-Version');
  return !version || Number.parseInt(version, 10) === API_MAJOR;
}

function throwTimeout(thrown: unknown): undefined {
  if (thrown instanceof DOMException && thrown.name === 'TimeoutError')
    throw new SuretyError('timeout', 'The API did not answer in time.');
}
