import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {leafletApplication} from '../../../demo/sandbox/index.js';
import {contract, contractPage} from '../../../src/schemas/contract.js';
import {read, readProblem, submitAndIssue, type GetServed} from './serve.js';

/** 「渡しました」: the contractor's own record. */
export function handInSuite(served: GetServed): void {
  describe('a record that the notice was handed in', () => {
    it('has the time of the first time, is seen in detail and list, and can be taken back', async () => {
      const {as, clock} = served();
      const contractor = await as('contractor');
      const [number = ''] = (await submitAndIssue(served())).numbers;
      const path = `/v1/contracts/${number}/hand-ins`;
      const detail = async () => read(contract, await contractor('GET', `/v1/contracts/${number}`));
      assert.equal((await detail()).handedInAt, null);

      const recorded = read(contract, await contractor('POST', path, {body: {}}));
      const at = recorded.handedInAt;
      assert.match(at ?? '', /^2026-03-\d\dT\d\d:\d\d:\d\d\+09:00$/);
      clock.advance(60);
      assert.equal(read(contract, await contractor('POST', path, {body: {}})).handedInAt, at);
      assert.equal((await detail()).handedInAt, at);
      const {items} = read(contractPage, await contractor('GET', `/v1/contracts?q=${number}`));
      assert.deepEqual(
        items.map(row => row.handedInAt),
        [at],
      );

      assert.equal(read(contract, await contractor('DELETE', path)).handedInAt, null);
      assert.equal((await detail()).handedInAt, null);
      const again = read(contract, await contractor('POST', path, {body: {}}));
      assert.ok(again.handedInAt && at && again.handedInAt > at);
    });

    it('stays when the contract is changed', async () => {
      const {as} = served();
      const [contractor, office] = [await as('contractor'), await as('surety')];
      const [number = ''] = (await submitAndIssue(served())).numbers;
      const path = `/v1/contracts/${number}/hand-ins`;
      const {handedInAt} = read(contract, await contractor('POST', path, {body: {}}));
      const body = {revision: 0, reason: '増額のため', guaranteeAmount: 21_000_000};
      const headers = {'Idempotency-Key': crypto.randomUUID()};
      const changes = `/v1/office/contracts/${number}/changes`;
      assert.equal(read(contract, await office('POST', changes, {body, headers})).handedInAt, handedInAt);
    });

    it('is made by the contractor alone, and only where there is a notice', async () => {
      const {as} = served();
      const content = leafletApplication();
      const advance = content.guarantees['advance-payment'];
      assert.ok(advance);
      const guarantees = {'advance-payment': {...advance, certificateForm: 'paper' as const}};
      const [paper = ''] = (await submitAndIssue(served(), {...content, guarantees})).numbers;
      const path = `/v1/contracts/${paper}/hand-ins`;
      readProblem(await (await as('contractor'))('POST', path, {body: {}}), 404, 'not-found');
      const [number = ''] = (await submitAndIssue(served())).numbers;
      const other = await as('contractor', 'contractor-2');
      readProblem(await other('POST', `/v1/contracts/${number}/hand-ins`, {body: {}}), 404, 'not-found');
      readProblem(await other('DELETE', `/v1/contracts/${number}/hand-ins`), 404, 'not-found');
      const obligee = await as('obligee');
      readProblem(await obligee('POST', `/v1/contracts/${number}/hand-ins`, {body: {}}), 403, 'forbidden');
    });
  });
}
