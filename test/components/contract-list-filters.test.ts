import {expect} from '@open-wc/testing';
import {sendKeys, setViewport} from '@web/test-runner-commands';
import {html} from 'lit';
import '../../components/contract-list/define.js';
import type {SuretyContractList} from '../../components/contract-list/contract-list.js';
import {leafletApplication, leafletKeys} from '../../demo/sandbox/index.js';
import {eventually} from '../support/eventually.js';
import {mountWithSandbox, settled, type MountSandboxOptions} from '../support/mount.js';
import {cancelContract} from '../support/office.js';
import {sampleContracts} from '../../stories/sample-contracts.js';
import {find, findAll, findButton, problem, textOf} from '../support/shadow.js';

const now = () => new Date('2026-02-03T10:15:00+09:00');
const advance = leafletKeys['advance-payment'];

const mountList = (contracts = 20, options: MountSandboxOptions = {}) =>
  mountWithSandbox<SuretyContractList>(html`<surety-contract-list></surety-contract-list>`, {
    now,
    seed: {
      applications: [{content: leafletApplication(), state: 'issued', keys: leafletKeys}],
      contracts,
    },
    ...options,
  });

const numbers = (el: Element) => findAll(el, 'tbody th .code').map(textOf);
const amounts = (el: Element, which: string) =>
  findAll(el, `tbody [data-kind=amount] .${which}`).map(each => Number(textOf(each).replace(/\D/g, '')));
const announced = (el: Element) => textOf(find(el, '[data-announcer=polite]'));

async function idle(el: SuretyContractList) {
  await settled(el);
  await eventually(() => find(el, 'section > [aria-busy]').getAttribute('aria-busy') === 'false');
  await el.updateComplete;
}

async function open(el: SuretyContractList) {
  find(el, '#filter-toggle').click();
  await eventually(() => findAll(el, '#filters #kind').length === 1, 'the panel did not come');
}

function fill(el: SuretyContractList, id: string, value: string) {
  const field = find<HTMLInputElement>(el, `#${id}`);
  field.value = value;
  field.dispatchEvent(new Event('input', {bubbles: true}));
}

const isOpen = (el: SuretyContractList) =>
  find(el, '#filter-toggle').getAttribute('aria-expanded') === 'true';

/** Sends the panel and waits until it is closed, or says what is to be mended. */
async function apply(el: SuretyContractList) {
  findButton(el, 'この条件で絞り込む').click();
  await eventually(() => !isOpen(el) || findAll(el, '#filters .error').length > 0, 'nothing came of it');
  await idle(el);
}

describe('sorting surety-contract-list', () => {
  it('presses a header: the largest first, the smallest first, and back', async () => {
    const {el} = await mountList();
    const header = () => find(el, 'thead th[data-kind=amount]');
    const button = () => findAll(header(), 'button')[0];
    const before = numbers(el);
    for (const [order, compare] of [
      ['descending', (one: number, other: number) => other - one],
      ['ascending', (one: number, other: number) => one - other],
    ] as const) {
      button()?.focus();
      await sendKeys({press: 'Enter'});
      await idle(el);
      expect(header().getAttribute('aria-sort')).to.equal(order);
      const prices = amounts(el, 'first');
      expect(prices).to.deep.equal([...prices].sort(compare));
      expect(el.shadowRoot?.activeElement).to.equal(button());
    }
    button()?.click();
    await idle(el);
    expect(header().hasAttribute('aria-sort')).to.equal(false);
    expect(numbers(el)).to.deep.equal(before);
  });

  it('has the same orders in 「並び順」, and says which one is in force', async () => {
    const {el} = await mountList();
    const select = find<HTMLSelectElement>(el, '#sort');
    select.value = 'guaranteeAmount';
    select.dispatchEvent(new Event('change'));
    await idle(el);
    const sums = amounts(el, 'second');
    expect(sums).to.deep.equal([...sums].sort((one, other) => one - other));
    expect(find(el, 'thead th[data-kind=amount]').getAttribute('aria-sort')).to.equal('ascending');
    await eventually(() => announced(el) === '保証金額が小さい順。22件を表示しています。');
  });

  it('goes on in the same order with the next page', async () => {
    const {el} = await mountList(80);
    findAll(find(el, 'thead th[data-kind=amount]'), 'button')[0]?.click();
    await idle(el);
    findButton(el, 'さらに表示').click();
    await eventually(() => numbers(el).length === 82);
    const prices = amounts(el, 'first');
    expect(prices).to.deep.equal([...prices].sort((one, other) => other - one));
    expect(new Set(numbers(el)).size).to.equal(82);
  });
});

