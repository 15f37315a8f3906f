import * as z from 'zod/mini';
import type {$ZodType} from 'zod/v4/core';
import {amountRuleList} from '../../src/schemas/amount-rule.js';
import {answerRequest, releaseRequest} from '../../src/schemas/answer-request.js';
import {answering, trail} from '../../src/schemas/answer.js';
import * as applications from '../../src/schemas/application.js';
import * as banks from '../../src/schemas/bank.js';
import {certificateList} from '../../src/schemas/certificate.js';
import * as contracts from '../../src/schemas/contract.js';
import {jwks} from '../../src/schemas/jwks.js';
import {keyNotice} from '../../src/schemas/key-notice.js';
import {obligeeFeed} from '../../src/schemas/obligee-feed.js';
import * as obligees from '../../src/schemas/obligee.js';
import * as office from '../../src/schemas/office.js';
import * as party from '../../src/schemas/party.js';
import {problem} from '../../src/schemas/problem.js';
import * as register from '../../src/schemas/register.js';
import * as entries from '../../src/schemas/register-entry.js';
import * as webhooks from '../../src/schemas/webhook.js';
import {surety} from '../../src/schemas/surety.js';
import {endpoints, type Endpoint} from './endpoints.js';

type Json = Record<string, unknown>;

/** The API's description (OpenAPI 3.1), made from the same schemas that parse requests. */
export function createOpenApi(version: string): Json {
  const paths: Record<string, Json> = {};
  for (const [operationId, endpoint] of Object.entries(endpoints) as [string, Endpoint][]) {
    const path = (paths[`/v1${endpoint.path}`] ??= {});
    path[endpoint.method] = describe(operationId, endpoint);
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
      schemas: schemas(),
    },
  };
}

const webhookHeaders = [
  ['webhook-id', 'The same in every try: do the work of one id once.'],
  ['webhook-timestamp', 'Seconds since 1970 of this try; refuse what is older than five minutes.'],
  [
    'webhook-signature',
    '`v1,` and the base64 of HMAC-SHA256 over id, timestamp and body, joined by full stops (Standard Webhooks).',
  ],
] as const;

/** What partners are sent: one entry a kind of event. */
function describeWebhooks(): Json {
  const post = (type: string) => ({
    post: {
      operationId: type,
      summary: type,
      parameters: webhookHeaders.map(([name, description]) => ({
        ...parameter(name, 'header', true),
        description,
      })),
      requestBody: {
        required: true,
        content: {'application/json': {schema: reference(webhooks.webhookEvent)}},
      },
      responses: {
        '2XX': {description: 'Taken. Anything else is tried again, each time later.'},
        410: {description: 'Nobody wants it any more: not tried again.'},
      },
    },
  });
  return Object.fromEntries(webhooks.webhookEventType.options.map(type => [type, post(type)]));
}

/** Components by the name that the schema has in `src/schemas`. */
const named = new Map<$ZodType, string>([
  [problem, 'Problem'],
  [party.account, 'Account'],
  [party.session, 'Session'],
  [party.sessionRequest, 'SessionRequest'],
  [surety, 'Surety'],
  [obligees.obligee, 'Obligee'],
  [obligees.obligeeList, 'ObligeeList'],
  [obligees.localBodyList, 'LocalBodyList'],
  [obligeeFeed, 'ObligeeFeed'],
  [amountRuleList, 'AmountRuleList'],
  [banks.bankList, 'BankList'],
  [banks.bankBranchList, 'BankBranchList'],
  [applications.applicationContent, 'ApplicationContent'],
  [applications.application, 'Application'],
  [applications.applicationList, 'ApplicationList'],
  [contracts.contract, 'Contract'],
  [contracts.contractPage, 'ContractPage'],
  [contracts.electronicIssuePage, 'ElectronicIssuePage'],
  [certificateList, 'CertificateList'],
  [jwks, 'SigningKeys'],
  [keyNotice, 'KeyNotice'],
  [register.keyDisclosure, 'KeyDisclosure'],
  [register.registerCheckRequest, 'RegisterCheckRequest'],
  [register.registerCheck, 'RegisterCheck'],
  [office.returnRequest, 'ReturnRequest'],
  [office.issueRequest, 'IssueRequest'],
  [office.issueResult, 'IssueResult'],
  [office.changeRequest, 'ChangeRequest'],
  [office.cancelRequest, 'CancelRequest'],
  [office.officeContractList, 'OfficeContractList'],
  [office.mailList, 'MailList'],
  [answerRequest, 'AnswerRequest'],
  [releaseRequest, 'ReleaseRequest'],
  [answering, 'Answering'],
  [trail, 'Trail'],
  [webhooks.webhookRequest, 'WebhookRequest'],
  [webhooks.newWebhook, 'NewWebhook'],
  [webhooks.webhookList, 'WebhookList'],
  [webhooks.webhookDeliveryList, 'WebhookDeliveryList'],
  [webhooks.webhookEvent, 'WebhookEvent'],
  [entries.paperCertificate, 'PaperCertificate'],
  [entries.registerEntry, 'RegisterEntry'],
  [entries.registerEntryPage, 'RegisterEntryPage'],
]);

