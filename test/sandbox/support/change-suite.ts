import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {contract} from '../../../src/schemas/contract.js';
import {mailList, officeContractList} from '../../../src/schemas/office.js';
import {registerCheck} from '../../../src/schemas/register.js';
import {keyOf, read, readProblem, submitAndIssue, type GetServed, type Send} from './serve.js';

const change = (office: Send, number: string, body: object, key: string = crypto.randomUUID()) =>
  office('POST', `/v1/office/contracts/${number}/changes`, {body, headers: {'Idempotency-Key': key}});

/** 変更 and 取消 by the office. */
export function changeSuite(served: GetServed): void {
  describe('a change', () => {
    const longer = {
      revision: 0,
      reason: '工期の延長及び請負金額の増額のため',
      guaranteeAmount: 22_000_000,
      worksPrice: 55_000_000,
      period: {from: '2026-02-21', to: '2027-03-31'},
    };

    it('makes the next revision with the whole content, and the key stays', async () => {
      const {as, clock} = served();
      const [contractor, office, obligee] = [await as('contractor'), await as('surety'), await as('obligee')];
      const {numbers} = await submitAndIssue(served());
      const [number = ''] = numbers;
      const authKey = await keyOf(contractor, number);
      clock.advance(90);

      const changed = read(contract, await change(office, number, longer));
      assert.deepEqual(
        [changed.revision, changed.guaranteeAmount, changed.worksPrice],
        [1, 22_000_000, 55_000_000],
      );
      assert.equal(changed.validUntil, '2027-03-31');
      assert.deepEqual(changed.worksPeriod, longer.period);
      assert.deepEqual(
        changed.revisions.map(({revision}) => revision),
        [1, 0],
      );
      const body = {contractNumber: number, authKey};
      const {certificates} = read(registerCheck, await obligee('POST', '/v1/register/checks', {body}));
      const [first, second] = certificates;
      assert.ok(first && second && certificates.length === 2);
      assert.deepEqual([first.guaranteeAmount, second.guaranteeAmount], [20_000_000, 22_000_000]);
      assert.equal(second.changeReason, longer.reason);
      assert.deepEqual(second.works.period, longer.period);
      assert.deepEqual([second.contractor, second.works.name], [first.contractor, first.works.name]);
      assert.ok(second.arrivedAt > first.arrivedAt);
      assert.equal(await keyOf(contractor, number), authKey);
      const {items} = read(mailList, await contractor('GET', '/v1/mails'));
      assert.ok(items.some(({text}) => text.includes(`${number}（変更1）`)));
    });

    it('is refused when another one came first, and repeated under the same key makes no second one', async () => {
      const office = await served().as('surety');
      const {numbers} = await submitAndIssue(served());
      const [number = ''] = numbers;
      const key = crypto.randomUUID();
      const once = read(contract, await change(office, number, longer, key));
      const again = await change(office, number, longer, key);
      assert.deepEqual(again.json, once);
      readProblem(await change(office, number, longer), 409, 'conflict');
    });

    it('must change something, in the right order and within the price', async () => {
      const office = await served().as('surety');
      const {numbers} = await submitAndIssue(served());
      const [number = ''] = numbers;
      const pointersOf = async (body: object) =>
        readProblem(await change(office, number, body), 422, 'rejected').errors?.map(({pointer}) => pointer);
      assert.deepEqual(await pointersOf({revision: 0, reason: '変更'}), ['']);
      const backwards = {from: '2027-01-02', to: '2027-01-01'};
      assert.deepEqual(await pointersOf({revision: 0, reason: '変更', period: backwards}), ['/period']);
      assert.deepEqual(await pointersOf({revision: 0, reason: '変更', guaranteeAmount: 50_000_001}), [
        '/guaranteeAmount',
      ]);
      assert.deepEqual(await pointersOf({revision: 0, reason: '変更', worksPrice: 100}), ['/worksPrice']);
      assert.deepEqual(await pointersOf({revision: 0, reason: '', guaranteeAmount: 1}), ['/reason']);
    });

    it('after a cancellation is refused, and the obligee sees that it is cancelled', async () => {
      const {as} = served();
      const [contractor, office, obligee] = [await as('contractor'), await as('surety'), await as('obligee')];
      const {numbers} = await submitAndIssue(served());
      const [number = ''] = numbers;
      const cancel = () =>
        office('POST', `/v1/office/contracts/${number}/cancel`, {body: {reason: '請負契約の解除'}});
      assert.equal(read(contract, await cancel()).state, 'cancelled');
      readProblem(await cancel(), 409, 'conflict');
      readProblem(await change(office, number, longer), 409, 'conflict');
      const body = {contractNumber: number, authKey: await keyOf(contractor, number)};
      assert.equal(
        read(registerCheck, await obligee('POST', '/v1/register/checks', {body})).state,
        'cancelled',
      );
      const {items} = read(officeContractList, await office('GET', `/v1/office/contracts?q=${number}`));
      assert.deepEqual(
        items.map(row => [row.number, row.state]),
        [[number, 'cancelled']],
      );
    });
  });

  describe('a contract', () => {
    it('has expired on the day after 保証期限, in Japan', async () => {
      const {as, clock} = served();
      const {numbers} = await submitAndIssue(served());
      const contractor = async () => as('contractor');
      const stateNow = async () =>
        read(contract, await (await contractor())('GET', `/v1/contracts/${numbers[0] ?? ''}`)).state;
      const lastSecond = (Date.parse('2027-03-19T23:59:59+09:00') - clock.now().getTime()) / 1000;
      clock.advance(lastSecond);
      assert.equal(await stateNow(), 'in-force');
      clock.advance(1);
      assert.equal(await stateNow(), 'expired');
      clock.advance(-lastSecond - 1);
    });
  });
}
