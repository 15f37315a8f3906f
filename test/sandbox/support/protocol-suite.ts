import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {Endpoint} from '../../../src/api/endpoint.js';
import * as endpoints from '../../../src/api/endpoints.js';
import {leafletApplication} from '../../../demo/sandbox/index.js';
import {readProblem, type GetServed} from './serve.js';

interface Operation {
  operationId: string;
  security: unknown[];
  parameters?: {name: string; in: string; required: boolean}[];
  requestBody?: {content: Record<string, {schema: {$ref: string}}>};
  responses: Record<string, {description: string}>;
}
interface Description {
  openapi: string;
  info: {title: string; version: string};
  paths: Record<string, Record<string, Operation>>;
  components: {schemas: Record<string, unknown>; securitySchemes: Record<string, unknown>};
}

/** What holds for every answer. */
export function protocolSuite(served: GetServed): void {
  describe('every answer', () => {
    it('is stored nowhere and tells the version', async () => {
      for (const path of ['/v1/surety', '/v1/me', '/v1/nowhere', '/healthz']) {
        const {headers} = await served().nobody('GET', path);
        assert.equal(headers.get('Cache-Control'), 'no-store');
        assert.equal(headers.get('Surety-Api-Version'), '1.0');
      }
    });

    it('may be read from another origin, with the headers a client needs', async () => {
      const headers = {
        Origin: 'https://partner.example',
        'Access-Control-Request-Method': 'POST',
        'Access-Control-Request-Headers':
          'authorization,content-type,idempotency-key,if-match,if-none-match,surety-client',
      };
      const preflight = await served().nobody('OPTIONS', '/v1/applications', {headers});
      assert.equal(preflight.status, 204);
      assert.equal(preflight.headers.get('Access-Control-Allow-Origin'), '*');
      const allowed = preflight.headers.get('Access-Control-Allow-Headers')?.toLowerCase() ?? '';
      for (const name of ['authorization', 'content-type', 'idempotency-key', 'if-match', 'surety-client']) {
        assert.ok(allowed.includes(name), name);
      }
      const {headers: answered} = await served().nobody('GET', '/v1/surety', {
        headers: {Origin: headers.Origin},
      });
      const exposed = answered.get('Access-Control-Expose-Headers') ?? '';
      for (const name of ['Retry-After', 'Idempotency-Replayed', 'Surety-Api-Version', 'ETag']) {
        assert.ok(exposed.includes(name), name);
      }
      assert.equal(answered.get('Access-Control-Allow-Credentials'), null);
    });

    it('to an unknown address is a problem too', async () => {
      readProblem(await served().nobody('GET', '/v1/nowhere'), 404, 'not-found');
      const contractor = await served().as('contractor');
      readProblem(await contractor('GET', '/v1/contracts/%00%ff'), 404, 'not-found');
    });
  });

  describe('a body', () => {
    const headers = {'Idempotency-Key': '00000000-0000-4000-8000-000000000000'};

    it('that is no JSON, of another type, or too large is refused before it is read', async () => {
      const contractor = await served().as('contractor');
      readProblem(await contractor('POST', '/v1/applications', {raw: '{"a":', headers}), 400, 'rejected');
      const typed = {...headers, 'Content-Type': 'text/plain'};
      readProblem(await contractor('POST', '/v1/applications', {raw: '{}', headers: typed}), 415, 'rejected');
      const raw = JSON.stringify({...leafletApplication(), message: 'あ'.repeat(100_000)});
      readProblem(await contractor('POST', '/v1/applications', {raw, headers}), 413, 'rejected');
    });

    it('of hostile shapes is refused, never fatal', async () => {
      const contractor = await served().as('contractor');
      const shapes = [
        'null',
        '[]',
        '"x"',
        '0',
        '{"__proto__":{"a":1}}',
        '{"guarantees":{"__proto__":{}}}',
        '['.repeat(20_000),
      ];
      for (const raw of shapes) {
        const {status} = await contractor('POST', '/v1/applications', {raw, headers});
        assert.ok(status === 422 || status === 400, `${raw.slice(0, 20)} ${status}`);
      }
      assert.equal((await contractor('GET', '/v1/me')).status, 200);
    });
  });

  describe('the description', () => {
    it('is OpenAPI 3.1 and holds every endpoint', async () => {
      const description = (await served().nobody('GET', '/v1/openapi.json')).json as Description;
      assert.match(description.openapi, /^3\.1\./);
      assert.ok(description.info.title && description.info.version);
      const operations = Object.values(description.paths).flatMap(path => Object.values(path));
      assert.equal(new Set(operations.map(({operationId}) => operationId)).size, operations.length);
      for (const [name, endpoint] of Object.entries<Endpoint>(endpoints)) {
        const operation = description.paths[`/v1${endpoint.path}`]?.[endpoint.method];
        assert.equal(operation?.operationId, name);
        assert.ok(operation.responses[endpoint.status ?? 200]?.description);
        assert.equal(operation.security.length, endpoint.roles.length > 0 ? 1 : 0);
        assert.equal(Boolean(operation.requestBody), Boolean(endpoint.request));
        const declared = (operation.parameters ?? [])
          .filter(({required}) => required)
          .map(parameter => parameter.name);
        for (const [, parameter] of endpoint.path.matchAll(/\{(\w+)\}/g))
          assert.ok(declared.includes(parameter ?? ''));
        assert.equal(declared.includes('Idempotency-Key'), Boolean(endpoint.isIdempotent));
      }
    });

    it('refers to nothing that is not there', async () => {
      const {text, json} = await served().nobody('GET', '/v1/openapi.json');
      const {components} = json as Description;
      const references = [...text.matchAll(/"\$ref":"([^"]+)"/g)].map(match => match[1] ?? '');
      assert.ok(references.length > 40);
      for (const reference of new Set(references)) {
        const name = /^#\/components\/schemas\/(\w+)$/.exec(reference)?.[1];
        assert.ok(name && Object.hasOwn(components.schemas, name), reference);
      }
    });
  });

  describe('/healthz', () => {
    it('says which store is behind it', async () => {
      const {json, status} = await served().nobody('GET', '/healthz');
      assert.equal(status, 200);
      assert.deepEqual(Object.keys(json as object), ['status', 'store']);
      assert.equal((json as {status: string}).status, 'ok');
    });
  });
}
