import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {createMemoryStore} from '../../demo/sandbox/store/memory.js';
import {openPgliteStore} from '../../demo/sandbox/store/pglite.js';
import {temporaryFolder} from './support/data-directory.js';
import {keyOf, readProblem, serveSandbox, submitAndIssue, type Send, type Served} from './support/serve.js';

const GUESSES = 400;
/** For a figure to be told, more of them: `TIMING_ROUNDS=2000`. */
const ROUNDS = Number(process.env['TIMING_ROUNDS'] ?? 200);
const WARM_UP = 20;
const KEY_SIGNS = 'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789';

/** A guess that can be a key; the same on every run. */
const guess = (index: number): string =>
  Array.from(
    {length: 12},
    (_, at) => KEY_SIGNS[(index * 31 + at * 7 + (index >> at)) % KEY_SIGNS.length],
  ).join('');

const check = (client: Send, contractNumber: string, authKey: string) =>
  client('POST', '/v1/register/checks', {body: {contractNumber, authKey}});

const median = (times: number[]) =>
  times.sort((one, other) => one - other)[Math.floor(times.length / 2)] ?? NaN;

/** Somebody tries to get in; what it gets is printed. */
describe('brute force at the register', () => {
  let served: Served;
  let numbers: string[];
  let rightKey: string;

  before(async () => {
    served = await serveSandbox();
    ({numbers} = await submitAndIssue(served));
    rightKey = await keyOf(await served.as('contractor'), numbers[0] ?? '');
  });
  after(() => served.close());

  /** Guesses as fast as it is let to, for so many hours of the clock; gives what was answered. */
  async function attack(accountId: string, target: (index: number) => string, hours: number) {
    const end = served.clock.now().getTime() + hours * 3_600_000;
    const answers = {guesses: 0, refused: 0, texts: new Set<string>()};
    for (let index = 0; served.clock.now().getTime() < end && index < GUESSES; index++) {
      const client = await served.as('obligee', accountId); // a session lasts a quarter of an hour
      const reply = await check(client, target(index), guess(index));
      if (reply.status === 429) {
        answers.refused++;
        served.clock.advance(readProblem(reply, 429, 'rate-limited').retryAfter ?? 1);
        continue;
      }
      readProblem(reply, 404, 'not-found');
      answers.guesses++;
      answers.texts.add(reply.text);
    }
    return answers;
  }

  it('lets three clients of two accounts make few guesses a day at one number, and tells them nothing', async test => {
    const got = [];
    for (const accountId of ['obligee-1', 'obligee-2', 'obligee-1'])
      got.push(await attack(accountId, () => numbers[0] ?? '', 24));
    const guesses = got.reduce((sum, {guesses: each}) => sum + each, 0);
    test.diagnostic(
      `${got.length} clients, 24 h each at one number: ${got.map(each => `${each.guesses} guesses (${each.refused} refused)`).join(', ')}`,
    );
    test.diagnostic(`${guesses} of 62^12 = 3.2e21 keys: chance ${(guesses / 62 ** 12).toExponential(1)}`);
    assert.ok(guesses <= 3 * 110, String(guesses));
    assert.equal(new Set(got.flatMap(({texts}) => [...texts])).size, 1);
  });

  it('limits one client over many numbers as well', async test => {
    served.clock.advance(3_601);
    const got = await attack('obligee-1', index => `77777-${String(index).padStart(6, '0')}`, 24);
    test.diagnostic(
      `1 client, 24 h over ${got.guesses} numbers: ${got.guesses} guesses (${got.refused} refused)`,
    );
    assert.ok(got.guesses <= 110, String(got.guesses));
    assert.equal(got.texts.size, 1);
  });

  it('still opens for the right key once the wait is over', async () => {
    served.clock.advance(3_601);
    const reply = await check(await served.as('obligee', 'obligee-2'), numbers[0] ?? '', rightKey);
    assert.equal(reply.status, 200);
  });

  it('does not open a neighbour, whose rows are read where a number is unknown', async () => {
    served.clock.advance(3_601);
    const [prefix = '', digits = ''] = (numbers[0] ?? '').split('-');
    for (const step of [-1, 1]) {
      const neighbour = `${prefix}-${String(Number(digits) + step).padStart(6, '0')}`;
      if (numbers.includes(neighbour)) continue;
      const reply = await check(await served.as('obligee', 'obligee-2'), neighbour, rightKey);
      readProblem(reply, 404, 'not-found');
    }
  });
});

const folder = temporaryFolder();
after(folder.remove);

for (const [name, openStore] of [
  ['in memory', async () => createMemoryStore()],
  ['in the embedded database', async () => openPgliteStore(folder.path)],
] as const) {
  describe(`the time of an answer at the register, ${name}`, () => {
    let served: Served;
    before(async () => {
      served = await serveSandbox({store: await openStore()});
    });
    after(() => served.close());

    it('is the same for a wrong key as for an unknown number', async test => {
      const {numbers} = await submitAndIssue(served);
      // As many as there are real ones, so that the tries of both are counted on from the times before.
      const unknown = ['00000-000001', '88888-000001'];
      const times: Record<'wrong' | 'unknown', number[]> = {wrong: [], unknown: []};
      const ask = async (kind: 'wrong' | 'unknown', round: number) => {
        served.clock.advance(3_601); // after the wait is over
        const asked = kind === 'wrong' ? numbers : unknown;
        const number = asked[round % 2] ?? '';
        const client = await served.as('obligee', 'obligee-1');
        const begin = performance.now();
        const {status} = await check(client, number, guess(round));
        const time = performance.now() - begin;
        assert.equal(status, 404);
        return time;
      };
      for (let round = -WARM_UP; round < ROUNDS; round++) {
        // In turn, so that neither kind meets a busier machine.
        for (const kind of round % 2 ? (['wrong', 'unknown'] as const) : (['unknown', 'wrong'] as const)) {
          const time = await ask(kind, round + WARM_UP);
          if (round >= 0) times[kind].push(time);
        }
      }
      const [wrong, none] = [median(times.wrong), median(times.unknown)];
      test.diagnostic(
        `median of ${ROUNDS} each: wrong key ${wrong.toFixed(3)} ms, unknown number ${none.toFixed(3)} ms, ratio ${(wrong / none).toFixed(3)}`,
      );
      assert.deepEqual([times.wrong.length, times.unknown.length], [ROUNDS, ROUNDS]);
    });
  });
}
