import * as z from 'zod/mini';
import {type Endpoint, loadSchema} from '../../src/api/endpoint.js';
import * as endpoints from '../../src/api/endpoints.js';
import * as schemas from '../../src/entries/schemas.js';

type Json = Record<string, unknown>;

/** Returns the description of the API (OpenAPI 3.1), made from the table of endpoints and the schemas that parse requests. */
export async function createOpenApi(version: string): Promise<Json> {
  const paths: Record<string, Json> = {};
  const named = new Map<string, z.ZodMiniType>(
    Object.entries({problem: schemas.problem, webhookEvent: schemas.webhookEvent}),
  );
  for (const [operationId, endpoint] of Object.entries<Endpoint>(endpoints)) {
    const path = (paths[`/v1${endpoint.path}`] ??= {});
    path[endpoint.method] = describeOperation(operationId, endpoint);
    const {request, response} = endpoint;
    if (request) named.set(request, schemas[request]);
    if (response) named.set(response[1], await loadSchema(response));
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Surety API (電子保証)',
      version,
      description: 'The reference API of surety-elements. Money is whole yen, days are YYYY-MM-DD in Japan.',
      license: {name: 'MIT', identifier: 'MIT'},
    },
    servers: [{url: '/'}],
    paths,
    webhooks: describeWebhooks(),
    components: {
      securitySchemes: {session: {type: 'http', scheme: 'bearer'}},
      schemas: describeSchemas(named),
    },
  };
}

function describeSchemas(named: ReadonlyMap<string, z.ZodMiniType>): Json {
  const components: Json = {};
  for (const [name, schema] of named) {
    const {$schema: _dialect, ...json} = z.toJSONSchema(schema, {unrepresentable: 'any'}) as Json;
    components[componentName(name)] = json;
  }
  return components;
}

/** A component is named after the schema in `src/schemas`. */
const componentName = (name: string) => name.charAt(0).toUpperCase() + name.slice(1);

const referTo = (name: string) => ({$ref: `#/components/schemas/${componentName(name)}`});

const parameter = (name: string, place: string, required: boolean, schema: Json = {type: 'string'}) => ({
  name,
  in: place,
  required,
  schema,
});

function describeOperation(operationId: string, endpoint: Endpoint): Json {
  const names = [...endpoint.path.matchAll(/\{(\w+)\}/g)].map(match => match[1] ?? '');
  const parameters = [
    ...names.map(name => parameter(name, 'path', true)),
    ...(endpoint.query ?? []).map(name => parameter(name, 'query', false)),
    ...(endpoint.isIdempotent
      ? [parameter('Idempotency-Key', 'header', true, {type: 'string', format: 'uuid'})]
      : []),
    ...(endpoint.isConditional ? [parameter('If-Match', 'header', true)] : []),
    ...(endpoint.hasETag ? [parameter('If-None-Match', 'header', false)] : []),
  ];
  return {
    operationId,
    summary: endpoint.summary,
    security: endpoint.roles.length ? [{session: []}] : [],
    ...(endpoint.roles.length > 0 && {'x-roles': endpoint.roles}),
    ...(parameters.length > 0 && {parameters}),
    ...(endpoint.request && {
      requestBody: {required: true, content: {'application/json': {schema: referTo(endpoint.request)}}},
    }),
    responses: describeResponses(endpoint),
  };
}

function describeResponses({status = 200, response, roles, request, path, ...endpoint}: Endpoint): Json {
  const responses: Json = {
    [status]: {
      description: status === 204 ? 'Done' : 'OK',
      ...(response && {content: {'application/json': {schema: referTo(response[1])}}}),
    },
  };
  const content = {'application/problem+json': {schema: referTo('problem')}};
  const {isIdempotent, isConditional, canConflict, rateLimit} = endpoint;
  const problems: [status: number, description: string, applies: boolean][] = [
    [400, 'The request cannot be read', Boolean(request)],
    [401, 'No session, or an expired one', roles.length > 0],
    [403, 'A session of another role', roles.length > 0],
    [404, 'Nothing there for this account', path.includes('{') || Boolean(rateLimit)],
    [
      409,
      'In flight, or changed by somebody else',
      Boolean(isIdempotent) || Boolean(isConditional) || Boolean(canConflict),
    ],
    [422, 'Fields are at fault; `errors` points to them', Boolean(request)],
    [429, 'Too many wrong keys; `Retry-After` says how long to wait', Boolean(rateLimit)],
  ];
  for (const [code, description, applies] of problems) if (applies) responses[code] = {description, content};
  return responses;
}

const webhookHeaders = [
  ['webhook-id', 'The same in every try: do the work of one id once.'],
  ['webhook-timestamp', 'Seconds since 1970 of this try; refuse what is older than five minutes.'],
  [
    'webhook-signature',
    '`v1,` and the base64 of HMAC-SHA256 over id, timestamp and body, joined by full stops (Standard Webhooks).',
  ],
] as const;

/** Describes the requests that partners receive, one for each type of event. */
function describeWebhooks(): Json {
  const post = (type: string) => ({
    post: {
      operationId: type,
      summary: type,
      parameters: webhookHeaders.map(([name, description]) => ({
        ...parameter(name, 'header', true),
        description,
      })),
      requestBody: {required: true, content: {'application/json': {schema: referTo('webhookEvent')}}},
      responses: {
        '2XX': {description: 'Taken. Anything else is tried again, each time later.'},
        410: {description: 'Nobody wants it any more: not tried again.'},
      },
    },
  });
  return Object.fromEntries(schemas.webhookEventType.options.map(type => [type, post(type)]));
}
