import {expect} from '@open-wc/testing';
import {sendKeys, setViewport} from '@web/test-runner-commands';
import {leafletApplication, leafletKeys} from '../../demo/sandbox/index.js';
import {mountList as mountIn} from '../support/contract-list.js';
import {recordDownloads} from '../support/downloads.js';
import {eventually} from '../support/eventually.js';
import type {MountSandboxOptions} from '../support/mount.js';
import {cancelContract} from '../support/office.js';
import {sampleContracts} from '../../stories/sample-contracts.js';
import {findAll, problem, textOf} from '../support/shadow.js';

const advance = leafletKeys['advance-payment'];

const mountList = (contracts = 20, options: MountSandboxOptions = {}) =>
  mountIn({
    now: () => new Date('2026-02-03T10:15:00+09:00'),
    seed: {
      applications: [{content: leafletApplication(), state: 'issued', keys: leafletKeys}],
      contracts,
    },
    ...options,
  });

describe('sorting surety-contract-list', () => {
  it('presses a header: the largest first, the smallest first, and back', async () => {
    const {list} = await mountList();
    const header = () => list.head('請負金額');
    const button = () => list.sortButton('請負金額');
    const before = list.numbers();
    for (const [order, compare] of [
      ['descending', (one: number, other: number) => other - one],
      ['ascending', (one: number, other: number) => one - other],
    ] as const) {
      button().focus();
      await sendKeys({press: 'Enter'});
      await list.idle();
      expect(header().getAttribute('aria-sort')).to.equal(order);
      const prices = list.amounts('請負金額');
      expect(prices).to.deep.equal([...prices].sort(compare));
      expect(list.focused()).to.equal(button());
    }
    button().click();
    await list.idle();
    expect(header().hasAttribute('aria-sort')).to.equal(false);
    expect(list.numbers()).to.deep.equal(before);
  });

  it('has the same orders in 「並び順」, and says which one is in force', async () => {
    const {list} = await mountList();
    await list.sort('保証金額が小さい順');
    const sums = list.amounts('保証金額');
    expect(sums).to.deep.equal([...sums].sort((one, other) => one - other));
    expect(list.head('請負金額').getAttribute('aria-sort')).to.equal('ascending');
    await eventually(() => list.announced() === '保証金額が小さい順。22件を表示しています。');
  });

  it('goes on in the same order with the next page', async () => {
    const {list} = await mountList(80);
    list.sortButton('請負金額').click();
    await list.idle();
    list.press('さらに表示');
    await eventually(() => list.rows().length === 82);
    const prices = list.amounts('請負金額');
    expect(prices).to.deep.equal([...prices].sort((one, other) => other - one));
    expect(new Set(list.numbers()).size).to.equal(82);
  });
});

