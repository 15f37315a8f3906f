import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {leafletApplication} from '../../../demo/sandbox/index.js';
import {answering, trail} from '../../../src/schemas/answer.js';
import {contract, contractPage} from '../../../src/schemas/contract.js';
import {mailList} from '../../../src/schemas/office.js';
import {registerCheck} from '../../../src/schemas/register.js';
import {keyOf, read, readProblem, submitAndIssue, type GetServed, type Send, type Served} from './serve.js';

const accepted = (revision = 0) => ({body: {outcome: 'accepted', revision}});
const returned = (reason: string, revision = 0) => ({body: {outcome: 'returned', revision, reason}});

/** A contract that its obligee has opened with number and key. */
async function openedContract(served: Served) {
  const [contractor, obligee, office] = [
    await served.as('contractor'),
    await served.as('obligee'),
    await served.as('surety'),
  ];
  const [number = ''] = (await submitAndIssue(served)).numbers;
  const body = {contractNumber: number, authKey: await keyOf(contractor, number)};
  const open = (who: Send = obligee) => who('POST', '/v1/register/checks', {body});
  const check = read(registerCheck, await open());
  const answers = `/v1/register/contracts/${number}/answers`;
  const releases = `/v1/register/contracts/${number}/releases`;
  const detail = async () => read(contract, await contractor('GET', `/v1/contracts/${number}`));
  const mails = async () => {
    const {items} = read(mailList, await contractor('GET', '/v1/mails'));
    return items.filter(({text}) => text.includes(number)).map(({subject}) => subject);
  };
  const change = (revision: number) =>
    office('POST', `/v1/office/contracts/${number}/changes`, {
      body: {revision, reason: '増額のため', guaranteeAmount: 21_000_000 + revision},
      headers: {'Idempotency-Key': crypto.randomUUID()},
    });
  return {contractor, obligee, office, number, open, check, answers, releases, detail, mails, change};
}

