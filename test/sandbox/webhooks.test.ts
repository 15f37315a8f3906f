import assert from 'node:assert/strict';
import {once} from 'node:events';
import {createServer, type IncomingHttpHeaders, type Server} from 'node:http';
import type {AddressInfo} from 'node:net';
import {after, before, beforeEach, describe, it} from 'node:test';
import {createSandbox, type Sandbox} from '../../demo/sandbox/index.js';
import {openPgliteStore} from '../../demo/sandbox/store/pglite.js';
import {createWebhookTransport, isAllowedAddress} from '../../demo/webhook-http.js';
import {verifyWebhook} from '../../src/domain/verify-webhook.js';
import {newWebhook, webhookDeliveryList, webhookEvent, webhookList} from '../../src/schemas/webhook.js';
import {temporaryFolder} from './support/data-directory.js';
import {
  keyOf,
  read,
  readProblem,
  serveSandbox,
  submit,
  submitAndIssue,
  type Served,
} from './support/serve.js';

interface Received {
  headers: IncomingHttpHeaders;
  body: string;
}

/** A partner's server: answers with the statuses it is told, then with 204. */
async function startReceiver() {
  const received: Received[] = [];
  const statuses: number[] = [];
  const waiting: (() => void)[] = [];
  const server: Server = createServer((request, response) => {
    let body = '';
    request.on('data', chunk => (body += String(chunk)));
    request.on('end', () => {
      received.push({headers: request.headers, body});
      response.writeHead(statuses.shift() ?? 204).end();
      for (const go of waiting.splice(0)) go();
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const {port} = server.address() as AddressInfo;
  return {
    received,
    statuses,
    url: `http://127.0.0.1:${port}/hooks`,
    async until(count: number) {
      while (received.length < count) await new Promise<void>(resolve => waiting.push(resolve));
    },
    close: () => server.close(),
  };
}

const webhooks = createWebhookTransport({allowsLoopback: true});
const secretBytes = new Uint8Array(32).fill(5);

describe('webhooks', () => {
  let served: Served;
  let receiver: Awaited<ReturnType<typeof startReceiver>>;
  before(async () => {
    served = await serveSandbox({webhooks});
  });
  beforeEach(async () => {
    receiver?.close();
    receiver = await startReceiver();
  });
  after(async () => {
    receiver.close();
    await served.close();
  });

  /** Registers the receiver for an account, and removes what earlier tests have registered. */
  async function register(role: 'contractor' | 'obligee' | 'surety', body: object = {}, accountId?: string) {
    const send = await served.as(role, accountId);
    for (const {id} of read(webhookList, await send('GET', '/v1/webhooks')).items)
      assert.equal((await send('DELETE', `/v1/webhooks/${id}`)).status, 204);
    const made = await send('POST', '/v1/webhooks', {body: {url: receiver.url, ...body}});
    return {send, ...read(newWebhook, made, 201)};
  }

  const deliveries = async ({send, id}: Awaited<ReturnType<typeof register>>) =>
    read(webhookDeliveryList, await send('GET', `/v1/webhooks/${id}/deliveries`)).items;

  /** The log is written right after the answer has come; the store is asked until it is there. */
  async function settledDelivery(
    hook: Awaited<ReturnType<typeof register>>,
    state: string,
    attempts: number,
  ) {
    for (;;) {
      const [newest] = await deliveries(hook);
      if (newest?.state === state && newest.attempts === attempts) return newest;
      await new Promise(resolve => setTimeout(resolve, 10));
    }
  }

  it('are tried again when the receiver fails twice, signed anew each time under the same id', async () => {
    const hook = await register('surety', {events: ['application.returned']});
    receiver.statuses.push(500, 503);
    const contractor = await served.as('contractor');
    const {id, version} = (await submit(contractor)).json as {id: string; version: number};
    const returned = await hook.send('POST', `/v1/office/applications/${id}/return`, {
      body: {version, reason: '金額の確認'},
    });
    assert.equal(returned.status, 200);
    for (let attempt = 1; attempt <= 3; attempt++) {
      await receiver.until(attempt);
      const state = attempt < 3 ? 'pending' : 'delivered';
      const log = await settledDelivery(hook, state, attempt);
      assert.equal(log.lastStatus, [500, 503, 204][attempt - 1]);
      served.clock.advance(60);
      await contractor('POST', '/v1/sessions', {body: {role: 'contractor'}}); // any act wakes the outbox
    }
    assert.equal(receiver.received.length, 3);
    assert.equal(new Set(receiver.received.map(({headers}) => headers['webhook-id'])).size, 1);
    assert.equal(new Set(receiver.received.map(({headers}) => headers['webhook-signature'])).size, 3);
    for (const {headers, body} of receiver.received) {
      const now = new Date(Number(headers['webhook-timestamp']) * 1000);
      const check = await verifyWebhook(hook.secret, headers, body, {now});
      assert.ok(check.valid && check.id === headers['webhook-id']);
      const event = webhookEvent.parse(JSON.parse(body));
      assert.ok(event.type === 'application.returned' && event.data.applicationId === id);
    }
  });

  it('tell contractor, obligee and surety of what concerns them, without any key', async () => {
    await register('surety');
    const {numbers} = await submitAndIssue(served);
    const [number = ''] = numbers;
    await receiver.until(2);
    const contractor = await served.as('contractor');
    const authKey = await keyOf(contractor, number);
    const obligeeHook = await register('obligee');
    await register('obligee', {}, 'obligee-2');
    const obligee = obligeeHook.send;
    await obligee('POST', '/v1/register/checks', {body: {contractNumber: number, authKey}});
    await obligee('POST', `/v1/register/contracts/${number}/answers`, {
      body: {outcome: 'accepted', revision: 0},
    });
    await (
      await served.as('surety')
    )('POST', `/v1/office/contracts/${number}/changes`, {
      body: {revision: 0, reason: '増額', guaranteeAmount: 21_000_000},
      headers: {'Idempotency-Key': crypto.randomUUID()},
    });
    await receiver.until(6);
    const events = receiver.received.map(({body}) => webhookEvent.parse(JSON.parse(body)));
    assert.deepEqual(events.map(({type}) => type).sort(), [
      'certificate.answered',
      'certificate.answered',
      'certificate.changed',
      'certificate.changed',
      'certificate.issued',
      'certificate.issued',
    ]);
    const answered = events.find(({type}) => type === 'certificate.answered');
    assert.ok(answered?.type === 'certificate.answered' && answered.data.outcome === 'accepted');
    for (const {body, headers} of receiver.received)
      assert.ok(!`${body}${JSON.stringify(headers)}`.includes(authKey));
  });

  it('are of the account alone that registered them, and end with it', async () => {
    const hook = await register('contractor');
    const other = await served.as('contractor', 'contractor-2');
    assert.deepEqual(read(webhookList, await other('GET', '/v1/webhooks')).items, []);
    readProblem(await other('GET', `/v1/webhooks/${hook.id}/deliveries`), 404, 'not-found');
    readProblem(await other('DELETE', `/v1/webhooks/${hook.id}`), 404, 'not-found');
    const listed = await hook.send('GET', '/v1/webhooks');
    assert.ok(!listed.text.includes(hook.secret));
    assert.equal((await hook.send('DELETE', `/v1/webhooks/${hook.id}`)).status, 204);
    readProblem(await hook.send('GET', `/v1/webhooks/${hook.id}/deliveries`), 404, 'not-found');
  });

  it('never go to an address that is not public, or not secure', async () => {
    const strict = await serveSandbox({webhooks: createWebhookTransport({allowsLoopback: false})});
    const send = await strict.as('surety');
    for (const url of [
      receiver.url,
      'http://partner.example/hooks',
      'https://127.0.0.1/',
      'https://0x7f.1/',
      'https://2130706433/',
      'https://[::1]/',
      'https://[::ffff:10.0.0.1]/',
      'https://10.1.2.3/',
      'https://169.254.169.254/latest/meta-data',
      'https://localhost/',
      'https://user:password@partner.example/',
      'file:///etc/passwd',
    ]) {
      const {errors} = readProblem(await send('POST', '/v1/webhooks', {body: {url}}), 422, 'rejected');
      assert.equal(errors?.[0]?.pointer, '/url', url);
    }
    await strict.close();
    const transport = createWebhookTransport({allowsLoopback: false});
    await assert.rejects(transport.send(receiver.url, {}, '{}'));
    // A name that leads to this machine: what is looked up is checked, too.
    await assert.rejects(transport.send('https://localhost.:1/', {}, '{}'));
    assert.equal(receiver.received.length, 0);
  });

  it('are described in OpenAPI 3.1', async () => {
    const {json} = await served.nobody('GET', '/v1/openapi.json');
    const {webhooks: described} = json as {webhooks: Record<string, {post: {requestBody: unknown}}>};
    assert.deepEqual(Object.keys(described).sort(), [
      'application.returned',
      'certificate.answered',
      'certificate.cancelled',
      'certificate.changed',
      'certificate.issued',
      'certificate.released',
    ]);
    assert.ok(described['certificate.issued']?.post.requestBody);
  });
});

describe('a webhook that could not be delivered before a restart', () => {
  const folder = temporaryFolder();
  after(folder.remove);

  it('is delivered after it', async () => {
    const receiver = await startReceiver();
    const options = {webhooks, encryptionKey: secretBytes};
    const call = async (sandbox: Sandbox, role: 'contractor' | 'surety', path: string, body: object) => {
      const {token} = await sandbox.signIn(role);
      const headers = {
        Authorization: `Bearer ${token}`,
        'Content-Type': 'application/json',
        'Idempotency-Key': crypto.randomUUID(),
      };
      const response = await sandbox.fetch(path, {method: 'POST', headers, body: JSON.stringify(body)});
      assert.ok(response.ok, String(response.status));
      return (await response.json()) as Record<string, unknown>;
    };
    // The first process sends nothing: it ends before its outbox has a chance.
    const silent = {...webhooks, send: () => new Promise<number>((_, reject) => reject(new Error('down')))};
    const first = createSandbox({...options, webhooks: silent, store: await openPgliteStore(folder.path)});
    await call(first, 'surety', '/v1/webhooks', {url: receiver.url});
    const {leafletApplication} = await import('../../demo/sandbox/index.js');
    const {id} = await call(first, 'contractor', '/v1/applications', leafletApplication());
    await call(first, 'surety', `/v1/office/applications/${String(id)}/issue`, {version: 1});
    await first.close();
    assert.equal(receiver.received.length, 0);
    const later = () => new Date(Date.now() + 3_600_000);
    const second = createSandbox({...options, now: later, store: await openPgliteStore(folder.path)});
    await receiver.until(2);
    const types = receiver.received.map(({body}) => webhookEvent.parse(JSON.parse(body)).type);
    assert.deepEqual(types, ['certificate.issued', 'certificate.issued']);
    await second.close();
    receiver.close();
  });
});

describe('verifyWebhook', () => {
  // The sample of the Standard Webhooks specification.
  const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
  const body = '{"test": 2432232314}';
  const headers = {
    'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
    'webhook-timestamp': '1614265330',
    'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
  };
  const now = new Date(1614265330_000);

  it('believes a message that was signed with the secret, also beside another signature', async () => {
    const sent = {valid: true, id: headers['webhook-id'], sentAt: now};
    assert.deepEqual(await verifyWebhook(secret, headers, body, {now}), sent);
    const two = {...headers, 'webhook-signature': `v1,AAAA v2,x ${headers['webhook-signature']}`};
    assert.deepEqual(await verifyWebhook(secret, new Headers(two), body, {now}), sent);
  });

  it('says why it does not believe one', async () => {
    const reason = async (...args: Parameters<typeof verifyWebhook>) => {
      const check = await verifyWebhook(...args);
      return check.valid ? 'valid' : check.reason;
    };
    assert.equal(await reason(secret, headers, `${body} `, {now}), 'signature');
    assert.equal(await reason('whsec_AAAA', headers, body, {now}), 'signature');
    assert.equal(await reason('nothing', headers, body, {now}), 'secret');
    assert.equal(await reason(secret, {}, body, {now}), 'headers');
    assert.equal(await reason(secret, headers, body), 'too-old');
    const other = {...headers, 'webhook-id': 'msg_other'};
    assert.equal(await reason(secret, other, body, {now}), 'signature');
  });
});

it('an address is public or it is not', () => {
  for (const address of ['8.8.8.8', '203.178.137.58', '2001:4860:4860::8888', '2400:cb00::1'])
    assert.ok(isAllowedAddress(address, false), address);
  for (const address of [
    '10.0.0.1',
    '127.0.0.1',
    '169.254.169.254',
    '172.31.0.1',
    '192.168.1.1',
    '100.64.0.1',
    '0.0.0.0',
    '224.0.0.1',
    '255.255.255.255',
    '::1',
    '::',
    'fe80::1',
    'fd00::1',
    '::ffff:8.8.8.8',
    '64:ff9b::a00:1',
    '2002:a00:1::',
    '2001:db8::1',
    'partner.example',
  ])
    assert.ok(!isAllowedAddress(address, false), address);
});
