import {aTimeout, expect} from '@open-wc/testing';
import {sendKeys, setViewport} from '@web/test-runner-commands';
import {html} from 'lit';
import '../../components/contract-list/define.js';
import type {SuretyContractList} from '../../components/contract-list/contract-list.js';
import {leafletApplication, leafletKeys, type SeedApplication} from '../../demo/sandbox/index.js';
import {eventually} from '../support/eventually.js';
import {fired} from '../support/fired.js';
import {mount, mountWithSandbox, settled, type MountSandboxOptions} from '../support/mount.js';
import {cancelContract, changeContract} from '../support/office.js';
import {find, findAll, findButton, problem, textOf} from '../support/shadow.js';

const advance = leafletKeys['advance-payment'];
const now = () => new Date('2026-02-03T10:15:00+09:00');
const of = (contracts: number): MountSandboxOptions => ({
  seed: {applications: [{content: leafletApplication(), state: 'issued', keys: leafletKeys}], contracts},
});

const mountList = (options: MountSandboxOptions = {}, view = 'contracts') =>
  mountWithSandbox<SuretyContractList>(html`<surety-contract-list view=${view}></surety-contract-list>`, {
    now,
    ...options,
  });

const numbers = (el: Element) => findAll(el, 'tbody th .code').map(textOf);

/** Types into the search field as a person would, without the wait between keys. */
async function type(el: SuretyContractList, words: string) {
  const field = find<HTMLInputElement>(el, '#search');
  field.value = words;
  field.dispatchEvent(new InputEvent('input', {bubbles: true}));
  await aTimeout(350);
  await settled(el);
  await eventually(() => find(el, '[aria-busy]').getAttribute('aria-busy') === 'false');
}

const cells = (row: Element | undefined) => [...(row?.children ?? [])].map(textOf);