/** 受領, 差戻し and 返還 by the obligee. */
export function answerSuite(served: GetServed): void {
  describe('an answer of the obligee', () => {
    it('is seen by the contractor in list, detail and timeline, and told by mail', async () => {
      const {contractor, obligee, number, check, answers, detail, mails} = await openedContract(served());
      assert.deepEqual(check.answering, {
        mayAnswer: true,
        revision: 0,
        answer: null,
        releasedOn: null,
        withdrawableUntil: null,
      });
      const reply = read(answering, await obligee('POST', answers, accepted()));
      assert.equal(reply.answer?.outcome, 'accepted');
      const seen = await detail();
      assert.deepEqual(seen.answer, reply.answer);
      assert.deepEqual(
        seen.timeline?.map(({type}) => type),
        ['applied', 'issued', 'opened', 'accepted'],
      );
      const {items} = read(contractPage, await contractor('GET', `/v1/contracts?q=${number}`));
      assert.deepEqual(
        items.map(row => row.answer),
        [reply.answer],
      );
      assert.equal((await mails())[0], '発注者様が保証証書を受領されました');
    });

    it('that sends back needs a reason, which the contractor reads', async () => {
      const {obligee, contractor, answers, detail} = await openedContract(served());
      for (const body of [
        {outcome: 'returned', revision: 0},
        {outcome: 'returned', revision: 0, reason: ' '},
      ]) {
        const {errors} = readProblem(await obligee('POST', answers, {body}), 422, 'rejected');
        assert.deepEqual(
          errors?.map(({pointer}) => pointer),
          ['/reason'],
        );
        assert.match(errors?.[0]?.detail ?? '', /理由/);
      }
      const reason = '工期の終わりが契約書と違います。';
      read(answering, await obligee('POST', answers, returned(reason)));
      const {answer, timeline} = await detail();
      assert.deepEqual([answer?.outcome, answer?.reason], ['returned', reason]);
      assert.deepEqual([timeline?.at(-1)?.type, timeline?.at(-1)?.reason], ['returned', reason]);
      const {items} = read(mailList, await contractor('GET', '/v1/mails'));
      assert.ok(items[0]?.text.includes(reason));
    });

    it('said twice is one answer and one mail, and 差戻し can become 受領 but not the other way', async () => {
      const {obligee, answers, mails, detail} = await openedContract(served());
      for (let count = 0; count < 2; count++)
        read(answering, await obligee('POST', answers, returned('宛先')));
      assert.equal((await mails()).filter(subject => subject.includes('差し戻')).length, 1);
      read(answering, await obligee('POST', answers, accepted()));
      readProblem(await obligee('POST', answers, returned('やはり')), 409, 'conflict');
      assert.equal((await detail()).answer?.outcome, 'accepted');
    });

    it('can be taken back for ten minutes, and the one before it holds again', async () => {
      const {obligee, answers, detail, mails} = await openedContract(served());
      read(answering, await obligee('POST', answers, returned('宛先が違います。')));
      served().clock.advance(1);
      const {withdrawableUntil} = read(answering, await obligee('POST', answers, accepted()));
      const left = (Date.parse(withdrawableUntil ?? '') - served().clock.now().getTime()) / 1000;
      assert.ok(left > 598 && left <= 600, String(left));
      served().clock.advance(590);
      const back = read(answering, await obligee('DELETE', answers));
      assert.equal(back.answer?.outcome, 'returned');
      assert.deepEqual(
        (await detail()).timeline?.map(({type}) => type),
        ['applied', 'issued', 'opened', 'returned'],
      );
      assert.equal((await mails())[0], '発注者様が回答を取り消されました');
      served().clock.advance(30);
      readProblem(await obligee('DELETE', answers), 409, 'conflict');
    });

    it('is asked for again after a change, and an answer to the older revision is refused', async () => {
      const {obligee, answers, change, open, detail, mails} = await openedContract(served());
      read(answering, await obligee('POST', answers, accepted()));
      read(contract, await change(0));
      assert.deepEqual([(await detail()).revision, (await detail()).answer?.revision], [1, 0]);
      const seen = read(registerCheck, await open()).answering;
      assert.deepEqual([seen?.revision, seen?.answer?.revision, seen?.withdrawableUntil], [1, 0, null]);
      readProblem(await obligee('POST', answers, accepted(0)), 409, 'conflict');
      readProblem(await obligee('DELETE', answers), 409, 'conflict');
      const {answer} = read(answering, await obligee('POST', answers, accepted(1)));
      assert.equal(answer?.revision, 1);
      assert.deepEqual(
        (await detail()).timeline?.map(({type}) => type),
        ['applied', 'issued', 'opened', 'accepted', 'changed', 'opened', 'accepted'],
      );
      assert.equal((await mails()).filter(subject => subject.includes('受領され')).length, 2);
    });

    it('is for the obligee concerned alone, and only after opening with number and key', async () => {
      const {open, answers, releases, number} = await openedContract(served());
      const other = await served().as('obligee', 'obligee-2');
      const unopened = readProblem(await other('POST', answers, accepted()), 404, 'not-found');
      const unknown = readProblem(
        await other('POST', '/v1/register/contracts/99999-999999/answers', accepted()),
        404,
        'not-found',
      );
      assert.deepEqual(unopened, unknown);
      assert.equal(read(registerCheck, await open(other)).answering?.mayAnswer, false);
      readProblem(await other('POST', answers, accepted()), 403, 'forbidden');
      readProblem(await other('DELETE', answers), 403, 'forbidden');
      readProblem(await other('POST', releases, {body: {releasedOn: '2026-03-02'}}), 403, 'forbidden');
      for (const role of ['contractor', 'surety'] as const)
        readProblem(await (await served().as(role))('POST', answers, accepted()), 403, 'forbidden');
      readProblem(await served().nobody('POST', answers, accepted()), 401, 'unauthorized');
      const fresh = (await submitAndIssue(served())).numbers[0] ?? '';
      assert.notEqual(fresh, number);
      const obligee = await served().as('obligee');
      const early = await obligee('POST', `/v1/register/contracts/${fresh}/answers`, accepted());
      readProblem(early, 404, 'not-found');
    });

    it('may be given where the obligee was typed in by hand and its name is the same', async () => {
      const content = leafletApplication({obligee: {code: null, name: 'にかほ 市'}});
      const [number = ''] = (await submitAndIssue(served(), content)).numbers;
      const body = {contractNumber: number, authKey: await keyOf(await served().as('contractor'), number)};
      for (const [accountId, mayAnswer] of [
        ['obligee-1', true],
        ['obligee-2', false],
      ] as const) {
        const obligee = await served().as('obligee', accountId);
        const check = read(registerCheck, await obligee('POST', '/v1/register/checks', {body}));
        assert.equal(check.answering?.mayAnswer, mayAnswer);
      }
    });

    it('is refused once the contract is cancelled', async () => {
      const {obligee, office, number, answers} = await openedContract(served());
      await office('POST', `/v1/office/contracts/${number}/cancel`, {body: {reason: '解除'}});
      readProblem(await obligee('POST', answers, accepted()), 409, 'conflict');
    });
  });

  describe('返還', () => {
    const today = () => new Date(served().clock.now().getTime() + 9 * 3_600_000).toISOString().slice(0, 10);

    it('ends a guarantee that was accepted, with its day, and can be taken back for ten minutes', async () => {
      const {obligee, contractor, number, answers, releases, detail, mails} = await openedContract(served());
      const body = {releasedOn: today()};
      readProblem(await obligee('POST', releases, {body}), 409, 'conflict');
      read(answering, await obligee('POST', answers, accepted()));
      assert.equal(read(answering, await obligee('POST', releases, {body})).releasedOn, today());
      const ended = await detail();
      assert.deepEqual([ended.state, ended.releasedOn], ['released', today()]);
      assert.deepEqual([ended.timeline?.at(-1)?.type, ended.timeline?.at(-1)?.day], ['released', today()]);
      assert.equal((await mails())[0], '保証証書が返還されました');
      for (const [state, found] of [
        ['released', 1],
        ['in-force', 0],
      ] as const) {
        const page = await contractor('GET', `/v1/contracts?q=${number}&state=${state}`);
        assert.equal(read(contractPage, page).items.length, found);
      }
      readProblem(await obligee('POST', answers, returned('まだ')), 409, 'conflict');
      assert.equal(read(answering, await obligee('DELETE', releases)).releasedOn, null);
      assert.equal((await detail()).state, 'in-force');
      read(answering, await obligee('POST', releases, {body}));
      served().clock.advance(601);
      readProblem(await obligee('DELETE', releases), 409, 'conflict');
    });

    it('has a day between the contract and today', async () => {
      const {obligee, answers, releases} = await openedContract(served());
      read(answering, await obligee('POST', answers, accepted()));
      for (const releasedOn of ['2020-01-01', '2099-01-01', '2026-02-30']) {
        const refused = await obligee('POST', releases, {body: {releasedOn}});
        const {errors} = readProblem(refused, 422, 'rejected');
        assert.equal(errors?.[0]?.pointer, '/releasedOn');
        assert.match(errors?.[0]?.detail ?? '', /返還日/);
      }
    });
  });

  describe('the audit log', () => {
    it('tells the office who did what and when, also what was taken back', async () => {
      const {obligee, contractor, office, number, answers, change} = await openedContract(served());
      await contractor('POST', `/v1/contracts/${number}/hand-ins`, {body: {}});
      await contractor('DELETE', `/v1/contracts/${number}/hand-ins`);
      await obligee('POST', answers, returned('宛先が違います。'));
      await obligee('DELETE', answers);
      await change(0);
      const {items} = read(trail, await office('GET', `/v1/office/contracts/${number}/trail`));
      assert.deepEqual(
        items.map(({type, accountId, revision}) => [type, accountId, revision]),
        [
          ['applied', 'contractor-1', 0],
          ['issued', 'surety-1', 0],
          ['opened', 'obligee-1', 0],
          ['handed-in', 'contractor-1', 0],
          ['hand-in-withdrawn', 'contractor-1', 0],
          ['returned', 'obligee-1', 0],
          ['answer-withdrawn', 'obligee-1', 0],
          ['changed', 'surety-1', 1],
        ],
      );
      assert.equal(items[5]?.reason, '宛先が違います。');
      assert.equal(items[5]?.accountName, 'にかほ市 財政課');
      assert.ok(items.every(({at}) => /\+09:00$/.test(at)));
      readProblem(await obligee('GET', `/v1/office/contracts/${number}/trail`), 403, 'forbidden');
    });
  });
}
