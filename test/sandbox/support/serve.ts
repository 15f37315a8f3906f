import {createAdaptorServer} from '@hono/node-server';
import assert from 'node:assert/strict';
import {once} from 'node:events';
import type {AddressInfo} from 'node:net';
import type {$ZodType, output} from 'zod/v4/core';
import {parse} from 'zod/v4/core';
import {createSandbox, leafletApplication, type SandboxOptions} from '../../../demo/sandbox/index.js';
import {application, type Application, type ApplicationContent} from '../../../src/schemas/application.js';
import type {Role} from '../../../src/schemas/kinds.js';
import {issueResult} from '../../../src/schemas/office.js';
import {problem, type Problem} from '../../../src/schemas/problem.js';
import {keyDisclosure} from '../../../src/schemas/register.js';

/** What a request may carry. */
export interface RequestOptions {
  body?: unknown;
  headers?: Record<string, string>;
  /** Sent as it is, instead of `body`. */
  raw?: string;
}

/** An answer that was read to its end. */
export interface Reply {
  status: number;
  headers: Headers;
  text: string;
  json: unknown;
}

/** Requests of one signed-in person, or of nobody. */
export type Send = (method: string, path: string, options?: RequestOptions) => Promise<Reply>;

/** A clock that only moves when it is told to. */
function createClock(start = '2026-03-02T10:15:00+09:00') {
  let time = Date.parse(start);
  return {
    now: () => new Date(time),
    /** Seconds. */
    advance: (seconds: number) => void (time += seconds * 1000),
  };
}

/** The sandbox behind a real HTTP server on a free port. */
export async function serveSandbox(options: SandboxOptions = {}) {
  const clock = createClock();
  const sandbox = createSandbox({now: clock.now, ...options});
  await sandbox.ready;
  const server = createAdaptorServer({fetch: request => sandbox.fetch(request)}).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    clock,
    sandbox,
    base,
    nobody: createSend(base),
    as: (role: Role, accountId?: string) => signIn(base, role, accountId),
    async close() {
      server.close();
      if ('closeAllConnections' in server) server.closeAllConnections();
      await sandbox.close();
    },
  };
}

/** A sandbox that listens. */
export type Served = Awaited<ReturnType<typeof serveSandbox>>;

/** Signs in over HTTP. */
export async function signIn(base: string, role: Role, accountId?: string): Promise<Send> {
  const {status, json} = await createSend(base)('POST', '/v1/sessions', {body: {role, accountId}});
  assert.equal(status, 201);
  return createSend(base, (json as {token: string}).token);
}

/** Sends requests with a token. */
export function createSend(base: string, token?: string): Send {
  return async (method, path, {body, headers = {}, raw} = {}) => {
    const sent = raw ?? (body === undefined ? undefined : JSON.stringify(body));
    const response = await fetch(`${base}${path}`, {
      method,
      headers: {
        ...(token && {Authorization: `Bearer ${token}`}),
        ...(sent !== undefined && {'Content-Type': 'application/json'}),
        ...headers,
      },
      ...(sent !== undefined && {body: sent}),
    });
    const text = await response.text();
    const isJson = text !== '' && Boolean(response.headers.get('Content-Type')?.includes('json'));
    return {
      status: response.status,
      headers: response.headers,
      text,
      json: isJson ? (JSON.parse(text) as unknown) : undefined,
    };
  };
}

/** The body of a good answer, parsed by its schema as a client would. */
export function read<Schema extends $ZodType>(schema: Schema, reply: Reply, status = 200): output<Schema> {
  assert.equal(reply.status, status, reply.text.slice(0, 300));
  return parse(schema, reply.json);
}

/** A problem document, with what every one of them has checked. */
export function readProblem(reply: Reply, status: number, code: string): Problem {
  assert.equal(reply.status, status, reply.text.slice(0, 300));
  assert.match(reply.headers.get('Content-Type') ?? '', /^application\/problem\+json/);
  const parsed = parse(problem, reply.json);
  assert.equal(parsed.type, `urn:surety:${code}`);
  assert.equal(parsed.status, status);
  assert.ok(parsed.detail);
  return parsed;
}

/** Sends an application under a new key. */
export async function submit(
  contractor: Send,
  content: ApplicationContent = leafletApplication(),
  key: string = crypto.randomUUID(),
) {
  return contractor('POST', '/v1/applications', {body: content, headers: {'Idempotency-Key': key}});
}

/** Lets the office issue an application. */
export async function issue(office: Send, {id, version}: Application, key: string = crypto.randomUUID()) {
  const headers = {'Idempotency-Key': key};
  return office('POST', `/v1/office/applications/${id}/issue`, {body: {version}, headers});
}

/** An application that was sent and issued; gives its contracts' numbers. */
export async function submitAndIssue(served: Served, content?: ApplicationContent, accountId?: string) {
  const sent = read(application, await submit(await served.as('contractor', accountId), content), 201);
  const {contracts} = read(issueResult, await issue(await served.as('surety'), sent));
  return {application: sent, contracts, numbers: contracts.map(({number}) => number)};
}

/** The key of a contract, as its contractor sees it. */
export async function keyOf(contractor: Send, number: string): Promise<string> {
  return read(keyDisclosure, await contractor('POST', `/v1/contracts/${number}/key-views`, {body: {}}))
    .authKey;
}

/** Gives a suite the sandbox that its `before` has started. */
export type GetServed = () => Served;
