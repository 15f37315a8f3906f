import {expect} from '@open-wc/testing';
import {html} from 'lit';
import '../../components/desk/define.js';
import type {SuretyDesk} from '../../components/desk/desk.js';
import {leafletApplication, leafletKeys} from '../../demo/sandbox/index.js';
import {deskDay, focusIn, oneOfEach, shownPart, showing, wordsOf} from '../support/desk.js';
import {eventually} from '../support/eventually.js';
import {fired} from '../support/fired.js';
import {mountWithSandbox, settled, type MountSandboxOptions} from '../support/mount.js';
import {cancelContract, changeContract} from '../support/office.js';
import {find, findAll, findButton, problem, textOf} from '../support/shadow.js';

const number = leafletKeys['advance-payment'].number;
const now = () => new Date(deskDay);
const desk = (options: MountSandboxOptions = {}, template = html`<surety-desk></surety-desk>`) =>
  mountWithSandbox<SuretyDesk>(template, {now, seed: {applications: oneOfEach}, ...options});

/** What is to be done, as the front page says it. */
const toDosOf = (el: Element) =>
  findAll(el, '.to-do').map(toDo => {
    const [title = '', count = ''] = [...(toDo.querySelector('h3')?.children ?? [])].map(textOf);
    return `${title} ${count.replace(/\s/g, '')}`;
  });

describe('the front page of surety-desk', () => {
  it('says what to do first, how many there are, and goes there with one button each', async () => {
    const {el} = await desk();
    expect(toDosOf(el)).to.deep.equal(['差戻しの申込 1件', '発行済みで未提出 2件']);
    expect(textOf(el)).to.contain('橋梁補修工事').and.contain('保証期限 令和9年3月19日');
    expect(textOf(el)).to.contain('保証会社が確認している申込みが1件あります。');
    expect(findAll(el, '.to-do').every(toDo => toDo.querySelectorAll('button').length === 1)).to.be.true;
    await expect(el).to.be.accessible();

    findButton(el, '修正して送り直す').click();
    const form = await showing(el, 'surety-application-form');
    expect(textOf(form)).to.contain('工事名が契約書と異なります。');
  });

  it('is calm when nothing is to be done, and offers an application', async () => {
    const {el} = await desk({seed: 'empty'});
    expect(textOf(find(el, '.calm'))).to.contain('いま、していただくことはありません。');
    await expect(el).to.be.accessible();
    findButton(el, '申込を作成する').click();
    await showing(el, 'surety-application-form');
    expect(el.view).to.equal('application');
  });

  it('tells of a change after the notice was handed in, and of a 保証期限 that is near', async () => {
    let day = deskDay;
    const {el, sandbox} = await desk({now: () => new Date(day), seed: {applications: oneOfEach.slice(2)}});
    const {token} = await sandbox.signIn('contractor');
    for (const {number: each} of Object.values(leafletKeys)) {
      const headers = {Authorization: `Bearer ${token}`, 'Content-Type': 'application/json'};
      await sandbox.fetch(`/v1/contracts/${each}/hand-ins`, {method: 'POST', headers, body: '{}'});
    }
    el.reload();
    await eventually(() => toDosOf(el).length === 0);
    day = '2027-03-01T10:00:00+09:00';
    await changeContract(sandbox, number, {
      period: {from: '2026-02-21', to: '2027-03-20'},
      validUntil: '2027-03-20',
    });
    el.reload();
    await eventually(() => toDosOf(el).length === 2);
    expect(toDosOf(el)).to.deep.equal(['変更後の再提出 1件', '満了の近い保証契約 2件']);
    await cancelContract(sandbox, number);
    findButton(el, '変更の内容を見る').click();
    const detail = await showing(el, 'surety-contract-detail');
    expect(textOf(detail)).to.contain('取り消されました');
  });

  it('says that it is loading, and that it could not load with a way to try again', async () => {
    let isBroken = true;
    const {el} = await desk({
      intercept: request => (isBroken && request.url.includes('/contracts') ? problem(403) : undefined),
      settle: false,
    });
    await el.updateComplete;
    expect(textOf(find(el, '[role=status].loading'))).to.equal('読み込んでいます');
    await eventually(() => findAll(el, '[role=alert].notice').length === 1);
    expect(findAll(el, '.calm')).to.have.length(0);
    await expect(el).to.be.accessible();
    isBroken = false;
    findButton(el, 'もう一度読み込む').click();
    await eventually(() => toDosOf(el).length === 2);
    expect(findAll(el, '[role=alert].notice')).to.have.length(0);

    isBroken = true;
    el.reload();
    await eventually(() => findAll(el, '[role=alert].notice').length === 1);
    expect(textOf(el)).to.contain('前に読み込んだ内容を表示しています。');
    expect(toDosOf(el)).to.have.length(2);
  });
});

