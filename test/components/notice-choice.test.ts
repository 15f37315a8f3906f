import {expect, nextFrame} from '@open-wc/testing';
import {sendKeys, setViewport} from '@web/test-runner-commands';
import {html} from 'lit';
import '../../components/contract-list/define.js';
import type {SuretyContractList} from '../../components/contract-list/contract-list.js';
import {leafletApplication, leafletKeys} from '../../demo/sandbox/index.js';
import type {ContractSummary} from '../../src/schemas/contract.js';
import {sampleContracts} from '../../stories/sample-contracts.js';
import {eventually} from '../support/eventually.js';
import {fired} from '../support/fired.js';
import {mount, mountWithSandbox} from '../support/mount.js';
import {cancelContract} from '../support/office.js';
import {find, findAll, findButton, textOf} from '../support/shadow.js';

const now = () => new Date('2026-02-03T10:15:00+09:00');
const {number} = leafletKeys['advance-payment'];

const boxes = (el: Element) => findAll(el, 'tbody input[type=checkbox]') as HTMLInputElement[];
const headBox = (el: Element) => find<HTMLInputElement>(el, 'thead input[type=checkbox]');
const boxOf = (el: Element, which: string) =>
  boxes(el).find(box => box.closest('tr')?.dataset['number'] === which);
const shown = (el: Element) => findAll(el, 'tbody tr').map(row => row.dataset['number'] ?? '');
const checkedNumbers = (el: Element) =>
  boxes(el)
    .filter(({checked}) => checked)
    .map(box => box.closest('tr')?.dataset['number']);
const bar = (el: Element) => textOf(el.shadowRoot?.querySelector('[part=choice] p'));
const said = (el: Element) => textOf(find(el, '[data-announcer=polite]'));

const withNotice = (contracts: readonly ContractSummary[]) =>
  contracts.filter(({certificateForm, state}) => certificateForm === 'electronic' && state !== 'cancelled');

/** A list of contracts that the page holds; all of them have a notice. */
async function mountMany(count: number) {
  const all = withNotice(sampleContracts(2 * count + 100)).slice(0, count);
  expect(all).to.have.length(count);
  const el = await mount<SuretyContractList>(
    html`<surety-contract-list selectable .contracts=${all}></surety-contract-list>`,
  );
  await eventually(() => boxes(el).length > 0);
  return {el, all: all.map(each => each.number)};
}

async function mountIssued() {
  const mounted = await mountWithSandbox<SuretyContractList>(
    html`<surety-contract-list selectable></surety-contract-list>`,
    {
      now,
      seed: {
        applications: [{content: leafletApplication(), state: 'issued', keys: leafletKeys}],
        contracts: 60,
      },
    },
  );
  await eventually(() => boxes(mounted.el).length > 0);
  return mounted;
}

async function search(el: SuretyContractList, words: string) {
  const before = shown(el).join();
  find<HTMLInputElement>(el, '#search').value = words;
  findButton(el, '検索').click();
  await eventually(() => shown(el).join() !== before && find(el, '[aria-busy]').ariaBusy === 'false');
}

