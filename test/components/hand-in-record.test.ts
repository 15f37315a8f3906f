import {expect} from '@open-wc/testing';
import {html} from 'lit';
import '../../components/contract-detail/define.js';
import type {SuretyContractDetail} from '../../components/contract-detail/contract-detail.js';
import {leafletKeys} from '../../demo/sandbox/index.js';
import {eventually} from '../support/eventually.js';
import {mountWithSandbox, settled} from '../support/mount.js';
import {changeContract} from '../support/office.js';
import {find, findButton, problem, textOf} from '../support/shadow.js';

const {number} = leafletKeys['advance-payment'];
const now = () => new Date('2026-02-03T10:15:00+09:00');

describe('「渡しました」', () => {
  it('is recorded with its time, outlasts a new look, and is taken back with 「取り消す」', async () => {
    const {el} = await mountWithSandbox<SuretyContractDetail>(
      html`<surety-contract-detail contract-number=${number}></surety-contract-detail>`,
      {now},
    );
    const said = () => textOf(find(el, '[part=hand-in]'));
    await expect(el).to.be.accessible();
    findButton(el, '渡しました').click();
    await eventually(() => said().includes('提出済み'));
    expect(said()).to.contain('2026/02/03 10:15');
    await expect(el).to.be.accessible();
    el.reload();
    await settled(el);
    expect(said()).to.contain('提出済み');
    findButton(el, '取り消す').click();
    await eventually(() => !said().includes('提出済み'));
    expect(findButton(el, '渡しました')).to.exist;
  });

  it('can be recorded again after a change, and counts as done then', async () => {
    let day = '2026-02-03T10:15:00+09:00';
    const {el, sandbox} = await mountWithSandbox<SuretyContractDetail>(
      html`<surety-contract-detail contract-number=${number}></surety-contract-detail>`,
      {now: () => new Date(day)},
    );
    const said = () => textOf(find(el, '[part=hand-in]'));
    findButton(el, '渡しました').click();
    await eventually(() => said().includes('提出済み'));
    day = '2026-02-04T10:15:00+09:00';
    await changeContract(sandbox, number);
    el.reload();
    await eventually(() => said().includes('そのあとに変更または差戻しがありました。'));
    await expect(el).to.be.accessible();
    day = '2026-02-05T10:15:00+09:00';
    findButton(el, '渡しました').click();
    await eventually(() => said().includes('2026/02/05 10:15'));
    expect(said()).not.to.contain('そのあとに');
  });

  it('says what went wrong, and records nothing then', async () => {
    const {el} = await mountWithSandbox<SuretyContractDetail>(
      html`<surety-contract-detail contract-number=${number}></surety-contract-detail>`,
      {now, intercept: ({url}) => (url.endsWith('/hand-ins') ? problem(409) : undefined)},
    );
    findButton(el, '渡しました').click();
    await eventually(() => el.shadowRoot?.querySelector('[part=hand-in] [role=alert]'));
    expect(textOf(find(el, '[part=hand-in]'))).not.to.contain('提出済み');
  });
});
