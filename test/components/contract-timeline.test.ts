import {expect} from '@open-wc/testing';
import {
  authKey,
  contractNumber as number,
  mountDetail,
  type ContractDetail,
} from '../support/contract-detail.js';
import {asObligee} from '../support/obligee.js';
import {changeContract} from '../support/office.js';

async function mountTimeline(now = '2026-03-02T10:15:00+09:00') {
  const {detail, sandbox} = await mountDetail({now: () => new Date(now)});
  return {detail, sandbox, obligee: await asObligee(sandbox)};
}

const open = (obligee: Awaited<ReturnType<typeof asObligee>>) =>
  obligee('POST', '/v1/register/checks', {contractNumber: number, authKey});
const answer = (obligee: Awaited<ReturnType<typeof asObligee>>, body: object) =>
  obligee('POST', `/v1/register/contracts/${number}/answers`, body);

const names = (detail: ContractDetail) => detail.timeline().map(({name}) => name);

describe('the timeline of a contract', () => {
  it('tells what happened when, and in words what is to come', async () => {
    const {detail} = await mountTimeline();
    expect(detail.timeline()).to.deep.equal([
      {name: '申込', when: '2026/03/02 10:15'},
      {name: '発行', when: '2026/03/02 10:15'},
      {name: '発注者に渡す', when: 'これから'},
      {name: '発注者が受領', when: 'これから'},
      {name: '満了（令和9年3月19日）', when: 'これから'},
      {name: '返還', when: 'これから'},
    ]);
    await expect(detail.element).to.be.accessible();
  });

  it('shows that the obligee has opened and accepted it, and asks for nothing more', async () => {
    const {detail, obligee} = await mountTimeline();
    await open(obligee);
    await detail.reload();
    expect(names(detail)).to.include('発注者が保証証書を開いた');
    expect(detail.stepsToCome()).to.not.include('発注者に渡す');
    await answer(obligee, {outcome: 'accepted', revision: 0});
    await detail.reload();
    expect(names(detail)).to.include('発注者が受領');
    expect(detail.stepsToCome()).to.deep.equal(['満了（令和9年3月19日）', '返還']);
    expect(detail.part('standing')).to.contain('にかほ市が受領しました');
    expect([detail.part('submission'), detail.part('hand-in')]).to.deep.equal([undefined, undefined]);
    await expect(detail.element).to.be.accessible();
  });

  it('shows why it came back and what to do next, and waits for an answer to the change', async () => {
    const {detail, obligee, sandbox} = await mountTimeline();
    const reason = '<b>工期</b>の終わりが契約書と違います。';
    await open(obligee);
    await answer(obligee, {outcome: 'returned', revision: 0, reason});
    await detail.reload();
    expect(detail.returnReason()).to.equal(reason);
    expect(detail.part('returned')).to.contain('取扱箇所');
    expect(detail.hasButton('渡しました')).to.equal(true);
    await expect(detail.element).to.be.accessible();
    await changeContract(sandbox, number);
    await detail.reload();
    expect(detail.part('returned')).to.equal(undefined);
    expect(names(detail)).to.include('変更1');
    expect(detail.stepsToCome()).to.deep.equal(['発注者が変更1を受領', '満了（令和9年6月30日）', '返還']);
  });

  it('ends with 満了 and 返還', async () => {
    const {detail, obligee} = await mountTimeline('2027-04-01T09:00:00+09:00');
    await open(obligee);
    await answer(obligee, {outcome: 'accepted', revision: 0});
    await obligee('POST', `/v1/register/contracts/${number}/releases`, {releasedOn: '2027-04-01'});
    await detail.reload();
    expect(detail.stepsToCome()).to.deep.equal([]);
    expect(detail.timeline()).to.deep.include({name: '返還', when: '2027年4月1日'});
    expect(detail.state).to.equal('返還済');
    await expect(detail.element).to.be.accessible();
  });
});