describe('filtering surety-contract-list', () => {
  it('narrows down by kind, obligee and amounts as people write them, and says so in chips', async () => {
    const {list, el} = await mountList();
    await list.openFilter();
    expect(list.isFilterOpen()).to.equal(true);
    list.fillFilter('保証種類', '前払金保証');
    list.fillFilter('発注者名', 'ﾆｶﾎ');
    list.fillFilter('保証金額（から）', '２千万円');
    list.fillFilter('契約日（まで）', '令和8年2月3日');
    await list.applyFilter();
    expect(list.numbers()).to.deep.equal([advance.number]);
    expect(list.chips().map(textOf)).to.deep.equal([
      '保証種類：前払金保証を解除',
      '発注者名：ﾆｶﾎを解除',
      '契約日：令和8年2月3日までを解除',
      '保証金額：20,000,000円からを解除',
    ]);
    expect(list.focused()).to.equal(list.filterToggle);
    expect(textOf(list.filterToggle)).to.equal('絞り込み（4件の条件）');
    await eventually(() => list.announced() === '1件を表示しています。');
    await expect(el).to.be.accessible();
  });

  it('narrows down by a range of 請負金額, from the API and among contracts that the page holds', async () => {
    const {list, el} = await mountList();
    await list.openFilter();
    list.fillFilter('請負金額（から）', '2,000万');
    list.fillFilter('請負金額（まで）', '1億円');
    await list.applyFilter();
    const prices = list.amounts('請負金額');
    expect(prices.length).to.be.within(1, 21);
    expect(prices.every(price => price >= 20_000_000 && price <= 100_000_000)).to.equal(true);
    expect(list.chips().map(textOf)).to.deep.equal(['請負金額：20,000,000円から100,000,000円までを解除']);
    const all = sampleContracts(60);
    el.contracts = all;
    const expected = all.filter(({worksPrice}) => worksPrice >= 20_000_000 && worksPrice <= 100_000_000);
    await eventually(() => list.numbers().join() === expected.map(({number}) => number).join());
    expect(expected.length).to.be.within(1, 59);
    list.chips()[0]?.click();
    await eventually(() => list.rows().length === 60);
  });

  it('takes out one condition, then all of them', async () => {
    const {list} = await mountList();
    await list.openFilter();
    list.fillFilter('保証種類', '契約保証');
    list.fillFilter('発注者名', 'にかほ市');
    await list.applyFilter();
    expect(list.numbers()).to.include(leafletKeys.performance.number).and.to.have.length(2);
    list.chips()[0]?.click();
    await list.idle();
    expect(list.numbers()).to.include(advance.number).and.to.have.length(4);
    list.press('すべて解除');
    await list.idle();
    expect(list.numbers()).to.have.length(22);
    expect(list.chips()).to.deep.equal([]);
    await list.openFilter();
    expect(list.filterField('発注者名').value).to.equal('');
  });

  it('shows what is cancelled', async () => {
    const {list, sandbox} = await mountList(0);
    await cancelContract(sandbox, advance.number);
    await list.openFilter();
    list.fillFilter('状態', '取消');
    await list.applyFilter();
    expect(list.numbers()).to.deep.equal([advance.number]);
  });

  it('says at the field what to mend, keeps what was typed, and asks the API nothing', async () => {
    const sent: string[] = [];
    const {list, el} = await mountList(0, {intercept: request => void sent.push(request.url)});
    await list.openFilter();
    sent.length = 0;
    list.fillFilter('契約日（から）', '令和8年2月30日');
    list.fillFilter('請負金額（から）', '300万円');
    list.fillFilter('請負金額（まで）', '2,999,999');
    list.fillFilter('保証金額（から）', '2,000,000');
    list.fillFilter('保証金額（まで）', '1,000,000');
    await list.applyFilter();
    const errors = list.filterErrors();
    expect(errors[0]).to.contain('契約日の始まりを確かめてください。2026年2月は1日から28日まで');
    expect(errors[1]).to.contain('請負金額の上限を、下限（3,000,000円）以上の金額にしてください。');
    expect(errors[2]).to.contain('保証金額の上限を、下限（2,000,000円）以上の金額にしてください。');
    const field = list.filterField('契約日（から）');
    expect(list.focused()).to.equal(field);
    expect(field.value).to.equal('令和8年2月30日');
    const descriptions = field.getAttribute('aria-describedby')?.split(' ') ?? [];
    expect(descriptions.map(id => textOf(el.shadowRoot?.getElementById(id)))).to.deep.equal([
      errors[0],
      '例：令和8年2月1日、2026/2/1',
    ]);
    expect(sent).to.deep.equal([]);
    await expect(el).to.be.accessible();
  });

  it('says that nothing fits, and leads back to all', async () => {
    const {list} = await mountList();
    await list.openFilter();
    list.fillFilter('保証金額（まで）', '1');
    await list.applyFilter();
    expect(list.emptyText()).to.contain('条件に当てはまる保証契約はありません。');
    list.press('条件をすべて解除して全件を表示');
    await list.idle();
    expect(list.numbers()).to.have.length(22);
    expect(list.focused()).to.equal(list.searchField);
  });

  it('keeps conditions and order when it is fetched anew, and when one comes back to the tab', async () => {
    const {list, el} = await mountList();
    await list.openFilter();
    list.fillFilter('保証種類', '契約保証');
    await list.applyFilter();
    el.reload();
    await list.idle();
    el.view = 'history';
    await list.idle();
    el.view = 'contracts';
    await list.idle();
    expect(list.numbers()).to.have.length(11);
    expect(list.chips()).to.have.length(1);
  });

  it('is worked at 320 px without scrolling sideways, with targets of 44 px', async () => {
    await setViewport({width: 320, height: 640});
    const {list, el} = await mountList(4);
    await list.openFilter();
    expect(document.documentElement.scrollWidth).to.be.at.most(320);
    const controls = findAll(
      el,
      '[part~=csv], [part~=print], select, input, [part=filters] button, [part=filter-toggle]',
    );
    expect(controls.filter(control => control.offsetHeight < 44)).to.deep.equal([]);
    await expect(el).to.be.accessible();
    list.fillFilter('発注者名', '長い名前の発注者'.repeat(6));
    await list.applyFilter();
    expect(document.documentElement.scrollWidth).to.be.at.most(320);
    await setViewport({width: 1280, height: 800});
  });
});