describe('surety-contract-list', () => {
  it('shows the columns of the screen, one row a contract', async () => {
    const {el} = await mountList();
    expect(findAll(el, 'thead th').map(textOf)).to.deep.equal([
      'No.',
      '保証種類',
      '保証契約番号',
      '発注者名 工事名',
      '契約日 保証期限',
      '請負金額 保証金額',
      '電子保証',
      '印刷',
    ]);
    const rows = findAll(el, 'tbody tr').map(cells);
    expect(rows).to.have.length(2);
    expect(rows.find(row => row.includes('前払'))?.slice(1, 6)).to.deep.equal([
      '前払',
      advance.number,
      'にかほ市 令和7年度 市道〇〇線道路改良工事',
      '2026/02/03 2027/03/19まで',
      '50,000,000円 保証 20,000,000円',
    ]);
  });

  it('fires surety-contract-select on 「詳細」, marks the row, and goes back to it', async () => {
    const {el} = await mountList();
    const row = findAll(el, 'tbody tr').find(each => textOf(each).includes(advance.number));
    const button = row?.querySelector('button');
    expect(button?.getAttribute('aria-label')).to.equal(`詳細（保証契約番号 ${advance.number}）`);
    const detail = await fired(el, 'surety-contract-select', () => button?.click());
    expect(detail).to.deep.equal({contractNumber: advance.number});
    await el.updateComplete;
    expect(row?.getAttribute('aria-current')).to.equal('true');
    el.focus();
    expect(el.shadowRoot?.activeElement).to.equal(button);
  });

  it('shows the buttons of its header to whoever comes to them with the keyboard beside cards', async () => {
    await setViewport({width: 320, height: 640});
    const {el} = await mountList();
    const sort = find(el, 'thead .sort');
    const head = () => find(el, 'thead').getBoundingClientRect();
    expect(head().height).to.be.at.most(1);
    sort.focus();
    expect(head().width).to.be.greaterThan(200);
    expect(sort.getBoundingClientRect().height).to.be.at.least(40);
    expect(document.documentElement.scrollWidth).to.be.at.most(320);
    sort.blur();
    expect(head().height).to.be.at.most(1);
    await setViewport({width: 1280, height: 800});
  });

  it('fires surety-notice-open on 「印刷」', async () => {
    const {el} = await mountList({}, 'electronic');
    const detail = await fired(el, 'surety-notice-open', () => find(el, '[data-act=notice]').click());
    expect(detail.contractNumber).to.equal(numbers(el)[0]);
  });

  it('is worked with arrows, Home and End, with one stop for Tab, as ARIA tabs are', async () => {
    const {el} = await mountList();
    const selected = () => textOf(find(el, '[role=tab][aria-selected=true]'));
    find(el, '[role=tab][aria-selected=true]').focus();
    for (const [key, name] of [
      ['ArrowRight', '電子保証（認証キー）'],
      ['ArrowRight', '電子保証履歴一覧'],
      ['ArrowRight', '保証契約一覧'],
      ['ArrowLeft', '電子保証履歴一覧'],
      ['Home', '保証契約一覧'],
      ['End', '電子保証履歴一覧'],
    ] as const) {
      await sendKeys({press: key});
      await settled(el);
      expect(selected()).to.equal(name);
      expect(textOf(el.shadowRoot?.activeElement)).to.equal(name);
      expect(textOf(find(el, '[role=tabpanel] h2'))).to.equal(name);
    }
    expect(findAll(el, '[role=tab][tabindex="0"]')).to.have.length(1);
  });

  it('shows only contracts with a key under 電子保証（認証キー）', async () => {
    const content = leafletApplication();
    const {performance} = content.guarantees;
    if (!performance) throw new Error('The leaflet applies for 契約保証.');
    const guarantees = {
      ...content.guarantees,
      performance: {...performance, certificateForm: 'paper' as const},
    };
    const application: SeedApplication = {
      content: {...content, guarantees},
      state: 'issued',
      keys: leafletKeys,
    };
    const {el} = await mountList({seed: {applications: [application]}});
    const paper = findAll(el, 'tbody tr').find(row => textOf(row).includes(leafletKeys.performance.number));
    expect(textOf(paper)).to.contain('証書(紙)').and.not.to.contain('印刷');
    findAll(el, '[role=tab]')[1]?.click();
    await settled(el);
    expect(numbers(el)).to.deep.equal([advance.number]);
  });

  it('shows each arrival under 電子保証履歴一覧 and opens its certificate', async () => {
    const {el, sandbox} = await mountList({}, 'history');
    await changeContract(sandbox, advance.number);
    el.reload();
    await eventually(() => findAll(el, 'tbody tr').length === 3);
    expect(cells(findAll(el, 'tbody tr')[0]).slice(1, 5)).to.deep.equal([
      '2026/02/03 10:15',
      '変更1',
      '前払',
      advance.number,
    ]);
    const detail = await fired(el, 'surety-certificate-open', () => findButton(el, '選択').click());
    expect(detail).to.deep.equal({contractNumber: advance.number, revision: 1});
  });

  it('shows a change and a cancellation in words', async () => {
    const {el, sandbox} = await mountList();
    await changeContract(sandbox, advance.number);
    await cancelContract(sandbox, leafletKeys.performance.number);
    el.reload();
    await eventually(() => textOf(find(el, 'tbody')).includes('取消'));
    const row = (number: string) =>
      textOf(findAll(el, 'tbody tr').find(each => textOf(each).includes(number)));
    expect(row(advance.number)).to.contain('変更1').and.to.contain('60,000,000円');
    expect(row(leafletKeys.performance.number)).to.contain('取消').and.not.to.contain('印刷');
    await expect(el).to.be.accessible();
  });

  for (const words of ['０５２１４－０００１２３', '05214000123', '05214‐000123']) {
    it(`finds ${advance.number} by ${words}`, async () => {
      const {el} = await mountList(of(20));
      await type(el, words);
      expect(numbers(el)).to.deep.equal([advance.number]);
    });
  }

  it('announces how many were found', async () => {
    const {el} = await mountList(of(20));
    await type(el, advance.number);
    await eventually(() => textOf(find(el, '[data-announcer=polite]')) === '1件を表示しています。');
    expect(textOf(find(el, '.count'))).to.equal('1件を表示しています。');
  });

  it('asks the API once for a word that is typed quickly, and not while kanji are being converted', async () => {
    const sent: string[] = [];
    const {el} = await mountList({
      intercept: request => void sent.push(new URL(request.url).searchParams.get('q') ?? ''),
    });
    const field = find<HTMLInputElement>(el, '#search');
    sent.length = 0;
    for (const words of ['ど', 'どう', 'どうろ']) {
      field.value = words;
      field.dispatchEvent(new InputEvent('input', {bubbles: true, isComposing: true}));
    }
    await aTimeout(400);
    expect(sent).to.deep.equal([]);
    field.value = '道路';
    field.dispatchEvent(new CompositionEvent('compositionend', {bubbles: true}));
    field.dispatchEvent(new InputEvent('input', {bubbles: true}));
    await aTimeout(400);
    expect(sent).to.deep.equal(['道路']);
  });

  it('takes Enter that ends a conversion for no search', async () => {
    const {el} = await mountList();
    const field = find<HTMLInputElement>(el, '#search');
    const press = (init: KeyboardEventInit) => {
      const event = new KeyboardEvent('keydown', {key: 'Enter', cancelable: true, bubbles: true, ...init});
      return field.dispatchEvent(event);
    };
    expect(press({isComposing: true})).to.equal(false);
    expect(press({keyCode: 229})).to.equal(false);
    expect(press({})).to.equal(true);
  });

  it('searches at once with Enter, and keeps the page it stands in', async () => {
    const {el} = await mountList(of(20));
    find(el, '#search').focus();
    await sendKeys({type: '05214-000124'});
    await sendKeys({press: 'Enter'});
    await eventually(() => numbers(el).length === 1, 'the search was not made');
    expect(numbers(el)).to.deep.equal([leafletKeys.performance.number]);
  });

  it('says that nothing fits, and leads back to all', async () => {
    const {el} = await mountList();
    await type(el, '存在しない工事');
    expect(textOf(find(el, '[part=empty]'))).to.contain(
      '「存在しない工事」に当てはまる保証契約はありません。',
    );
    await expect(el).to.be.accessible();
    findButton(el, '検索をやめて全件を表示').click();
    await eventually(() => numbers(el).length === 2);
    expect(find<HTMLInputElement>(el, '#search').value).to.equal('');
    expect(el.shadowRoot?.activeElement?.id).to.equal('search');
  });

  it('appends the next page, announces it, and puts the focus on the first new row at the end', async () => {
    const {el} = await mountList(of(60));
    expect(numbers(el)).to.have.length(50);
    expect(textOf(find(el, '.count'))).to.equal('62件のうち50件を表示しています。');
    const more = findButton(el, 'さらに表示');
    more.focus();
    more.click();
    await eventually(() => numbers(el).length === 62);
    expect(new Set(numbers(el)).size).to.equal(62);
    await eventually(() => textOf(find(el, '[data-announcer=polite]')).includes('12件を追加しました'));
    expect(el.shadowRoot?.querySelector('#more')).to.equal(null);
    expect(el.shadowRoot?.activeElement?.closest('tr')).to.equal(findAll(el, 'tbody tr')[50]);
  });

  it('keeps the rows that were added when it is fetched anew', async () => {
    const {el} = await mountList(of(60));
    findButton(el, 'さらに表示').click();
    await eventually(() => numbers(el).length === 62);
    el.reload();
    await el.updateComplete;
    await eventually(() => find(el, '[aria-busy]').getAttribute('aria-busy') === 'false');
    expect(numbers(el)).to.have.length(62);
  });

  it('keeps the rows when the next page fails, and tries again', async () => {
    let isDown = false;
    const {el} = await mountList({...of(60), intercept: () => (isDown ? problem(403) : undefined)});
    isDown = true;
    findButton(el, 'さらに表示').click();
    await eventually(() => el.shadowRoot?.querySelector('[part=error]'));
    expect(numbers(el)).to.have.length(50);
    isDown = false;
    findButton(el, 'もう一度読み込む').click();
    await eventually(() => numbers(el).length === 62);
  });

  it('shows what went wrong with a way to try again, and tells the page', async () => {
    let isDown = true;
    const errors: string[] = [];
    const record = (event: DocumentEventMap['surety-error']) => errors.push(event.detail.error.code);
    document.addEventListener('surety-error', record);
    const {el} = await mountList({intercept: () => (isDown ? problem(403) : undefined)});
    document.removeEventListener('surety-error', record);
    expect(textOf(find(el, '[role=alert][part=error]'))).to.contain('権限がありません');
    expect(errors).to.deep.equal(['forbidden']);
    await expect(el).to.be.accessible();
    isDown = false;
    findButton(el, 'もう一度読み込む').click();
    await eventually(() => numbers(el).length === 2);
  });

  it('says that it is loading, and what an empty list means', async () => {
    const waiting = await mount<SuretyContractList>(html`<surety-contract-list></surety-contract-list>`, {
      fetch: () => new Promise(() => undefined),
      settle: false,
    });
    expect(textOf(find(waiting, '[role=status][part=loading]'))).to.equal('読み込んでいます');
    const {el} = await mountList({seed: 'empty'});
    expect(textOf(find(el, '[part=empty]'))).to.contain('保証契約はまだありません。');
    await expect(el).to.be.accessible();
  });

  it('shows what the page put into its slot while it is empty', async () => {
    const {el} = await mountWithSandbox<SuretyContractList>(
      html`<surety-contract-list><p slot="empty">まだ何もありません</p></surety-contract-list>`,
      {seed: 'empty'},
    );
    const slot = find<HTMLSlotElement>(el, 'slot[name=empty]');
    expect(slot.assignedElements().map(textOf)).to.deep.equal(['まだ何もありません']);
  });

  it('aborts what it fetches when it leaves the page, and fetches anew when it comes back', async () => {
    const signals: AbortSignal[] = [];
    const el = await mount<SuretyContractList>(html`<surety-contract-list></surety-contract-list>`, {
      fetch: (input, init) => {
        signals.push(new Request(input, init).signal);
        return new Promise(() => undefined);
      },
      settle: false,
    });
    await eventually(() => signals.length === 1);
    const parent = el.parentElement;
    el.remove();
    await eventually(() => signals[0]?.aborted);
    parent?.append(el);
    await eventually(() => signals.length === 2);
  });

  it('is accessible as a table', async () => {
    const {el} = await mountList();
    await expect(el).to.be.accessible();
  });

  it('becomes cards at 320 px, still a table to screen readers, without scrolling sideways', async () => {
    await setViewport({width: 320, height: 640});
    const {el} = await mountList(of(4));
    expect(document.documentElement.scrollWidth).to.be.at.most(320);
    expect(getComputedStyle(find(el, 'tbody tr')).display).to.equal('grid');
    expect(findAll(el, '[role=table] [role=row] [role=cell]').length).to.be.greaterThan(10);
    const small = findAll(el, 'button').filter(button => button.offsetHeight < 44 || button.offsetWidth < 44);
    expect(small).to.deep.equal([]);
    await expect(el).to.be.accessible();
    await setViewport({width: 1280, height: 800});
  });
});
