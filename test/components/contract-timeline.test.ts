import {expect} from '@open-wc/testing';
import {html} from 'lit';
import '../../components/contract-detail/define.js';
import type {SuretyContractDetail} from '../../components/contract-detail/contract-detail.js';
import type {Sandbox} from '../../demo/sandbox/index.js';
import {leafletKeys} from '../../demo/sandbox/samples.js';
import {mountWithSandbox, settled} from '../support/mount.js';
import {asObligee} from '../support/obligee.js';
import {changeContract} from '../support/office.js';
import {find, findAll, findButton, textOf} from '../support/shadow.js';

const {number, authKey} = leafletKeys['advance-payment'];

async function mountDetail(now = '2026-03-02T10:15:00+09:00') {
  const {el, sandbox} = await mountWithSandbox<SuretyContractDetail>(
    html`<surety-contract-detail contract-number=${number}></surety-contract-detail>`,
    {now: () => new Date(now)},
  );
  const reload = async () => {
    el.reload();
    await settled(el);
  };
  return {el, sandbox, reload, obligee: await asObligee(sandbox)};
}

const open = (obligee: Awaited<ReturnType<typeof asObligee>>) =>
  obligee('POST', '/v1/register/checks', {contractNumber: number, authKey});
const answer = (obligee: Awaited<ReturnType<typeof asObligee>>, body: object) =>
  obligee('POST', `/v1/register/contracts/${number}/answers`, body);

const lines = (el: Element) =>
  findAll(el, '.timeline li').map(line => `${line.dataset['state']}: ${textOf(line.querySelector('.what'))}`);

describe('the timeline of a contract', () => {
  it('tells what happened when, and in words what is to come', async () => {
    const {el} = await mountDetail();
    expect(lines(el)).to.deep.equal([
      'done: 申込',
      'done: 発行',
      'to-come: 発注者に渡す',
      'to-come: 発注者が受領',
      'to-come: 満了（令和9年3月19日）',
      'to-come: 返還',
    ]);
    expect(textOf(find(el, '[data-event=issued] time'))).to.equal('2026/03/02 10:15');
    expect(textOf(find(el, '[data-state=to-come] .when'))).to.equal('これから');
    await expect(el).to.be.accessible();
  });

  it('shows that the obligee has opened and accepted it, and asks for nothing more', async () => {
    const {el, obligee, reload} = await mountDetail();
    await open(obligee);
    await reload();
    expect(lines(el)).to.include('done: 発注者が保証証書を開いた');
    expect(lines(el)).to.not.include('to-come: 発注者に渡す');
    await answer(obligee, {outcome: 'accepted', revision: 0});
    await reload();
    expect(lines(el).slice(-3)).to.deep.equal([
      'done: 発注者が受領',
      'to-come: 満了（令和9年3月19日）',
      'to-come: 返還',
    ]);
    expect(textOf(find(el, '[part=standing]'))).to.contain('にかほ市が受領しました');
    expect(findAll(el, '[part=submission], [part=hand-in]')).to.have.length(0);
    await expect(el).to.be.accessible();
  });

  it('shows why it came back and what to do next, and waits for an answer to the change', async () => {
    const {el, obligee, reload, sandbox} = await mountDetail();
    const reason = '<b>工期</b>の終わりが契約書と違います。';
    await open(obligee);
    await answer(obligee, {outcome: 'returned', revision: 0, reason});
    await reload();
    const returned = find(el, '[part=returned]');
    expect(textOf(returned.querySelector('blockquote'))).to.equal(reason);
    expect(textOf(returned)).to.contain('取扱箇所');
    expect(findButton(el, '渡しました')).to.exist;
    await expect(el).to.be.accessible();
    await change(sandbox);
    await reload();
    expect(findAll(el, '[part=returned]')).to.have.length(0);
    expect(lines(el).slice(-4)).to.deep.equal([
      'done: 変更1',
      'to-come: 発注者が変更1を受領',
      'to-come: 満了（令和9年6月30日）',
      'to-come: 返還',
    ]);
  });

  it('ends with 満了 and 返還', async () => {
    const {el, obligee, reload} = await mountDetail('2027-04-01T09:00:00+09:00');
    await open(obligee);
    await answer(obligee, {outcome: 'accepted', revision: 0});
    await obligee('POST', `/v1/register/contracts/${number}/releases`, {releasedOn: '2027-04-01'});
    await reload();
    expect(lines(el).filter(line => line.startsWith('to-come'))).to.deep.equal([]);
    expect(lines(el)).to.include('done: 返還');
    expect(textOf(find(el, '[data-event=released] time'))).to.equal('2027年4月1日');
    expect(textOf(find(el, '[part=standing] .badge'))).to.equal('返還済');
    await expect(el).to.be.accessible();
  });
});

const change = (sandbox: Sandbox) => changeContract(sandbox, number);