describe('filtering surety-contract-list', () => {
  it('narrows down by kind, obligee and amounts as people write them, and says so in chips', async () => {
    const {el} = await mountList();
    await open(el);
    expect(find(el, '#filter-toggle').getAttribute('aria-expanded')).to.equal('true');
    fill(el, 'kind', 'advance-payment');
    fill(el, 'obligee', 'ﾆｶﾎ');
    fill(el, 'amountFrom', '２千万円');
    fill(el, 'issuedTo', '令和8年2月3日');
    await apply(el);
    expect(numbers(el)).to.deep.equal([advance.number]);
    expect(findAll(el, '.chip').map(textOf)).to.deep.equal([
      '保証種類：前払金保証を解除',
      '発注者名：ﾆｶﾎを解除',
      '契約日：令和8年2月3日までを解除',
      '保証金額：20,000,000円からを解除',
    ]);
    expect(el.shadowRoot?.activeElement?.id).to.equal('filter-toggle');
    expect(textOf(find(el, '#filter-toggle'))).to.equal('絞り込み（4件の条件）');
    await eventually(() => announced(el) === '1件を表示しています。');
    await expect(el).to.be.accessible();
  });

  it('narrows down by a range of 請負金額, from the API and among contracts that the page holds', async () => {
    const {el} = await mountList();
    await open(el);
    fill(el, 'worksPriceFrom', '2,000万');
    fill(el, 'worksPriceTo', '1億円');
    await apply(el);
    const prices = amounts(el, 'first');
    expect(prices.length).to.be.within(1, 21);
    expect(prices.every(price => price >= 20_000_000 && price <= 100_000_000)).to.equal(true);
    expect(findAll(el, '.chip').map(textOf)).to.deep.equal([
      '請負金額：20,000,000円から100,000,000円までを解除',
    ]);
    const all = sampleContracts(60);
    el.contracts = all;
    const expected = all.filter(({worksPrice}) => worksPrice >= 20_000_000 && worksPrice <= 100_000_000);
    await eventually(() => numbers(el).join() === expected.map(({number}) => number).join());
    expect(expected.length).to.be.within(1, 59);
    findAll(el, '.chip')[0]?.click();
    await eventually(() => numbers(el).length === 60);
  });

  it('takes out one condition, then all of them', async () => {
    const {el} = await mountList();
    await open(el);
    fill(el, 'kind', 'performance');
    fill(el, 'obligee', 'にかほ市');
    await apply(el);
    expect(numbers(el)).to.include(leafletKeys.performance.number).and.to.have.length(2);
    find(el, '.chip').click();
    await idle(el);
    expect(numbers(el)).to.include(advance.number).and.to.have.length(4);
    findButton(el, 'すべて解除').click();
    await idle(el);
    expect(numbers(el)).to.have.length(22);
    expect(findAll(el, '.chip')).to.deep.equal([]);
    await open(el);
    expect(find<HTMLInputElement>(el, '#obligee').value).to.equal('');
  });

  it('shows what is cancelled', async () => {
    const {el, sandbox} = await mountList(0);
    await cancelContract(sandbox, advance.number);
    await open(el);
    fill(el, 'state', 'cancelled');
    await apply(el);
    expect(numbers(el)).to.deep.equal([advance.number]);
  });

  it('says at the field what to mend, keeps what was typed, and asks the API nothing', async () => {
    const sent: string[] = [];
    const {el} = await mountList(0, {intercept: request => void sent.push(request.url)});
    await open(el);
    sent.length = 0;
    fill(el, 'issuedFrom', '令和8年2月30日');
    fill(el, 'worksPriceFrom', '300万円');
    fill(el, 'worksPriceTo', '2,999,999');
    fill(el, 'amountFrom', '2,000,000');
    fill(el, 'amountTo', '1,000,000');
    await apply(el);
    const errors = findAll(el, '#filters .error').map(textOf);
    expect(errors[0]).to.contain('契約日の始まりを確かめてください。2026年2月は1日から28日まで');
    expect(errors[1]).to.contain('請負金額の上限を、下限（3,000,000円）以上の金額にしてください。');
    expect(errors[2]).to.contain('保証金額の上限を、下限（2,000,000円）以上の金額にしてください。');
    const field = find<HTMLInputElement>(el, '#issuedFrom');
    expect(el.shadowRoot?.activeElement).to.equal(field);
    expect(field.value).to.equal('令和8年2月30日');
    expect(field.getAttribute('aria-describedby')).to.equal('issuedFrom-error issuedFrom-hint');
    expect(sent).to.deep.equal([]);
    await expect(el).to.be.accessible();
  });

  it('says that nothing fits, and leads back to all', async () => {
    const {el} = await mountList();
    await open(el);
    fill(el, 'amountTo', '1');
    await apply(el);
    expect(textOf(find(el, '[part=empty]'))).to.contain('条件に当てはまる保証契約はありません。');
    findButton(el, '条件をすべて解除して全件を表示').click();
    await idle(el);
    expect(numbers(el)).to.have.length(22);
    expect(el.shadowRoot?.activeElement?.id).to.equal('search');
  });

  it('keeps conditions and order when it is fetched anew, and when one comes back to the tab', async () => {
    const {el} = await mountList();
    await open(el);
    fill(el, 'kind', 'performance');
    await apply(el);
    el.reload();
    await idle(el);
    el.view = 'history';
    await idle(el);
    el.view = 'contracts';
    await idle(el);
    expect(numbers(el)).to.have.length(11);
    expect(findAll(el, '.chip')).to.have.length(1);
  });

  it('is worked at 320 px without scrolling sideways, with targets of 44 px', async () => {
    await setViewport({width: 320, height: 640});
    const {el} = await mountList(4);
    await open(el);
    expect(document.documentElement.scrollWidth).to.be.at.most(320);
    const controls = findAll(el, '.tools button, .tools select, #filters :is(input, select, button)');
    expect(controls.filter(control => control.offsetHeight < 44)).to.deep.equal([]);
    await expect(el).to.be.accessible();
    fill(el, 'obligee', '長い名前の発注者'.repeat(6));
    await apply(el);
    expect(document.documentElement.scrollWidth).to.be.at.most(320);
    await setViewport({width: 1280, height: 800});
  });
});

