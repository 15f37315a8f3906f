import assert from 'node:assert/strict';
import {beforeEach, describe, it} from 'node:test';
import {registerCheck} from '../../../src/schemas/register.js';
import {keyOf, read, readProblem, submitAndIssue, type GetServed, type Send} from './serve.js';

const WRONG = 'AAAAAAAAAAAA';
const HOUR = 3_601;

const check = (obligee: Send, contractNumber: string, authKey = WRONG) =>
  obligee('POST', '/v1/register/checks', {body: {contractNumber, authKey}});

/** Guessing at the register. */
export function rateLimitSuite(served: GetServed): void {
  describe('the register', () => {
    beforeEach(() => served().clock.advance(HOUR));

    it('answers an unknown number, a wrong key and paper with the same bytes', async () => {
      const {numbers} = await submitAndIssue(served());
      const obligee = await served().as('obligee');
      const unknown = await check(obligee, '99999-999999');
      const wrong = await check(obligee, numbers[0] ?? '');
      readProblem(unknown, 404, 'not-found');
      assert.equal(wrong.status, 404);
      assert.equal(wrong.text, unknown.text);
      const differing = (one: Headers, other: Headers) =>
        [...one].filter(([name, value]) => name !== 'date' && other.get(name) !== value);
      assert.deepEqual(differing(wrong.headers, unknown.headers), []);
      assert.deepEqual(differing(unknown.headers, wrong.headers), []);
    });

    it('takes five wrong tries, then makes each next one wait twice as long', async () => {
      const obligee = await served().as('obligee');
      for (let count = 0; count < 5; count++)
        readProblem(await check(obligee, '11111-111111'), 404, 'not-found');
      const waits: number[] = [];
      for (let count = 0; count < 4; count++) {
        const refused = await check(obligee, '11111-111111');
        const {retryAfter = 0} = readProblem(refused, 429, 'rate-limited');
        assert.equal(refused.headers.get('Retry-After'), String(retryAfter));
        waits.push(retryAfter);
        served().clock.advance(retryAfter);
        readProblem(await check(obligee, '11111-111111'), 404, 'not-found');
      }
      assert.deepEqual(waits, [5, 10, 20, 40]);
    });

    it('counts per client over all numbers, and per number over all clients', async () => {
      const {numbers} = await submitAndIssue(served());
      const [number = ''] = numbers;
      const one = await served().as('obligee', 'obligee-1');
      const other = await served().as('obligee', 'obligee-2');
      for (let count = 0; count < 5; count++)
        readProblem(await check(one, `22222-00000${count}`), 404, 'not-found');
      readProblem(await check(one, '22222-000009'), 429, 'rate-limited');
      readProblem(await check(other, '22222-000009'), 404, 'not-found');
      served().clock.advance(HOUR);
      const fresh = [
        await served().as('obligee', 'obligee-1'),
        await served().as('obligee', 'obligee-2'),
      ] as const;
      for (let count = 0; count < 3; count++) readProblem(await check(fresh[0], number), 404, 'not-found');
      for (let count = 0; count < 2; count++) readProblem(await check(fresh[1], number), 404, 'not-found');
      readProblem(await check(fresh[1], number), 429, 'rate-limited');
    });

    it('does not say while one waits whether the key was right, and opens afterwards', async () => {
      const {numbers} = await submitAndIssue(served());
      const [number = ''] = numbers;
      const authKey = await keyOf(await served().as('contractor'), number);
      const obligee = await served().as('obligee');
      for (let count = 0; count < 5; count++) await check(obligee, number);
      const refused = await check(obligee, number, authKey);
      const {retryAfter = 0} = readProblem(refused, 429, 'rate-limited');
      served().clock.advance(retryAfter);
      assert.equal(read(registerCheck, await check(obligee, number, authKey)).contractNumber, number);
    });

    it('gives guesses no fresh start when the client knows one right key', async () => {
      const {numbers} = await submitAndIssue(served());
      const [number = ''] = numbers;
      const authKey = await keyOf(await served().as('contractor'), number);
      const obligee = await served().as('obligee');
      for (let count = 0; count < 4; count++) await check(obligee, `33333-00000${count}`);
      read(registerCheck, await check(obligee, number, authKey));
      readProblem(await check(obligee, '33333-000005'), 404, 'not-found');
      readProblem(await check(obligee, '33333-000006'), 429, 'rate-limited');
    });

    it('names the field when number or key cannot be one', async () => {
      const obligee = await served().as('obligee');
      const {errors} = readProblem(await check(obligee, '１２', 'short'), 422, 'rejected');
      assert.deepEqual(
        errors?.map(({pointer, code}) => [pointer, code]),
        [
          ['/contractNumber', 'contractNumber.characters'],
          ['/authKey', 'authKey.length'],
        ],
      );
    });
  });
}
