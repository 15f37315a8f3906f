import {type Context, Hono} from 'hono';
import {cors} from 'hono/cors';
import {type Endpoint, MAX_BODY_BYTES} from '../../src/api/endpoint.js';
import * as endpoints from '../../src/api/endpoints.js';
import * as schemas from '../../src/entries/schemas.js';
import type {Account} from '../../src/schemas/party.js';
import type {Call, EndpointName, Services} from './platform/call.js';
import {toMoment} from './platform/clock.js';
import {parseBody} from './platform/field-issues.js';
import {
  createInFlight,
  once,
  type OnceReply,
  type Reply,
  readIdempotencyKey,
} from './platform/idempotency.js';
import {digest} from './platform/key-vault.js';
import {ProblemError, problemResponse, rejectFields} from './platform/problem.js';
import {readBody} from './platform/read-body.js';
import {handlers} from './routes.js';
import {type StoreTransaction, StoreUnavailableError} from './store/store.js';

/** Version that `Surety-Api-Version` tells. */
const API_VERSION = '1.0';

/** Longest parameter that is looked at, in code units. */
const MAX_WORD = 500;

const nobody: Account = {
  id: '',
  role: 'contractor',
  party: {name: '', representative: '', address: ''},
  email: null,
};

/** The API as a Hono app: every endpoint goes through the same steps. */
export function createApp(services: Services, origins: '*' | string[]): Hono {
  const app = new Hono();
  app.use(
    '*',
    cors({
      origin: origins,
      allowMethods: ['GET', 'POST', 'PUT', 'DELETE'],
      allowHeaders: [
        'Authorization',
        'Content-Type',
        'Idempotency-Key',
        'If-Match',
        'If-None-Match',
        'Surety-Client',
      ],
      exposeHeaders: ['Retry-After', 'Idempotency-Replayed', 'Surety-Api-Version', 'ETag'],
      maxAge: 600,
    }),
  );
  app.use('*', async (context, next) => {
    await next();
    context.res.headers.set('Cache-Control', 'no-store');
    context.res.headers.set('Surety-Api-Version', API_VERSION);
  });
  app.get('/healthz', context => context.json({status: 'ok', store: services.store.kind}));
  app.get('/v1/openapi.json', async context => {
    const {createOpenApi} = await import('./openapi.js');
    return context.json(await createOpenApi(API_VERSION));
  });
  const inFlight = createInFlight();
  for (const [name, endpoint] of Object.entries(endpoints) as [EndpointName, Endpoint][]) {
    const path = `/v1${endpoint.path.replace(/\{(\w+)\}/g, ':$1')}`;
    app.on(endpoint.method.toUpperCase(), path, context =>
      answer(services, inFlight, name, endpoint, context),
    );
  }
  app.notFound(() => problemResponse(new ProblemError('not-found', {detail: 'このアドレスはありません。'})));
  app.onError(error => {
    if (error instanceof ProblemError) return problemResponse(error);
    if (error instanceof StoreUnavailableError) {
      return problemResponse(new ProblemError('unavailable', {retryAfter: 5}));
    }
    // The error may quote a statement with its values, so only its kind is told.
    console.error(`surety sandbox: ${error.name} at ${errorPlace(error)}`);
    return problemResponse(new ProblemError('unavailable', {status: 500}));
  });
  return app;
}

const errorPlace = (error: Error) => /at (.+)/.exec(error.stack ?? '')?.[1] ?? 'an unknown place';

type InFlight = ReturnType<typeof createInFlight>;

/** Routed → signed in → allowed → parsed → done once → answered. */
async function answer(
  services: Services,
  inFlight: InFlight,
  name: EndpointName,
  endpoint: Endpoint,
  context: Context,
): Promise<Response> {
  const request = context.req.raw;
  const now = services.now();
  const tokenHash = await digest(bearerToken(request.headers));
  const account = endpoint.roles.length
    ? await services.store.transaction(tx => authorise(services, tx, {endpoint, tokenHash, now}))
    : nobody;
  const {body, text} = endpoint.request ? await parse(endpoint, request) : {body: undefined, text: ''};
  const call = {
    services,
    now,
    account,
    tokenHash,
    params: readable(context.req.param()),
    query: readable(context.req.query()),
    body,
    version: endpoint.isConditional ? readVersion(request.headers) : 0,
  };
  const result = await perform(inFlight, {name, endpoint, request, text}, call);
  if (result.problem) throw result.problem;
  if (endpoint.method !== 'get' && !result.isReplay) services.onOutbox();
  return respond(endpoint, request, result);
}