describe('surety-desk', () => {
  it('has a menu that says where one is, and puts the focus on the heading of the view it goes to', async () => {
    const {el} = await desk();
    expect(textOf(find(el, 'nav [aria-current=page]'))).to.equal('ホーム');
    expect(document.activeElement).not.to.equal(el);
    for (const [name, tag] of [
      ['保証契約一覧', 'surety-contract-list'],
      ['保証申込', 'surety-application-form'],
    ] as const) {
      findButton(el, name).click();
      await showing(el, tag);
      expect(textOf(find(el, 'nav [aria-current=page]'))).to.equal(name);
      expect(findAll(el, 'nav [aria-current]')).to.have.length(1);
      expect(focusIn(el)).to.equal('view-title');
      expect(textOf(find(el, '#view-title'))).to.equal(name);
      expect(el.getAttribute('view')).to.equal(el.view);
      await expect(el).to.be.accessible();
    }
    expect(location.hash).to.equal('');
  });

  it('leads from the list to the contract, its certificate and its notice, and back to where one came from', async () => {
    const {el} = await desk({}, html`<surety-desk view="contracts"></surety-desk>`);
    const list = await showing(el, 'surety-contract-list');
    const row = `tbody button[aria-label*="${number}"]`;
    await eventually(() => findAll(list, row).length > 0);
    expect(textOf(find(list, row))).to.equal('詳細');
    find(list, row).click();
    const detail = await showing(el, 'surety-contract-detail');
    await eventually(() => textOf(detail).includes('電子保証概要'));
    expect(el.contractNumber).to.equal(number);
    findButton(detail, '選択').click();
    const viewer = await showing(el, 'surety-certificate-viewer');
    await eventually(() => textOf(viewer).includes('保証証書の確認'));
    findButton(viewer, '戻る').click();
    const again = await showing(el, 'surety-contract-detail');
    expect(again, 'a key that was looked at is forgotten').not.to.equal(detail);
    findButton(el, '保証契約一覧へ戻る').click();
    expect(await showing(el, 'surety-contract-list'), 'the list is the same one').to.equal(list);
    expect(list.shadowRoot?.activeElement, 'the row that one came from').to.exist;
    expect(findAll(el, 'surety-contract-detail, surety-certificate-viewer')).to.have.length(0);
  });

  it('leads from several contracts chosen in the list to their notices, and back to what is still chosen', async () => {
    const {el} = await desk({}, html`<surety-desk view="contracts"></surety-desk>`);
    const list = await showing(el, 'surety-contract-list');
    await eventually(() => findAll(list, 'tbody input[type=checkbox]').length === 2);
    findButton(list, '表示中の2件をすべて選ぶ').click();
    await eventually(() => findAll(list, '[part=choice]').length === 1);
    const detail = await fired(el, 'surety-desk-navigate', () =>
      findButton(list, '選んだお知らせをまとめて保存').click(),
    );
    const numbers = Object.values(leafletKeys).map(({number: each}) => each);
    expect(detail.view).to.equal('notice');
    expect(detail.contractNumbers).to.have.members(numbers);
    const notice = await showing(el, 'surety-key-notice');
    for (const each of numbers) expect(textOf(notice)).to.contain(each);
    expect(textOf(find(el, '#view-title'))).to.equal('「認証キー」のお知らせ（2件）');
    expect(textOf(notice)).to.contain('まとめて保存（ZIP）');
    await expect(el).to.be.accessible();
    findButton(el, '保証契約一覧へ戻る').click();
    expect(await showing(el, 'surety-contract-list')).to.equal(list);
    expect(list.shadowRoot?.activeElement?.id).to.equal('choice-open');
    expect(textOf(find(list, '[part=choice]'))).to.contain('2件を選んでいます。');
    expect(findAll(el, 'surety-key-notice')).to.have.length(0);
  });

  it('keeps what was typed into an application while one looks at something else, and says so', async () => {
    const {el} = await desk({seed: 'empty'});
    findButton(el, '申込を作成する').click();
    const form = await showing(el, 'surety-application-form');
    const field = find<HTMLInputElement>(form, '[id="works/name"]');
    field.value = '市道改良工事';
    field.dispatchEvent(new InputEvent('input', {bubbles: true, composed: true}));
    await eventually(() => findAll(el, 'nav .unsent').length === 1);
    findButton(el, '保証契約一覧').click();
    await showing(el, 'surety-contract-list');
    expect(textOf(find(el, '.left-application'))).to.contain('書きかけの申込は残っています。');
    await eventually(() => textOf(find(el, '[data-announcer=polite]')) === '書きかけの申込は残っています。');
    findButton(el, 'ホーム').click();
    await eventually(() => toDosOf(el).length === 1);
    expect(toDosOf(el)).to.deep.equal(['書きかけの申込 1件']);
    findButton(el, '続きを入力する').click();
    await settled(el);
    expect(shownPart(el)).to.equal(form);
    expect(find<HTMLInputElement>(form, '[id="works/name"]').value).to.equal('市道改良工事');
  });

  it('leads from what is to be done to the list of just that, as often as one asks', async () => {
    const {el} = await desk();
    const rows = (list: Element) => findAll(list, 'tbody tr').filter(row => textOf(row).includes('05214-'));
    for (const time of ['first', 'second']) {
      await eventually(() => toDosOf(el).includes('発行済みで未提出 2件'));
      findButton(el, '一覧で見る').click();
      const list = await showing(el, 'surety-contract-list');
      await eventually(() => rows(list).length === 2, time);
      await eventually(() => textOf(find(list, '.chips')).includes('やること：発行済みで未提出'));
      findButton(list, 'やること：発行済みで未提出').click();
      await eventually(() => findAll(list, '.chips').length === 0);
      findButton(el, 'ホーム').click();
    }
  });

  it('keeps the words that the list was searched for', async () => {
    const {el} = await desk({seed: 'leaflet'}, html`<surety-desk view="contracts"></surety-desk>`);
    const list = await showing(el, 'surety-contract-list');
    const search = find<HTMLInputElement>(list, '#search');
    search.value = number;
    find(list, 'form[role=search]').dispatchEvent(new SubmitEvent('submit', {cancelable: true}));
    await eventually(() => findAll(list, 'tbody tr').length === 1);
    findButton(el, 'ホーム').click();
    await settled(el);
    findButton(el, '保証契約一覧').click();
    await showing(el, 'surety-contract-list');
    expect(search.isConnected && search.value).to.equal(number);
    expect(findAll(list, 'tbody tr')).to.have.length(1);
  });

  it('asks the page before it shows another view, tells it after, and stays where the page says no', async () => {
    const {el} = await desk({seed: 'empty'});
    const detail = await fired(
      el,
      'surety-desk-navigate',
      () => void el.goTo({view: 'contract', contractNumber: number}),
    );
    expect(detail).to.deep.equal({view: 'contract', contractNumber: number});
    el.addEventListener('surety-before-navigate', event => event.preventDefault(), {once: true});
    expect(await el.goTo({view: 'news'})).to.be.false;
    expect(el.view).to.equal('contract');
    expect(await el.goTo({view: 'news'})).to.be.true;
    expect(el.view).to.equal('news');
  });

  it('takes a view that it does not know for the front page, and one without its number for the list', async () => {
    const {el} = await desk({seed: 'empty'});
    el.setAttribute('view', 'everything');
    await settled(el);
    expect(el.view).to.equal('home');
    el.view = 'certificate';
    await settled(el);
    expect(el.view).to.equal('contracts');
    expect(findAll(el, '#view-title').map(textOf)).to.deep.equal(['保証契約一覧']);
    expect(document.activeElement, 'the page moved it, so the focus stays').not.to.equal(el);
  });

  it('hands the connection of its own attributes to its parts, with one 「テスト環境」', async () => {
    const el = document.createElement('surety-desk');
    el.environment = 'mock';
    el.view = 'contracts';
    document.body.append(el);
    try {
      const list = await showing(el, 'surety-contract-list');
      await eventually(() => textOf(list).includes(number));
      expect(findAll(el, '.environment')).to.have.length(1);
      expect(findAll(list, '.environment')).to.have.length(0);
    } finally {
      el.remove();
    }
  });

  it('fits 320 pixels', async () => {
    const {el} = await desk({seed: {applications: oneOfEach, contracts: 40}});
    Object.assign(el.parentElement?.style ?? {}, {display: 'block', width: '320px'});
    await settled(el);
    expect(el.scrollWidth).to.be.at.most(320);
    await el.goTo({view: 'news'});
    await settled(el);
    expect(el.scrollWidth).to.be.at.most(320);
    expect(wordsOf(el)).to.contain('手続状況');
  });
});