describe('saving surety-contract-list as CSV', () => {
  const saved: {name: string; blob: Blob}[] = [];
  const createObjectURL = URL.createObjectURL;
  const click = HTMLAnchorElement.prototype.click;

  beforeEach(() => {
    saved.length = 0;
    let blob = new Blob();
    URL.createObjectURL = object => {
      blob = object as Blob;
      return createObjectURL.call(URL, object);
    };
    HTMLAnchorElement.prototype.click = function () {
      saved.push({name: this.download, blob});
    };
  });
  afterEach(() => {
    URL.createObjectURL = createObjectURL;
    HTMLAnchorElement.prototype.click = click;
  });

  it('saves every row that fits, not only those on the screen', async () => {
    const {el} = await mountList(260);
    findButton(el, 'CSVで保存').click();
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
    await eventually(() => announced(el) === '262件をCSVで保存しました。');
  });

  it('shows how far it is, and can be stopped', async () => {
    let hold: (() => void) | undefined;
    let isHeld = false;
    const {el} = await mountList(260, {
      intercept: request =>
        isHeld && request.url.includes('cursor=')
          ? new Promise(resolve => (hold = () => resolve(undefined)))
          : undefined,
    });
    isHeld = true;
    findButton(el, 'CSVで保存').click();
    await eventually(() => hold, 'the second page was not asked for');
    expect(textOf(find(el, '.export'))).to.contain('CSVを作成しています。262件中200件');
    const cancel = findButton(el, '中止');
    cancel.focus();
    cancel.click();
    hold?.();
    await eventually(() => !el.shadowRoot?.querySelector('.export'));
    expect(saved).to.deep.equal([]);
    expect(el.shadowRoot?.activeElement?.id).to.equal('csv');
  });

  it('says when it could not be fetched', async () => {
    let isDown = false;
    const {el} = await mountList(0, {intercept: () => (isDown ? problem(403) : undefined)});
    isDown = true;
    findButton(el, 'CSVで保存').click();
    await eventually(() => el.shadowRoot?.querySelector('.notice[role=alert]'));
    expect(textOf(find(el, '.notice[role=alert]'))).to.contain('CSVを保存できませんでした。');
    expect(saved).to.deep.equal([]);
  });
});