/** A call of whichever endpoint; the types of its table say what a handler gets. */
type AnyCall = Call & {
  params: Record<string, string>;
  query: Record<string, string>;
  body: unknown;
};

interface Task {
  name: EndpointName;
  endpoint: Endpoint;
  request: Request;
  /** The body as it came. */
  text: string;
}

/** Runs the handler in a transaction; under an Idempotency-Key, once. */
async function perform(inFlight: InFlight, task: Task, call: Omit<AnyCall, 'tx'>): Promise<OnceReply> {
  const {endpoint, request, text} = task;
  const {store} = call.services;
  const handle = handlers[task.name] as (call: AnyCall) => Promise<Reply>;
  const status = endpoint.status ?? 200;
  if (!endpoint.isIdempotent) {
    return store.transaction(async tx => ({...(await handle({...call, tx})), status, isReplay: false}));
  }
  const key = readIdempotencyKey(request.headers);
  const fingerprint = [request.method, new URL(request.url).pathname, text].join('\n');
  return inFlight.run(`${call.account.id}:${key}`, () =>
    store.transaction(tx => {
      const current = {...call, tx};
      return once(current, {key, fingerprint, status}, () => handle(current));
    }),
  );
}

/** No name, number or word holds a control character, and PostgreSQL takes no NUL. */
function readable(values: Record<string, string>): Record<string, string> {
  const clean = (value: string) => value.slice(0, MAX_WORD).replace(/[\p{Cc}\p{Surrogate}]/gu, '');
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, clean(value)]));
}

function bearerToken(headers: Headers): string {
  return /^Bearer ([\w-]{1,200})$/i.exec(headers.get('Authorization') ?? '')?.[1] ?? '';
}

async function authorise(
  {accounts}: Services,
  tx: StoreTransaction,
  {endpoint, tokenHash, now}: {endpoint: Endpoint; tokenHash: string; now: Date},
): Promise<Account> {
  const session = await tx.findSession(tokenHash);
  const account = session && accounts.find(({id}) => id === session.accountId);
  if (!session || !account || session.expiresAt <= toMoment(now)) throw new ProblemError('unauthorized');
  if (!endpoint.roles.includes(account.role)) throw new ProblemError('forbidden');
  return account;
}

async function parse(
  {request: name, bodyLimit = MAX_BODY_BYTES}: Endpoint,
  request: Request,
): Promise<{body: unknown; text: string}> {
  const {json, text} = await readBody(request, bodyLimit);
  if (!name) return {body: json, text};
  const parsed = parseBody(schemas[name], json);
  if ('problems' in parsed) throw rejectFields(parsed.problems);
  return {body: parsed.value, text};
}

function readVersion(headers: Headers): number {
  const version = /^"(\d{1,9})"$/.exec(headers.get('If-Match') ?? '')?.[1];
  if (version) return Number(version);
  throw new ProblemError('rejected', {
    status: 400,
    detail: 'If-Match ヘッダーに、読み込んだ版を "1" の形で付けてください。',
  });
}

async function respond(
  endpoint: Endpoint,
  request: Request,
  {body, status, isReplay}: OnceReply,
): Promise<Response> {
  const headers = new Headers();
  if (isReplay) headers.set('Idempotency-Replayed', 'true');
  if (status === 204) return new Response(null, {status, headers});
  const text = JSON.stringify(body);
  headers.set('Content-Type', 'application/json; charset=utf-8');
  if (endpoint.hasETag) {
    const tag = `"${await digest(text)}"`;
    headers.set('ETag', tag);
    if (request.headers.get('If-None-Match') === tag) return new Response(null, {status: 304, headers});
  }
  return new Response(text, {status, headers});
}