describe('お知らせ一覧 of surety-desk', () => {
  it('tells what became of applications and certificates, newest first, with the surety’s own words', async () => {
    const {el} = await desk({}, html`<surety-desk view="news"></surety-desk>`);
    await eventually(() => findAll(el, '.item').length > 0);
    const news = findAll(el, '[part=news] .item').map(textOf);
    expect(news.filter(text => text.includes('差し戻されました'))[0]).to.contain(
      '工事名が契約書と異なります。',
    );
    expect(news.filter(text => text.includes(`${number}）が発行されました`))).to.have.length(1);
    const applications = findAll(el, '[part=applications] .item').map(textOf);
    expect(applications).to.have.length(3);
    expect(applications[0]).to.contain('差戻し').and.contain('前払金保証 20,000,000円');
    await expect(el).to.be.accessible();
    findButton(el, '電子保証概要を見る').click();
    await showing(el, 'surety-contract-detail');
    findButton(el, 'お知らせ一覧へ戻る').click();
    await eventually(() => el.view === 'news');
  });

  it('says that there is nothing yet', async () => {
    const {el} = await desk({seed: 'empty'}, html`<surety-desk view="news"></surety-desk>`);
    await eventually(() => findAll(el, '.empty').length === 2);
    expect(textOf(el)).to.contain('お知らせはまだありません。').and.contain('まだ申込はありません。');
    await expect(el).to.be.accessible();
  });

  it('shows ten of many, and ten more each time', async () => {
    const applications = Array.from({length: 23}, (_, index) => ({
      content: leafletApplication({works: {...leafletApplication().works, name: `第${index}号工事`}}),
      state: 'submitted' as const,
    }));
    const {el} = await desk({seed: {applications}}, html`<surety-desk view="news"></surety-desk>`);
    const items = () => findAll(el, '[part=applications] .item').length;
    await eventually(() => items() === 10);
    findButton(el, 'さらに表示').click();
    await eventually(() => items() === 20);
    findButton(el, 'さらに表示').click();
    await eventually(() => items() === 23);
    expect(findAll(el, '[part=applications] > p')).to.have.length(0);
  });
});

describe('a page that styles surety-desk by its parts', () => {
  it('reaches the parts of the elements in it as if there were no desk around them', async () => {
    const page = new CSSStyleSheet();
    page.replaceSync(
      'surety-desk::part(button) {letter-spacing: 7px} surety-desk::part(table) {opacity: .5}',
    );
    document.adoptedStyleSheets.push(page);
    try {
      const {el} = await desk({}, html`<surety-desk view="contracts"></surety-desk>`);
      const list = await showing(el, 'surety-contract-list');
      await eventually(() => list.shadowRoot?.querySelector('[part=table]'));
      expect(getComputedStyle(find(list, '[part=table]')).opacity).to.equal('0.5');
      expect(getComputedStyle(findButton(list, '詳細')).letterSpacing).to.equal('7px');
    } finally {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter(each => each !== page);
    }
  });
});