describe('saving surety-contract-list as CSV', () => {
  const saved = recordDownloads();

  it('saves every row that fits, not only those on the screen', async () => {
    const {list} = await mountList(260);
    list.press('CSVで保存');
    await eventually(() => saved.length === 1, 'nothing was saved');
    expect(saved[0]?.name).to.match(/^保証契約一覧_\d{8}\.csv$/);
    const text = (await saved[0]?.blob.text()) ?? ''; // the mark is taken off by text()
    const lines = text.replace('\uFEFF', '').trimEnd().split('\r\n');
    expect(lines).to.have.length(263);
    expect(lines[0]).to.contain('"保証契約番号","保証種類","状態","契約日"');
    expect(lines.find(line => line.includes(advance.number))).to.contain(
      '"前払金保証","有効","2026/02/03","2027/03/19","にかほ市","令和7年度 市道〇〇線道路改良工事",50000000,20000000',
    );
    expect([...new Uint8Array((await saved[0]?.blob.arrayBuffer()) ?? []).slice(0, 3)]).to.deep.equal([
      0xef, 0xbb, 0xbf,
    ]);
    await eventually(() => list.announced() === '262件をCSVで保存しました。');
  });

  /** A list whose second page is held back once an export has begun. */
  async function mountHeld() {
    const held: {release?: () => void; isHolding: boolean} = {isHolding: false};
    const mounted = await mountList(260, {
      intercept: request =>
        held.isHolding && request.url.includes('cursor=')
          ? new Promise(resolve => (held.release = () => resolve(undefined)))
          : undefined,
    });
    held.isHolding = true;
    mounted.list.press('CSVで保存');
    await eventually(() => held.release, 'the second page was not asked for');
    return {...mounted, release: () => held.release?.()};
  }

  it('shows the progress, and can be cancelled', async () => {
    const {list, release} = await mountHeld();
    expect(list.progress()).to.contain('CSVを作成しています。262件中200件');
    list.press('中止');
    release();
    await eventually(() => !list.progress());
    expect(saved).to.deep.equal([]);
    expect(list.focusedName()).to.equal('CSVで保存');
  });

  it('is given up when the list is searched, and when it leaves the page', async () => {
    const {list, release} = await mountHeld();
    await list.search('にかほ');
    release();
    await eventually(() => !list.progress());
    await list.search('');
    const parent = list.element.parentElement;
    list.press('CSVで保存');
    await eventually(() => list.progress().includes('200件'));
    list.element.remove();
    release();
    await eventually(() => !list.progress());
    parent?.append(list.element);
    await list.idle();
    expect(saved).to.deep.equal([]);
  });

  it('says when it could not be fetched', async () => {
    let isDown = false;
    const {list} = await mountList(0, {intercept: () => (isDown ? problem(403) : undefined)});
    isDown = true;
    list.press('CSVで保存');
    await eventually(() => list.alert());
    expect(list.alert()).to.contain('CSVを保存できませんでした。');
    expect(saved).to.deep.equal([]);
  });
});
