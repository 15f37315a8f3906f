import assert from 'node:assert/strict';
import {describe, test} from 'node:test';
import {createSandbox} from '../../demo/sandbox/index.js';
import {createClient, type SuretyClient} from '../../src/api/client.js';
import {ACCOUNT, readSmall, SURETY} from '../../src/api/small-read.js';
import {SuretyError} from '../../src/errors.js';
import {account as accountSchema} from '../../src/schemas/party.js';
import {surety as suretySchema} from '../../src/schemas/surety.js';
import {VERSION} from '../../src/version.js';
import {fakeFetch, json, noLine, problem, proxyPage, silence, type Answer} from '../support/fake-fetch.js';

const account = {
  id: 'c1',
  role: 'contractor',
  party: {name: '〇〇建設 株式会社', representative: '代表取締役 〇〇 〇〇', address: '秋田県にかほ市'},
  email: null,
};

/** Reads the account from a fake API; says what was asked, and whether the client had to be loaded. */
function setUp(...answers: readonly Answer[]) {
  const {fetch, requests} = fakeFetch(...answers);
  const config = {apiBase: 'https://api.example.jp/v1', environment: 'production', fetch} as const;
  const controller = new AbortController();
  let loads = 0;
  const loadClient = async (): Promise<SuretyClient> => {
    loads += 1;
    return createClient(config);
  };
  return {
    requests,
    loads: () => loads,
    abort: () => controller.abort(),
    read: () => readSmall(ACCOUNT, config, loadClient, controller.signal),
  };
}

const isError = (code: string) => (thrown: unknown) => SuretyError.from(thrown).code === code;

describe('a small answer', () => {
  test('is read without the client, by a request like all others', async () => {
    const api = setUp(json(account));
    assert.deepEqual(await api.read(), account);
    assert.equal(api.loads(), 0);
    const [request] = api.requests;
    assert.equal(request?.url, 'https://api.example.jp/v1/me');
    assert.equal(request?.headers.get('Surety-Client'), `surety-elements/${VERSION}`);
    assert.equal(request?.headers.get('Accept'), 'application/json');
    assert.deepEqual(
      [request?.credentials, request?.cache, request?.referrerPolicy],
      ['omit', 'no-store', 'no-referrer'],
    );
  });

  test('is asked for again by the client after 503, a cut connection or a proxy in between', async () => {
    for (const failure of [problem(503), noLine, proxyPage(502)]) {
      const api = setUp(failure, json(account));
      assert.equal((await api.read()).id, account.id);
      assert.deepEqual([api.loads(), api.requests.length], [1, 2]);
    }
  });

  test('that is refused is asked for once, and the error is the client’s', async () => {
    for (const [answer, code] of [
      [problem(401), 'unauthorized'],
      [problem(403), 'forbidden'],
      [json({...account, party: {}}), 'bad-response'],
      [json(account, {headers: {'Surety-Api-Version': '99.0'}}), 'api-version'],
    ] as const) {
      const api = setUp(answer);
      await assert.rejects(api.read(), isError(code));
      assert.equal(api.requests.length, 1, code);
    }
  });

  test('is no longer waited for after the timeout', async t => {
    t.mock.method(AbortSignal, 'timeout', () => AbortSignal.abort(new DOMException('', 'TimeoutError')));
    await assert.rejects(setUp(silence).read(), isError('timeout'));
  });

  test('that is aborted rejects with that code, without loading the client', async () => {
    const api = setUp(silence);
    const reading = api.read();
    api.abort();
    await assert.rejects(reading, isError('aborted'));
    assert.equal(api.loads(), 0);
  });

  test('is taken from the reference API, and never where the schema would refuse it', async () => {
    const api = createSandbox({seed: 'leaflet'});
    for (const {small, schema, role} of [
      {small: ACCOUNT, schema: accountSchema, role: 'contractor'},
      {small: ACCOUNT, schema: accountSchema, role: 'obligee'},
      {small: SURETY, schema: suretySchema, role: 'contractor'},
    ] as const) {
      const {token} = await api.signIn(role);
      const request = new Request(`https://api.example.jp/v1${small.path}`, {
        headers: {Authorization: `Bearer ${token}`},
      });
      const answer = (await (await api.fetch(request)).json()) as Record<string, unknown>;
      assert.ok(small.isAnswer(answer), small.path);
      for (const wrong of [undefined, null, 1, [], ...faults(answer)])
        if (!schema.safeParse(wrong).success) assert.ok(!small.isAnswer(wrong), JSON.stringify(wrong));
    }
  });
});

/** Every value that differs from one in a single member, which is missing or of another kind. */
function* faults(value: unknown): Generator<unknown> {
  if (typeof value !== 'object' || value === null) return;
  for (const [name, member] of Object.entries(value)) {
    const changed = [undefined, null, 1, 'x', {}, ...faults(member)];
    for (const each of changed)
      yield Array.isArray(value) ? value.with(Number(name), each) : {...value, [name]: each};
  }
}
