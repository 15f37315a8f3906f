import assert from 'node:assert/strict';
import {test} from 'node:test';
import {createClient} from '../../src/api/client.js';
import type {SuretyConfig} from '../../src/config.js';
import {SuretyError} from '../../src/errors.js';
import {VERSION} from '../../src/version.js';
import {fakeFetch, json, noLine, problem, proxyPage, silence, type Answer} from '../support/fake-fetch.js';

const account = {
  id: 'c1',
  role: 'contractor',
  name: '〇〇建設 株式会社',
  representative: '代表取締役 〇〇 〇〇',
  address: '秋田県にかほ市',
  email: null,
};

/** A client over a fake API. */
function setUp(answers: readonly Answer[], config: Partial<SuretyConfig> = {}) {
  const {fetch, requests} = fakeFetch(...answers);
  const client = createClient({
    apiBase: 'https://api.example.jp/v1',
    environment: 'production',
    fetch,
    ...config,
  });
  return {client, requests};
}

/** The error that a call ends with. */
async function failure(call: Promise<unknown>): Promise<SuretyError> {
  const thrown = await call.then(
    () => assert.fail('the call should have failed'),
    (error: unknown) => error,
  );
  assert.ok(thrown instanceof SuretyError, `not a SuretyError: ${String(thrown)}`);
  return thrown;
}

const check = {contractNumber: '00000-000000', authKey: 'Z28YUE4J3Bux'};

test('a call says who it is, carries no cookie or referrer, and is not cached', async () => {
  const {client, requests} = setUp([json({items: []})]);
  await client.listObligees({q: 'にかほ', prefecture: ''});
  const [request] = requests;
  assert.equal(request?.url, `https://api.example.jp/v1/obligees?q=${encodeURIComponent('にかほ')}`);
  assert.equal(request?.headers.get('Surety-Client'), `surety-elements/${VERSION}`);
  assert.equal(request?.headers.get('Accept'), 'application/json');
  assert.equal(request?.headers.has('Authorization'), false);
  assert.equal(request?.credentials, 'omit');
  assert.equal(request?.cache, 'no-store');
  assert.equal(request?.referrerPolicy, 'no-referrer');
});

test('what a person typed cannot leave its place in the address', async () => {
  const {client, requests} = setUp([problem(404)]);
  await failure(client.getContract('../office/contracts?x#y'));
  assert.equal(requests[0]?.url, 'https://api.example.jp/v1/contracts/..%2Foffice%2Fcontracts%3Fx%23y');
});

test('number and key travel in the body only', async () => {
  const {client, requests} = setUp([problem(404)]);
  await failure(client.checkCertificate(check));
  const [request] = requests;
  assert.equal(request?.method, 'POST');
  assert.deepEqual(await request?.json(), check);
  assert.ok(!request.url.includes(check.authKey));
  assert.ok(![...request.headers.values()].some(value => value.includes(check.authKey)));
});

test('the Idempotency-Key is the caller’s, and a mended application names the version it was based on', async () => {
  const {client, requests} = setUp([problem(422)]);
  await failure(client.resubmitApplication({id: 'a1', version: 3}, {} as never, 'key-1'));
  assert.equal(requests[0]?.headers.get('Idempotency-Key'), 'key-1');
  assert.equal(requests[0]?.headers.get('If-Match'), '"3"');
});

const statuses: readonly (readonly [number, string])[] = [
  [400, 'rejected'],
  [401, 'unauthorized'],
  [403, 'forbidden'],
  [404, 'not-found'],
  [409, 'conflict'],
  [412, 'conflict'],
  [413, 'rejected'],
  [415, 'rejected'],
  [418, 'bad-response'],
  [422, 'rejected'],
  [429, 'rate-limited'],
  [500, 'unavailable'],
  [502, 'unavailable'],
  [503, 'unavailable'],
];

