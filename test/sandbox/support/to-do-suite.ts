import {handInState} from '../../../src/domain/contract-to-do.js';
import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {leafletApplication} from '../../../demo/sandbox/index.js';
import type {ApplicationContent} from '../../../src/schemas/application.js';
import {contractPage, type ContractToDo} from '../../../src/schemas/contract.js';
import {keyOf, read, readProblem, submitAndIssue, type GetServed} from './serve.js';

/** The leaflet's advance payment guarantee alone, with a 保証期限. */
function endingOn(until: string | null, certificateForm: 'electronic' | 'paper'): ApplicationContent {
  const content = leafletApplication();
  const advance = content.guarantees['advance-payment'];
  assert.ok(advance);
  return {
    ...content,
    works: {...content.works, period: until ? {from: '2026-02-21', to: until} : null},
    guarantees: {'advance-payment': {...advance, certificateForm}},
  };
}

/** What the contractor still has to do, as every store tells it. */
export function toDoSuite(served: GetServed): void {
  describe('what is still to be done about contracts', () => {
    it('is handing in, telling of a later change, and a 保証期限 in thirty days, for what is in force', async () => {
      const {as, clock} = served();
      const [contractor, office] = [await as('contractor'), await as('surety')];
      const day = (days: number) =>
        new Date(clock.now().getTime() + (days * 24 + 9) * 3_600_000).toISOString().slice(0, 10);
      const issue = async (until: string | null, form: 'electronic' | 'paper') =>
        (await submitAndIssue(served(), endingOn(until, form))).numbers[0] ?? '';
      const [endless, late, soon, paper, gone] = [
        await issue(null, 'electronic'),
        await issue(day(31), 'electronic'),
        await issue(day(30), 'electronic'),
        await issue(day(30), 'paper'),
        await issue(day(30), 'electronic'),
      ];
      const list = async (toDo: ContractToDo) => {
        const page = read(contractPage, await contractor('GET', `/v1/contracts?toDo=${toDo}&limit=200`));
        assert.equal(page.total, page.items.length);
        const ours = [endless, late, soon, paper, gone];
        return page.items.flatMap(({number}) => (ours.includes(number) ? [number] : [])).sort();
      };
      const handIn = (number: string) => contractor('POST', `/v1/contracts/${number}/hand-ins`, {body: {}});
      await office('POST', `/v1/office/contracts/${gone}/cancel`, {body: {reason: '解除'}});

      assert.deepEqual(await list('hand-in'), [endless, late, soon].sort());
      assert.deepEqual(await list('hand-in-again'), []);
      assert.deepEqual(await list('expiring'), [soon, paper].sort());

      await handIn(late);
      clock.advance(60);
      const body = {revision: 0, reason: '増額のため', guaranteeAmount: 21_000_000};
      const headers = {'Idempotency-Key': crypto.randomUUID()};
      await office('POST', `/v1/office/contracts/${late}/changes`, {body, headers});
      assert.deepEqual(await list('hand-in'), [endless, soon].sort());
      assert.deepEqual(await list('hand-in-again'), [late]);

      clock.advance(60);
      await handIn(late); // what was changed was handed in again
      assert.deepEqual(await list('hand-in-again'), []);
    });

    it('is seeing to what the obligee sent back, until it is handed in again, and nothing once it is accepted', async () => {
      const {as, clock} = served();
      const [contractor, obligee] = [await as('contractor'), await as('obligee')];
      const [number = ''] = (await submitAndIssue(served(), endingOn(null, 'electronic'))).numbers;
      const body = {contractNumber: number, authKey: await keyOf(contractor, number)};
      await obligee('POST', '/v1/register/checks', {body});
      const answer = async (answered: object) => {
        const path = `/v1/register/contracts/${number}/answers`;
        assert.equal((await obligee('POST', path, {body: {revision: 0, ...answered}})).status, 200);
      };
      const handIn = () => contractor('POST', `/v1/contracts/${number}/hand-ins`, {body: {}});
      const toDos = async () => {
        const found: ContractToDo[] = [];
        for (const toDo of ['returned', 'hand-in', 'hand-in-again', 'expiring'] as const) {
          const page = await contractor('GET', `/v1/contracts?toDo=${toDo}&q=${number}`);
          if (read(contractPage, page).items.length > 0) found.push(toDo);
        }
        return found;
      };
      assert.deepEqual(await toDos(), ['hand-in']);
      await handIn();
      assert.deepEqual(await toDos(), []);
      clock.advance(60);
      await answer({outcome: 'returned', reason: '宛先が違います。'});
      assert.deepEqual(await toDos(), ['returned']);
      clock.advance(60);
      await handIn();
      assert.deepEqual(await toDos(), []);
      await answer({outcome: 'accepted'});
      assert.deepEqual(await toDos(), []);
    });

    it('goes with how far the handing in is, which one can list by, too', async () => {
      const {as, clock} = served();
      const [contractor, obligee] = [await as('contractor'), await as('obligee')];
      const [number = ''] = (await submitAndIssue(served(), endingOn(null, 'electronic'))).numbers;
      const body = {contractNumber: number, authKey: await keyOf(contractor, number)};
      await obligee('POST', '/v1/register/checks', {body});
      const steps = {
        waiting: () => Promise.resolve(),
        'handed-in': () => contractor('POST', `/v1/contracts/${number}/hand-ins`, {body: {}}),
        returned: () => answer({outcome: 'returned', reason: '宛先が違います。'}),
        accepted: () => answer({outcome: 'accepted'}),
      };
      const answer = (answered: object) =>
        obligee('POST', `/v1/register/contracts/${number}/answers`, {body: {revision: 0, ...answered}});
      for (const [state, step] of Object.entries(steps)) {
        clock.advance(60);
        await step();
        for (const asked of Object.keys(steps)) {
          const path = `/v1/contracts?handIn=${asked}&limit=200`;
          const {items} = read(contractPage, await contractor('GET', path));
          assert.equal(
            items.some(row => row.number === number),
            asked === state,
            `${asked} while ${state}`,
          );
          for (const row of items) assert.equal(handInState(row), asked, row.number);
        }
      }
      readProblem(await contractor('GET', '/v1/contracts?handIn=everything'), 400, 'rejected');
    });

    it('is nobody else’s, and nothing that the API does not know', async () => {
      const {as} = served();
      const numbersOf = async (accountId: string) => {
        const contractor = await as('contractor', accountId);
        const page = await contractor('GET', '/v1/contracts?toDo=hand-in&limit=200');
        return read(contractPage, page).items.map(({number}) => number);
      };
      const [own, other] = [await numbersOf('contractor-1'), await numbersOf('contractor-2')];
      assert.ok(own.length > 0);
      assert.deepEqual(
        own.filter(number => other.includes(number)),
        [],
      );
      const contractor = await as('contractor');
      readProblem(await contractor('GET', '/v1/contracts?toDo=everything'), 400, 'rejected');
    });
  });
}
