import assert from 'node:assert/strict';
import {test} from 'node:test';
import {sendOnce} from '../../src/api/submission.js';
import {SuretyError, type ErrorCode} from '../../src/errors.js';
import type {Application} from '../../src/schemas/application.js';

const key = '6f1c2f6e-0000-4000-8000-000000000000';
const waits = [0, 0, 0];
const sent = {id: 'a1'} as Application;

type Step = Application | ErrorCode;

/** Takes its steps in turn: gives an application, or throws an error with that code. */
function script(steps: readonly Step[]) {
  let calls = 0;
  const act = async (): Promise<Application> => {
    const step = steps[calls];
    calls += 1;
    assert.ok(step !== undefined, 'called more often than the test expects');
    if (typeof step === 'string') throw new SuretyError(step, step);
    return step;
  };
  return {act, calls: () => calls};
}

/** Runs `sendOnce` with what sendings and questions answer in turn. */
async function run({sends, finds = []}: {sends: Step[]; finds?: Step[]}) {
  const send = script(sends);
  const find = script(finds);
  const keys: string[] = [];
  let doubts = 0;
  const client = {
    findSubmission: (asked: string) => {
      keys.push(asked);
      return find.act();
    },
  };
  const result = await sendOnce(client, key, send.act, {waits, onUncertain: () => (doubts += 1)}).then(
    application => application.id,
    (thrown: unknown) => SuretyError.from(thrown).code,
  );
  assert.ok(keys.every(asked => asked === key));
  return {result, sends: send.calls(), finds: find.calls(), doubts};
}

test('an answer that arrives is the end of it', async () => {
  assert.deepEqual(await run({sends: [sent]}), {result: 'a1', sends: 1, finds: 0, doubts: 0});
});

for (const code of ['network', 'timeout', 'unavailable', 'bad-response'] as const) {
  test(`after "${code}" it asks what became of the sending, and does not send again when it arrived`, async () => {
    assert.deepEqual(await run({sends: [code], finds: [sent]}), {
      result: 'a1',
      sends: 1,
      finds: 1,
      doubts: 1,
    });
  });
}

for (const code of [
  'rejected',
  'conflict',
  'forbidden',
  'unauthorized',
  'rate-limited',
  'api-version',
  'aborted',
] as const) {
  test(`"${code}" is an answer: nothing is asked and nothing sent again`, async () => {
    assert.deepEqual(await run({sends: [code]}), {result: code, sends: 1, finds: 0, doubts: 0});
  });
}

test('it sends again, under the same key, only when nothing arrived', async () => {
  const outcome = await run({sends: ['network', sent], finds: ['not-found']});
  assert.deepEqual(outcome, {result: 'a1', sends: 2, finds: 1, doubts: 1});
});

test('while asking fails it does not send again', async () => {
  const outcome = await run({sends: ['timeout'], finds: ['network', 'timeout', sent]});
  assert.deepEqual(outcome, {result: 'a1', sends: 1, finds: 3, doubts: 3});
});

test('what could not be found out is said so, and it was sent once', async () => {
  const outcome = await run({sends: ['timeout'], finds: ['network', 'network', 'network']});
  assert.deepEqual({result: outcome.result, sends: outcome.sends}, {result: 'unknown-outcome', sends: 1});
});

test('a first sending that is still being worked on is waited for, not repeated', async () => {
  const outcome = await run({sends: ['timeout', 'conflict'], finds: ['not-found', sent]});
  assert.deepEqual(outcome, {result: 'a1', sends: 2, finds: 2, doubts: 2});
});

test('the API may still refuse the second sending, and that is the answer', async () => {
  const outcome = await run({sends: ['network', 'rejected'], finds: ['not-found']});
  assert.deepEqual({result: outcome.result, sends: outcome.sends}, {result: 'rejected', sends: 2});
});

test('a session that ends while asking is told, not hidden behind a second sending', async () => {
  const outcome = await run({sends: ['network'], finds: ['unauthorized']});
  assert.deepEqual({result: outcome.result, sends: outcome.sends}, {result: 'unauthorized', sends: 1});
});

test('leaving the page ends the waiting at once', async () => {
  const leaving = new AbortController();
  const send = script(['network']);
  const find = script([]);
  const pending = sendOnce({findSubmission: find.act}, key, send.act, {
    signal: leaving.signal,
    waits: [60_000],
    onUncertain: () => queueMicrotask(() => leaving.abort()),
  });
  await assert.rejects(pending, {code: 'aborted'});
  assert.equal(find.calls(), 0);
});

test('a page that was left before the waiting starts does not wait either', async () => {
  const leaving = new AbortController();
  const send = script(['network']);
  const pending = sendOnce({findSubmission: script([]).act}, key, send.act, {
    signal: leaving.signal,
    waits: [60_000],
    onUncertain: () => leaving.abort(),
  });
  await assert.rejects(pending, {code: 'aborted'});
});
