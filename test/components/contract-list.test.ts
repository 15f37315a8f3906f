import {expect} from '@open-wc/testing';
import {sendKeys, setViewport} from '@web/test-runner-commands';
import {html} from 'lit';
import type {SuretyContractList} from '../../components/contract-list/contract-list.js';
import {leafletApplication, leafletKeys, type SeedApplication} from '../../demo/sandbox/index.js';
import {ContractListHarness, mountList as mountIn} from '../support/contract-list.js';
import {eventually} from '../support/eventually.js';
import {fired} from '../support/fired.js';
import {mount, settled, type MountSandboxOptions} from '../support/mount.js';
import {cancelContract, changeContract} from '../support/office.js';
import {findAll, problem, textOf} from '../support/shadow.js';

const advance = leafletKeys['advance-payment'];
const now = () => new Date('2026-02-03T10:15:00+09:00');
const of = (contracts: number): MountSandboxOptions => ({
  seed: {applications: [{content: leafletApplication(), state: 'issued', keys: leafletKeys}], contracts},
});

const mountList = (options: MountSandboxOptions = {}, view = 'contracts') =>
  mountIn({now, ...options}, html`<surety-contract-list view=${view}></surety-contract-list>`);

describe('surety-contract-list', () => {
  it('shows the columns of the screen, one row a contract', async () => {
    const {list} = await mountList();
    expect(list.heads()).to.deep.equal([
      'No.',
      '保証種類',
      '保証契約番号',
      '発注者名 工事名',
      '契約日 保証期限',
      '請負金額 保証金額',
      '電子保証',
      '印刷',
    ]);
    const rows = list.rows().map(({cells}) => cells);
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
    const {list, el} = await mountList();
    const detail = await fired(el, 'surety-contract-select', () => list.row(advance.number).press('詳細'));
    expect(detail).to.deep.equal({contractNumber: advance.number});
    await el.updateComplete;
    expect(list.row(advance.number).isMarked).to.equal(true);
    el.focus();
    expect(list.focusedName()).to.equal(`詳細（保証契約番号 ${advance.number}）`);
  });

  it('shows the buttons of its header to whoever comes to them with the keyboard beside cards', async () => {
    await setViewport({width: 320, height: 640});
    const {list} = await mountList();
    const sort = list.sortButton('保証契約番号');
    const head = () => (sort.closest('[role=rowgroup]') as HTMLElement).getBoundingClientRect();
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
    const {list, el} = await mountList({}, 'electronic');
    const detail = await fired(el, 'surety-notice-open', () => list.rows()[0]?.press('印刷'));
    expect(detail.contractNumber).to.equal(list.numbers()[0]);
  });

  it('is worked with arrows, Home and End, with one stop for Tab, as ARIA tabs are', async () => {
    const {list, el} = await mountList();
    const selected = () => list.tabs().find(({isSelected}) => isSelected)?.name;
    list.selectedTab.focus();
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
      expect(list.focusedName()).to.equal(name);
      expect(list.heading()).to.equal(name);
    }
    expect(list.tabs().filter(({isTabStop}) => isTabStop)).to.have.length(1);
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
    const {list} = await mountList({seed: {applications: [application]}});
    const paper = list.row(leafletKeys.performance.number).text;
    expect(paper).to.contain('証書(紙)').and.not.to.contain('印刷');
    await list.openTab('電子保証（認証キー）');
    expect(list.numbers()).to.deep.equal([advance.number]);
  });

  it('shows each arrival under 電子保証履歴一覧 and opens its certificate', async () => {
    const {list, el, sandbox} = await mountList({}, 'history');
    await changeContract(sandbox, advance.number);
    el.reload();
    await eventually(() => list.rows().length === 3);
    expect(list.rows()[0]?.cells.slice(1, 5)).to.deep.equal([
      '2026/02/03 10:15',
      '変更1',
      '前払',
      advance.number,
    ]);
    const detail = await fired(el, 'surety-certificate-open', () => list.press('選択'));
    expect(detail).to.deep.equal({contractNumber: advance.number, revision: 1});
  });

  it('shows a change and a cancellation in words', async () => {
    const {list, el, sandbox} = await mountList();
    await changeContract(sandbox, advance.number);
    await cancelContract(sandbox, leafletKeys.performance.number);
    el.reload();
    await eventually(() => list.rows().some(({text}) => text.includes('取消')));
    expect(list.row(advance.number).text).to.contain('変更1').and.to.contain('60,000,000円');
    expect(list.row(leafletKeys.performance.number).text).to.contain('取消').and.not.to.contain('印刷');
    await expect(el).to.be.accessible();
  });

  for (const words of ['０５２１４－０００１２３', '05214000123', '05214‐000123']) {
    it(`finds ${advance.number} by ${words}`, async () => {
      const {list} = await mountList(of(20));
      await list.search(words);
      expect(list.numbers()).to.deep.equal([advance.number]);
    });
  }

  it('announces how many were found', async () => {
    const {list} = await mountList(of(20));
    list.type(advance.number);
    await eventually(() => list.announced() === '1件を表示しています。');
    expect(list.count()).to.equal('1件を表示しています。');
  });

  it('asks the API once for a word that is typed quickly, and not while kanji are being converted', async () => {
    const sent: string[] = [];
    const {list} = await mountList({
      intercept: request => void sent.push(new URL(request.url).searchParams.get('q') ?? ''),
    });
    sent.length = 0;
    for (const words of ['ど', 'どう', 'どうろ']) list.type(words, {isComposing: true});
    list.compose('道路');
    await eventually(() => sent.length > 0, 'nothing was searched for');
    await list.idle();
    expect(sent).to.deep.equal(['道路']); // none for what was composed before
    expect(list.searchField.value).to.equal('道路');
  });

  it('takes Enter that ends a conversion for no search', async () => {
    const {list} = await mountList();
    const press = (init: KeyboardEventInit) => {
      const event = new KeyboardEvent('keydown', {key: 'Enter', cancelable: true, bubbles: true, ...init});
      return list.searchField.dispatchEvent(event);
    };
    expect(press({isComposing: true})).to.equal(false);
    expect(press({keyCode: 229})).to.equal(false);
    expect(press({})).to.equal(true);
  });

  it('searches at once with Enter, and keeps the page it stands in', async () => {
    const {list} = await mountList(of(20));
    list.searchField.focus();
    await sendKeys({type: '05214-000124'});
    await sendKeys({press: 'Enter'});
    await eventually(() => list.rows().length === 1, 'the search was not made');
    expect(list.numbers()).to.deep.equal([leafletKeys.performance.number]);
  });

  it('says that nothing fits, and leads back to all', async () => {
    const {list, el} = await mountList();
    await list.search('存在しない工事');
    expect(list.emptyText()).to.contain('「存在しない工事」に当てはまる保証契約はありません。');
    await expect(el).to.be.accessible();
    list.press('検索をやめて全件を表示');
    await eventually(() => list.rows().length === 2);
    expect(list.searchField.value).to.equal('');
    expect(list.focused()).to.equal(list.searchField);
  });

  it('appends the next page, announces it, and puts the focus on the first new row at the end', async () => {
    const {list} = await mountList(of(60));
    expect(list.rows()).to.have.length(50);
    expect(list.count()).to.equal('62件のうち50件を表示しています。');
    list.press('さらに表示');
    await eventually(() => list.rows().length === 62);
    expect(new Set(list.numbers()).size).to.equal(62);
    await eventually(() => list.announced().includes('12件を追加しました'));
    expect(list.hasButton('さらに表示')).to.equal(false);
    await eventually(() => list.focusedName().includes(list.numbers()[50] ?? '?'));
  });

  it('keeps the rows that were added when it is fetched anew', async () => {
    const {list, el} = await mountList(of(60));
    list.press('さらに表示');
    await eventually(() => list.rows().length === 62);
    el.reload();
    await list.idle();
    expect(list.rows()).to.have.length(62);
  });

  it('keeps the rows when the next page fails, and tries again', async () => {
    let isDown = false;
    const {list} = await mountList({...of(60), intercept: () => (isDown ? problem(403) : undefined)});
    isDown = true;
    list.press('さらに表示');
    await eventually(() => list.alert());
    expect(list.rows()).to.have.length(50);
    isDown = false;
    list.press('もう一度読み込む');
    await eventually(() => list.rows().length === 62);
    expect(list.alert()).to.equal('');
  });

  it('shows no failure of further rows that another search made useless', async () => {
    let hold: (() => void) | undefined;
    const {list} = await mountList({
      ...of(130),
      intercept: ({url}) =>
        url.includes('cursor=') && !url.includes('q=')
          ? new Promise(resolve => (hold = () => resolve(undefined)))
          : undefined,
    });
    list.press('さらに表示');
    await eventually(() => hold, 'the next page was not asked for');
    await list.search('市');
    hold?.();
    await list.idle();
    expect(list.alert()).to.equal('');
    list.press('さらに表示');
    await eventually(() => list.rows().length > 50);
  });

  it('keeps the rows and says so when they cannot be fetched again', async () => {
    let isDown = false;
    const {list, el} = await mountList({intercept: () => (isDown ? problem(400) : undefined)});
    isDown = true;
    el.reload();
    await eventually(() => list.staleText(), 'nothing was said');
    expect(list.staleText()).to.contain('前に読み込んだ内容を表示しています');
    expect(list.rows()).to.have.length(2);
    await expect(el).to.be.accessible();
    isDown = false;
    list.press('もう一度読み込む');
    await eventually(() => !list.staleText());
    expect(list.rows()).to.have.length(2);
  });

  it('shows what went wrong with a way to try again, and tells the page', async () => {
    let isDown = true;
    const errors: string[] = [];
    const record = (event: DocumentEventMap['surety-error']) => errors.push(event.detail.error.code);
    document.addEventListener('surety-error', record);
    const {list, el} = await mountList({intercept: () => (isDown ? problem(403) : undefined)});
    document.removeEventListener('surety-error', record);
    expect(list.alert()).to.contain('権限がありません');
    expect(errors).to.deep.equal(['forbidden']);
    await expect(el).to.be.accessible();
    isDown = false;
    list.press('もう一度読み込む');
    await eventually(() => list.rows().length === 2);
  });

  it('says that it is loading, and what an empty list means', async () => {
    const waiting = await mount<SuretyContractList>(html`<surety-contract-list></surety-contract-list>`, {
      fetch: () => new Promise(() => undefined),
      settle: false,
    });
    expect(new ContractListHarness(waiting).loadingText()).to.equal('読み込んでいます');
    const {list, el} = await mountList({seed: 'empty'});
    expect(list.emptyText()).to.contain('保証契約はまだありません。');
    await expect(el).to.be.accessible();
  });

  it('shows what the page put into its slot while it is empty', async () => {
    const {el} = await mountIn(
      {seed: 'empty'},
      html`<surety-contract-list><p slot="empty">まだ何もありません</p></surety-contract-list>`,
    );
    const own = el.querySelector('p');
    expect(own?.assignedSlot?.name).to.equal('empty');
    expect(textOf(own)).to.equal('まだ何もありません');
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
    const {list, el} = await mountList(of(4));
    expect(document.documentElement.scrollWidth).to.be.at.most(320);
    const [first] = list.rows();
    expect(first && getComputedStyle(first.element).display).to.equal('grid');
    expect(findAll(el, '[role=table] [role=row] [role=cell]').length).to.be.greaterThan(10);
    const small = findAll(el, 'button').filter(button => button.offsetHeight < 44 || button.offsetWidth < 44);
    expect(small).to.deep.equal([]);
    await expect(el).to.be.accessible();
    await setViewport({width: 1280, height: 800});
  });
});
