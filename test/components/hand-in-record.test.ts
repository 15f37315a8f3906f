import {expect} from '@open-wc/testing';
import {contractNumber as number, mountDetail} from '../support/contract-detail.js';
import {eventually} from '../support/eventually.js';
import {changeContract} from '../support/office.js';
import {problem} from '../support/shadow.js';

describe('「渡しました」', () => {
  it('is recorded with its time, outlasts a new look, and is taken back with 「取り消す」', async () => {
    const {detail} = await mountDetail();
    const said = () => detail.part('hand-in') ?? '';
    await expect(detail.element).to.be.accessible();
    await detail.press('渡しました');
    await eventually(() => said().includes('提出済み'));
    expect(said()).to.contain('2026/02/03 10:15');
    await expect(detail.element).to.be.accessible();
    await detail.reload();
    expect(said()).to.contain('提出済み');
    await detail.press('取り消す');
    await eventually(() => !said().includes('提出済み'));
    expect(detail.hasButton('渡しました')).to.equal(true);
  });

  it('can be recorded again after a change, and counts as done then', async () => {
    let day = '2026-02-03T10:15:00+09:00';
    const {detail, sandbox} = await mountDetail({now: () => new Date(day)});
    const said = () => detail.part('hand-in') ?? '';
    await detail.press('渡しました');
    await eventually(() => said().includes('提出済み'));
    day = '2026-02-04T10:15:00+09:00';
    await changeContract(sandbox, number);
    await detail.reload();
    await eventually(() => said().includes('そのあとに変更または差戻しがありました。'));
    await expect(detail.element).to.be.accessible();
    day = '2026-02-05T10:15:00+09:00';
    await detail.press('渡しました');
    await eventually(() => said().includes('2026/02/05 10:15'));
    expect(said()).not.to.contain('そのあとに');
  });

  it('says what went wrong, and records nothing then', async () => {
    const {detail} = await mountDetail({
      intercept: ({url}) => (url.endsWith('/hand-ins') ? problem(409) : undefined),
    });
    await detail.press('渡しました');
    await eventually(() => detail.alertIn('hand-in'));
    expect(detail.part('hand-in')).not.to.contain('提出済み');
  });
});