for (const [status, code] of statuses) {
  test(`an answer ${status} to a sending is "${code}", and it is sent once`, async () => {
    const {client, requests} = setUp([problem(status)]);
    assert.equal((await failure(client.checkCertificate(check))).code, code);
    assert.equal(requests.length, 1);
  });
}

test('the fields at fault come with pointer, sentence and code', async () => {
  const errors = [
    {pointer: '/works/price', detail: '請負金額を入力してください。', code: 'amount.required'},
    {pointer: '/branchCode', detail: '申込送信先を選んでください。'},
  ];
  const {client} = setUp([problem(422, {errors})]);
  const {code, fields} = await failure(client.submitApplication({} as never, 'key-1'));
  assert.equal(code, 'rejected');
  assert.deepEqual(fields, [
    {pointer: '/works/price', message: '請負金額を入力してください。', code: 'amount.required'},
    {pointer: '/branchCode', message: '申込送信先を選んでください。'},
  ]);
});

test('a problem document that does not fit its description still gives the right code', async () => {
  const {client} = setUp([problem(422, {errors: 'all of them', retryAfter: 'soon'})]);
  const {code, fields, retryAfter} = await failure(client.submitApplication({} as never, 'key-1'));
  assert.deepEqual({code, fields, retryAfter}, {code: 'rejected', fields: [], retryAfter: undefined});
});

test('the page of a proxy is not taken for an answer', async () => {
  const {client} = setUp([proxyPage(502)]);
  assert.equal((await failure(client.discloseKey('00000-000000'))).code, 'unavailable');
  const {client: other} = setUp([proxyPage(200)]);
  assert.equal((await failure(other.getAccount())).code, 'bad-response');
});

test('an empty answer where data should be is a bad response', async () => {
  const {client} = setUp([() => new Response(null, {status: 204})]);
  assert.equal((await failure(client.getAccount())).code, 'bad-response');
});

test('data of the wrong shape is a bad response that says where, and does not repeat the data', async () => {
  const {client} = setUp([json({...account, role: 'president-of-secrets'})]);
  const {code, message} = await failure(client.getAccount());
  assert.equal(code, 'bad-response');
  assert.match(message, /\/role/);
  assert.doesNotMatch(message, /secrets/);
});

test('fields that the kit does not know are ignored', async () => {
  const {client} = setUp([json({items: [], addedNextYear: true})]);
  assert.deepEqual((await client.listObligees()).items, []);
});

test('another major version of the API is said, also when it comes with an error', async () => {
  const headers = {'Surety-Api-Version': '2.0'};
  const {client} = setUp([json({items: []}, {headers})]);
  assert.equal((await failure(client.listObligees())).code, 'api-version');
  const {client: other} = setUp([problem(404, {}, headers)]);
  assert.equal((await failure(other.getContract('00000-000000'))).code, 'api-version');
});

test('a newer minor version is fine', async () => {
  const {client} = setUp([json({items: []}, {headers: {'Surety-Api-Version': '1.9'}})]);
  assert.deepEqual((await client.listObligees()).items, []);
});

test('reading is tried again when the API stumbles', async () => {
  const {client, requests} = setUp([problem(503, {}, {'Retry-After': '0'}), json({items: []})]);
  assert.deepEqual((await client.listObligees()).items, []);
  assert.equal(requests.length, 2);
});

test('sending is never repeated by itself', async () => {
  for (const answer of [problem(503), proxyPage(502), noLine]) {
    const {client, requests} = setUp([answer, json({})]);
    await failure(client.submitApplication({} as never, 'key-1'));
    assert.equal(requests.length, 1);
  }
});