describe('choosing contracts in surety-contract-list', () => {
  it('is not offered unless the page asks for it', async () => {
    const el = await mount<SuretyContractList>(
      html`<surety-contract-list .contracts=${sampleContracts(20)}></surety-contract-list>`,
    );
    expect(findAll(el, 'input[type=checkbox]')).to.have.length(0);
    el.selectable = true;
    await eventually(() => boxes(el).length > 0);
    el.selectable = false;
    await eventually(() => findAll(el, 'input[type=checkbox]').length === 0);
  });

  it('gives a box to each row that has a notice, named after its contract, and says how many are chosen', async () => {
    const {el, all} = await mountMany(12);
    expect(boxes(el).map(box => box.getAttribute('aria-label'))).to.deep.equal(
      all.map(each => `お知らせを選ぶ（保証契約番号 ${each}）`),
    );
    expect(textOf(find(el, 'thead th'))).to.equal('選択');
    expect(find(el, 'thead th').getAttribute('aria-label')).to.equal('選択');
    expect(findAll(el, '[part=choice]')).to.have.length(0);
    boxes(el)[3]?.focus();
    await sendKeys({press: ' '});
    await eventually(() => said(el) === '1件を選んでいます。');
    boxes(el)[1]?.click();
    await eventually(() => said(el) === '2件を選んでいます。');
    expect(bar(el)).to.equal('2件を選んでいます。');
    expect(headBox(el).indeterminate).to.equal(true);
    await expect(el).to.be.accessible();
    const detail = await fired(el, 'surety-notices-open', () =>
      findButton(el, '選んだお知らせをまとめて保存').click(),
    );
    expect(detail).to.deep.equal({contractNumbers: [all[3], all[1]]});
    el.focus();
    expect(el.shadowRoot?.activeElement?.id, 'one comes back to the button').to.equal('choice-open');
  });

  it('takes all that are shown, and lets go of all, with one box or one button', async () => {
    const {el, all} = await mountMany(12);
    headBox(el).click();
    await eventually(() => bar(el) === '12件を選んでいます。');
    expect(boxes(el).every(({checked}) => checked)).to.equal(true);
    expect([headBox(el).checked, headBox(el).indeterminate]).to.deep.equal([true, false]);
    boxes(el)[0]?.click();
    await eventually(() => headBox(el).indeterminate);
    findButton(el, '選択を解除').click();
    await eventually(() => said(el) === '何も選んでいません。');
    expect(el.shadowRoot?.activeElement?.id).to.equal('choose-all');
    expect(boxes(el).some(({checked}) => checked)).to.equal(false);
    findButton(el, '表示中の12件をすべて選ぶ').click();
    await el.updateComplete;
    const detail = await fired(el, 'surety-notices-open', () =>
      findButton(el, '選んだお知らせをまとめて保存').click(),
    );
    expect(detail.contractNumbers).to.deep.equal(all);
  });

  it('keeps what is chosen while one searches, sorts, fetches more and looks at another tab', async () => {
    const {el} = await mountIssued();
    boxOf(el, number)?.click();
    const other = shown(el).find(each => each !== number && boxOf(el, each)) ?? '';
    boxOf(el, other)?.click();
    await eventually(() => bar(el) === '2件を選んでいます。');
    await search(el, number);
    expect(bar(el)).to.equal('2件を選んでいます。 うち1件は、いまの一覧には出ていません。');
    expect(boxOf(el, number)?.checked).to.equal(true);
    await search(el, '');
    find(el, '#more').click();
    await eventually(() => shown(el).length === 62);
    const sort = find<HTMLSelectElement>(el, '#sort');
    sort.value = '-number';
    sort.dispatchEvent(new Event('change'));
    await eventually(() => shown(el).join() === shown(el).toSorted().toReversed().join());
    expect(checkedNumbers(el)).to.have.members([number, other].filter(each => shown(el).includes(each)));
    find(el, '#tab-history').click();
    await eventually(() => el.shadowRoot?.querySelector('table[data-list=issues]'));
    expect(findAll(el, 'input[type=checkbox], [part=choice]')).to.have.length(0);
    find(el, '#tab-electronic').click();
    await eventually(() => bar(el).startsWith('2件を選んでいます。'));
  });

  it('offers no box where there is no notice, and lets go of a contract that was cancelled', async () => {
    const {el, sandbox} = await mountIssued();
    boxOf(el, number)?.click();
    await eventually(() => bar(el) === '1件を選んでいます。');
    await cancelContract(sandbox, number);
    el.reload();
    await eventually(() => !boxOf(el, number));
    expect(shown(el)).to.include(number);
    expect(findAll(el, '[part=choice]')).to.have.length(0);
  });

  it('forgets it when somebody else is signed in', async () => {
    const {el, sandbox} = await mountIssued();
    boxOf(el, number)?.click();
    await eventually(() => bar(el) === '1件を選んでいます。');
    Object.assign(el.parentElement ?? {}, {getToken: () => sandbox.signIn('contractor', 'contractor-2')});
    await eventually(() => findAll(el, '[part=choice]').length === 0);
  });

  it('goes by numbers where nodes of rows are used again for others', async () => {
    const {el, all} = await mountMany(1_000);
    boxOf(el, all[0] ?? '')?.click();
    boxOf(el, all[2] ?? '')?.click();
    await eventually(() => bar(el) === '2件を選んでいます。');
    const box = find(el, '.rows');
    box.scrollTop = 40_000;
    await eventually(() => !shown(el).includes(all[5] ?? ''));
    await nextFrame();
    expect(checkedNumbers(el)).to.deep.equal([]);
    const far = boxes(el).at(-1);
    far?.click();
    await eventually(() => bar(el) === '3件を選んでいます。');
    expect(far?.checked).to.equal(true);
    box.scrollTop = 0;
    await eventually(() => boxOf(el, all[0] ?? '')?.checked);
    expect(boxOf(el, all[1] ?? '')?.checked).to.equal(false);
    expect(boxOf(el, all[2] ?? '')?.checked).to.equal(true);
    await expect(el).to.be.accessible();
  });

  it('takes a hundred at once and no more, and says so', async () => {
    const {el, all} = await mountMany(150);
    findButton(el, 'はじめの100件を選ぶ').click();
    await eventually(() => said(el).startsWith('100件を選んでいます。一度に選べるのは100件までです。'));
    expect(bar(el)).to.contain('一度に選べるのは100件までです。');
    const next = boxOf(el, all[100] ?? '');
    next?.click();
    await eventually(() => next?.checked === false);
    boxOf(el, all[0] ?? '')?.click();
    await eventually(() => bar(el) === '99件を選んでいます。');
    next?.click();
    await eventually(() => bar(el).startsWith('100件を選んでいます。'));
    expect(next?.checked).to.equal(true);
  });

  it('has a box with words in each card on a narrow screen', async () => {
    await setViewport({width: 320, height: 640});
    const {el} = await mountMany(6);
    const [label] = findAll(el, 'tbody label');
    expect(label?.querySelector('span')?.getBoundingClientRect().width).to.be.greaterThan(40);
    expect(headBox(el).getBoundingClientRect().width, 'what nobody sees takes no focus').to.equal(0);
    label?.click();
    await eventually(() => bar(el) === '1件を選んでいます。');
    expect(document.documentElement.scrollWidth).to.be.at.most(320);
    await expect(el).to.be.accessible();
    await setViewport({width: 1280, height: 800});
  });
});
