import assert from 'node:assert/strict';
import {test} from 'node:test';
import {createTokenSource, withToken} from '../../src/api/token.js';
import type {GetToken, Token, TokenReason} from '../../src/config.js';
import {SuretyError} from '../../src/errors.js';
import {fakeFetch, type Answer} from '../support/fake-fetch.js';

/** A host's `getToken` that hands out t1, t2, … and keeps the reasons. */
function host({lifetimeMs, delay}: {lifetimeMs?: number; delay?: Promise<void>} = {}) {
  const reasons: TokenReason[] = [];
  const getToken: GetToken = async ({reason}): Promise<Token> => {
    reasons.push(reason);
    await delay;
    const expiresAt =
      lifetimeMs === undefined ? {} : {expiresAt: new Date(Date.now() + lifetimeMs).toISOString()};
    return {token: `t${reasons.length}`, ...expiresAt};
  };
  return {getToken, reasons};
}

/** Lets in only those who bring that token. */
const onlyFor =
  (token: string): Answer =>
  async request =>
    request.headers.get('Authorization') === `Bearer ${token}`
      ? new Response(await request.text())
      : new Response(null, {status: 401});

const url = 'https://api.example.jp/v1/me';

test('one token serves everyone, and the host is asked once', async () => {
  const {getToken, reasons} = host();
  const {fetch, requests} = fakeFetch(() => new Response('ok'));
  const send = withToken(getToken, fetch);
  await Promise.all(Array.from({length: 20}, () => send(url)));
  await send(url);
  assert.deepEqual(reasons, ['initial']);
  assert.deepEqual(
    new Set(requests.map(request => request.headers.get('Authorization'))),
    new Set(['Bearer t1']),
  );
});

test('20 requests that are refused at once lead to one new token and 20 answers', async () => {
  const {getToken, reasons} = host();
  const send = withToken(getToken, fakeFetch(onlyFor('t2')).fetch);
  const responses = await Promise.all(Array.from({length: 20}, () => send(url)));
  assert.deepEqual(
    responses.map(({status}) => status),
    Array.from({length: 20}, () => 200),
  );
  assert.deepEqual(reasons, ['initial', 'unauthorized']);
});

test('a refusal that arrives after somebody else has renewed the token asks the host no more', async () => {
  const {getToken, reasons} = host();
  const tokens = createTokenSource(getToken);
  const old = await tokens.get();
  assert.equal(await tokens.replace(old), 't2');
  assert.equal(await tokens.replace(old), 't2');
  assert.deepEqual(reasons, ['initial', 'unauthorized']);
});

test('the second refusal is the answer: no third try', async () => {
  const {getToken, reasons} = host();
  const {fetch, requests} = fakeFetch(() => new Response(null, {status: 401}));
  assert.equal((await withToken(getToken, fetch)(url)).status, 401);
  assert.equal(requests.length, 2);
  assert.deepEqual(reasons, ['initial', 'unauthorized']);
});

test('the body is sent again with the new token', async () => {
  const {getToken} = host();
  const send = withToken(getToken, fakeFetch(onlyFor('t2')).fetch);
  const response = await send(url, {method: 'POST', body: '{"amount":1}'});
  assert.equal(await response.text(), '{"amount":1}');
});

test('a token is renewed before its end, and kept while it is fresh', async () => {
  const fresh = host({lifetimeMs: 600_000});
  const freshTokens = createTokenSource(fresh.getToken);
  await freshTokens.get();
  await freshTokens.get();
  assert.deepEqual(fresh.reasons, ['initial']);

  const ending = host({lifetimeMs: 10_000});
  const endingTokens = createTokenSource(ending.getToken);
  assert.equal(await endingTokens.get(), 't1');
  assert.equal(await endingTokens.get(), 't2');
  assert.deepEqual(ending.reasons, ['initial', 'expired']);
});

test('a getToken() that fails means unauthorized, and the next request asks again', async () => {
  let calls = 0;
  const getToken: GetToken = async () => {
    calls += 1;
    if (calls === 1) throw new Error('signed out');
    return {token: 'fine'};
  };
  const send = withToken(getToken, fakeFetch(onlyFor('fine')).fetch);
  await assert.rejects(
    send(url),
    (thrown: unknown) => thrown instanceof SuretyError && thrown.code === 'unauthorized',
  );
  assert.equal((await send(url)).status, 200);
});

test('a getToken() that throws at once is handled like one that rejects', async () => {
  const getToken: GetToken = () => {
    throw new Error('not ready');
  };
  await assert.rejects(createTokenSource(getToken).get(), {name: 'SuretyError', code: 'unauthorized'});
});

for (const [what, value] of [
  ['nothing', undefined],
  ['a bare string', 'eyJ'],
  ['an empty token', {token: ''}],
  ['a token with a line break', {token: 'a\nb'}],
] as const) {
  test(`a getToken() that hands out ${what} is a wrong setting, said in a sentence without the token`, async () => {
    const getToken = (async () => value) as unknown as GetToken;
    await assert.rejects(createTokenSource(getToken).get(), (thrown: unknown) => {
      assert.ok(thrown instanceof SuretyError);
      assert.equal(thrown.code, 'config');
      assert.match(thrown.message, /getToken\(\)/);
      assert.doesNotMatch(thrown.message, /eyJ/);
      return true;
    });
  });
}