test('Retry-After in seconds, as a date and in the problem itself', async () => {
  const seconds = setUp([problem(429, {}, {'Retry-After': '30'})]);
  assert.equal((await failure(seconds.client.checkCertificate(check))).retryAfter, 30);

  const at = new Date(Date.now() + 90_000).toUTCString();
  const date = setUp([problem(429, {}, {'Retry-After': at})]);
  const {retryAfter} = await failure(date.client.checkCertificate(check));
  assert.ok(retryAfter !== undefined && retryAfter > 85 && retryAfter <= 90, String(retryAfter));

  const both = setUp([problem(429, {retryAfter: 12}, {'Retry-After': '30'})]);
  assert.equal((await failure(both.client.checkCertificate(check))).retryAfter, 12);

  const nonsense = setUp([problem(429, {}, {'Retry-After': 'later'})]);
  assert.equal((await failure(nonsense.client.checkCertificate(check))).retryAfter, undefined);
});

test('a reader is told at once when the API asks for patience, instead of looking at a blank page', async () => {
  const {client, requests} = setUp([problem(429, {}, {'Retry-After': '60'})]);
  const start = performance.now();
  const {code, retryAfter} = await failure(client.listObligees());
  assert.deepEqual(
    {code, retryAfter, requests: requests.length},
    {code: 'rate-limited', retryAfter: 60, requests: 1},
  );
  assert.ok(performance.now() - start < 2_000);
});

test('a dead line is "network"', async () => {
  const {client} = setUp([noLine]);
  const {code, cause} = await failure(client.checkCertificate(check));
  assert.equal(code, 'network');
  assert.ok(cause instanceof Error);
});

test('leaving aborts the request, and that is not reported as a failure of the line', async () => {
  const leaving = new AbortController();
  const {client, requests} = setUp([silence]);
  const call = failure(client.getAccount({signal: leaving.signal}));
  setTimeout(() => leaving.abort(), 20);
  assert.equal((await call).code, 'aborted');
  assert.equal(requests.length, 1);
  assert.equal(requests[0]?.signal.aborted, true);
});

test('an API that stays silent is given up after the time limit', async t => {
  t.mock.timers.enable({apis: ['setTimeout']});
  const {client, requests} = setUp([silence]);
  const call = failure(client.checkCertificate(check));
  while (requests.length === 0) await new Promise(resolve => setImmediate(resolve));
  t.mock.timers.tick(15_001);
  assert.equal((await call).code, 'timeout');
});

test('a getToken() that fails is "unauthorized", asked once, and nothing is sent', async () => {
  let calls = 0;
  const getToken = async () => {
    calls += 1;
    throw new Error('signed out');
  };
  const {client, requests} = setUp([json(account)], {getToken});
  const {code} = await failure(client.getAccount());
  assert.deepEqual({code, calls, requests: requests.length}, {code: 'unauthorized', calls: 1, requests: 0});
});

test('a getToken() that hands out nonsense is a wrong setting', async () => {
  const {client} = setUp([json(account)], {getToken: async () => ({token: ''})});
  assert.equal((await failure(client.getAccount())).code, 'config');
});

test('20 calls that are refused at once ask for one new token and all succeed', async () => {
  const reasons: string[] = [];
  const answer: Answer = request =>
    request.headers.get('Authorization') === 'Bearer t2' ? json({items: []})(request) : problem(401)(request);
  const getToken = async ({reason}: {reason: string}) => ({token: `t${reasons.push(reason)}`});
  const {client} = setUp([answer], {getToken});
  const lists = await Promise.all(Array.from({length: 20}, () => client.listObligees()));
  assert.equal(lists.length, 20);
  assert.deepEqual(reasons, ['initial', 'unauthorized']);
});

test('no error holds the token or the key', async () => {
  const getToken = async () => ({token: 'canary-token'});
  for (const answer of [problem(401), problem(404), problem(422), proxyPage(502), noLine, json({})]) {
    const {client} = setUp([answer], {getToken});
    const error = await failure(client.checkCertificate(check));
    const text = [error.message, error.stack, JSON.stringify(error), String(error.cause)].join('\n');
    assert.doesNotMatch(text, /canary-token|Z28YUE4J3Bux/);
  }
});