function schemas(): Json {
  const all: Json = {};
  for (const [schema, name] of named) {
    const {$schema: _dialect, ...json} = z.toJSONSchema(schema, {unrepresentable: 'any'}) as Json;
    all[name] = json;
  }
  return all;
}

function reference(schema: $ZodType): Json {
  const name = named.get(schema);
  if (!name) throw new Error('A schema of an endpoint has no name in the description.');
  return {$ref: `#/components/schemas/${name}`};
}

const parameter = (name: string, place: string, required: boolean, schema: Json = {type: 'string'}) => ({
  name,
  in: place,
  required,
  schema,
});

function describe(operationId: string, endpoint: Endpoint): Json {
  const names = [...endpoint.path.matchAll(/\{(\w+)\}/g)].map(match => match[1] ?? '');
  const parameters = [
    ...names.map(name => parameter(name, 'path', true)),
    ...(endpoint.query ?? []).map(name => parameter(name, 'query', false)),
    ...(endpoint.idempotent
      ? [parameter('Idempotency-Key', 'header', true, {type: 'string', format: 'uuid'})]
      : []),
    ...(endpoint.conditional ? [parameter('If-Match', 'header', true)] : []),
    ...(endpoint.tagged ? [parameter('If-None-Match', 'header', false)] : []),
  ];
  return {
    operationId,
    summary: endpoint.summary,
    security: endpoint.roles.length ? [{session: []}] : [],
    ...(endpoint.roles.length > 0 && {'x-roles': endpoint.roles}),
    ...(parameters.length > 0 && {parameters}),
    ...(endpoint.request && {
      requestBody: {required: true, content: {'application/json': {schema: reference(endpoint.request)}}},
    }),
    responses: responses(endpoint),
  };
}

function responses({status = 200, response, roles, request, idempotent, path}: Endpoint): Json {
  const all: Json = {
    [status]: {
      description: status === 204 ? 'Done' : 'OK',
      ...(response && {content: {'application/json': {schema: reference(response)}}}),
    },
  };
  const content = {'application/problem+json': {schema: reference(problem)}};
  const problems: [number, string, boolean][] = [
    [400, 'The request cannot be read', Boolean(request)],
    [401, 'No session, or an expired one', roles.length > 0],
    [403, 'A session of another role', roles.length > 0],
    [404, 'Nothing there for this account', path.includes('{') || path === '/register/checks'],
    [
      409,
      'In flight, or changed by somebody else',
      Boolean(idempotent) || /^\/(office|register\/(contracts|papers))/.test(path),
    ],
    [422, 'Fields are at fault; `errors` points to them', Boolean(request)],
    [429, 'Too many wrong keys; `Retry-After` says how long to wait', path === '/register/checks'],
  ];
  for (const [code, description, applies] of problems) if (applies) all[code] = {description, content};
  return all;
}
