import {expect} from '@open-wc/testing';
import {html} from 'lit';
import {leafletApplication, leafletKeys} from '../../demo/sandbox/index.js';
import {ApplicationForm} from '../support/application-form.js';
import {Desk, deskDay, mountDesk, oneOfEach} from '../support/desk.js';
import {eventually} from '../support/eventually.js';
import {fired} from '../support/fired.js';
import {settled} from '../support/mount.js';
import {cancelContract, changeContract} from '../support/office.js';
import {find, findAll, findButton, problem, textOf} from '../support/shadow.js';

const number = leafletKeys['advance-payment'].number;

describe('the front page of surety-desk', () => {
  it('says what to do first, how many there are, and goes there with one button each', async () => {
    const {desk} = await mountDesk();
    expect(desk.toDos()).to.deep.equal(['差戻しの申込 1件', '発行済みで未提出 2件']);
    expect(desk.text()).to.contain('橋梁補修工事').and.contain('保証期限 令和9年3月19日');
    expect(desk.text()).to.contain('保証会社が確認している申込みが1件あります。');
    expect(desk.buttonsPerToDo()).to.deep.equal([1, 1]);
    await expect(desk.element).to.be.accessible();

    await desk.press('修正して送り直す');
    const form = await desk.showing('surety-application-form');
    expect(textOf(form)).to.contain('工事名が契約書と異なります。');
  });

  it('is calm when nothing is to be done, and offers an application', async () => {
    const {desk} = await mountDesk({seed: 'empty'});
    expect(desk.part('calm')).to.contain('いま、していただくことはありません。');
    await expect(desk.element).to.be.accessible();
    await desk.press('申込を作成する');
    await desk.showing('surety-application-form');
    expect(desk.element.view).to.equal('application');
  });

  it('tells of a change after the notice was handed in, and of a 保証期限 that is near', async () => {
    let day = deskDay;
    const {desk, sandbox} = await mountDesk({
      now: () => new Date(day),
      seed: {applications: oneOfEach.slice(2)},
    });
    const {token} = await sandbox.signIn('contractor');
    for (const {number: each} of Object.values(leafletKeys)) {
      const headers = {Authorization: `Bearer ${token}`, 'Content-Type': 'application/json'};
      await sandbox.fetch(`/v1/contracts/${each}/hand-ins`, {method: 'POST', headers, body: '{}'});
    }
    desk.element.reload();
    await eventually(() => desk.toDos().length === 0);
    day = '2027-03-01T10:00:00+09:00';
    await changeContract(sandbox, number, {
      period: {from: '2026-02-21', to: '2027-03-20'},
      validUntil: '2027-03-20',
    });
    desk.element.reload();
    await eventually(() => desk.toDos().length === 2);
    expect(desk.toDos()).to.deep.equal(['変更後の再提出 1件', '満了の近い保証契約 2件']);
    await cancelContract(sandbox, number);
    await desk.press('変更の内容を見る');
    const detail = await desk.showing('surety-contract-detail');
    expect(textOf(detail)).to.contain('取り消されました');
  });

  it('says that it is loading, and that it could not load with a way to try again', async () => {
    let isBroken = true;
    const {desk} = await mountDesk({
      intercept: request => (isBroken && request.url.includes('/contracts') ? problem(403) : undefined),
      settle: false,
    });
    await desk.updated();
    expect(desk.part('loading')).to.equal('読み込んでいます');
    await eventually(() => desk.alert());
    expect(desk.part('calm')).to.equal(undefined);
    await expect(desk.element).to.be.accessible();
    isBroken = false;
    await desk.press('もう一度読み込む');
    await eventually(() => desk.toDos().length === 2);
    expect(desk.alert()).to.equal(undefined);

    isBroken = true;
    desk.element.reload();
    await eventually(() => desk.alert());
    expect(desk.text()).to.contain('前に読み込んだ内容を表示しています。');
    expect(desk.toDos()).to.have.length(2);
  });
});

describe('surety-desk', () => {
  it('has a menu that says where one is, and puts the focus on the heading of the view it goes to', async () => {
    const {desk} = await mountDesk();
    expect(desk.currentEntries()).to.deep.equal(['ホーム']);
    expect(document.activeElement).not.to.equal(desk.element);
    for (const [name, tag] of [
      ['保証契約一覧', 'surety-contract-list'],
      ['保証申込', 'surety-application-form'],
    ] as const) {
      await desk.press(name);
      await desk.showing(tag);
      expect(desk.currentEntries()).to.deep.equal([name]);
      expect(desk.hasFocusOnHeading).to.equal(true);
      expect(desk.heading).to.equal(name);
      expect(desk.element.getAttribute('view')).to.equal(desk.element.view);
      await expect(desk.element).to.be.accessible();
    }
    expect(location.hash).to.equal('');
  });

  it('leads from the list to the contract, its certificate and its notice, and back to where one came from', async () => {
    const {desk} = await mountDesk({}, html`<surety-desk view="contracts"></surety-desk>`);
    const list = await desk.showing('surety-contract-list');
    const row = `tbody button[aria-label*="${number}"]`;
    await eventually(() => findAll(list, row).length > 0);
    expect(textOf(find(list, row))).to.equal('詳細');
    find(list, row).click();
    const detail = await desk.showing('surety-contract-detail');
    await eventually(() => textOf(detail).includes('電子保証概要'));
    expect(desk.element.contractNumber).to.equal(number);
    findButton(detail, '選択').click();
    const viewer = await desk.showing('surety-certificate-viewer');
    await eventually(() => textOf(viewer).includes('保証証書の確認'));
    findButton(viewer, '戻る').click();
    const again = await desk.showing('surety-contract-detail');
    expect(again, 'a key that was looked at is forgotten').not.to.equal(detail);
    await desk.press('保証契約一覧へ戻る');
    expect(await desk.showing('surety-contract-list'), 'the list is the same one').to.equal(list);
    expect(list.shadowRoot?.activeElement, 'the row that one came from').to.exist;
    expect(desk.elements()).to.deep.equal([list]);
  });

  it('leads from several contracts chosen in the list to their notices, and back to what is still chosen', async () => {
    const {desk} = await mountDesk({}, html`<surety-desk view="contracts"></surety-desk>`);
    const list = await desk.showing('surety-contract-list');
    await eventually(() => findAll(list, 'tbody input[type=checkbox]').length === 2);
    findButton(list, '表示中の2件をすべて選ぶ').click();
    await eventually(() => findAll(list, '[part=choice]').length === 1);
    const detail = await fired(desk.element, 'surety-desk-navigate', () =>
      findButton(list, '選んだお知らせをまとめて保存').click(),
    );
    const numbers = Object.values(leafletKeys).map(({number: each}) => each);
    expect(detail.view).to.equal('notice');
    expect(detail.contractNumbers).to.have.members(numbers);
    const notice = await desk.showing('surety-key-notice');
    for (const each of numbers) expect(textOf(notice)).to.contain(each);
    expect(desk.heading).to.equal('「認証キー」のお知らせ（2件）');
    expect(textOf(notice)).to.contain('まとめて保存（ZIP）');
    await expect(desk.element).to.be.accessible();
    await desk.press('保証契約一覧へ戻る');
    expect(await desk.showing('surety-contract-list')).to.equal(list);
    expect(list.shadowRoot?.activeElement?.id).to.equal('choice-open');
    expect(textOf(find(list, '[part=choice]'))).to.contain('2件を選んでいます。');
    expect(desk.elements()).to.deep.equal([list]);
  });

  it('keeps what was typed into an application while one looks at something else, and says so', async () => {
    const {desk} = await mountDesk({seed: 'empty'});
    await desk.press('申込を作成する');
    const element =
      await desk.showing<HTMLElementTagNameMap['surety-application-form']>('surety-application-form');
    const form = new ApplicationForm(element);
    await form.fill('工事名', '市道改良工事');
    await eventually(() => desk.menu().includes('保証申込入力中'));
    await desk.press('保証契約一覧');
    await desk.showing('surety-contract-list');
    expect(desk.text()).to.contain('書きかけの申込は残っています。');
    await desk.announced('書きかけの申込は残っています。');
    await desk.press('ホーム');
    await eventually(() => desk.toDos().length === 1);
    expect(desk.toDos()).to.deep.equal(['書きかけの申込 1件']);
    await desk.press('続きを入力する');
    await settled(desk.element);
    expect(desk.shown).to.equal(element);
    expect(form.value('工事名')).to.equal('市道改良工事');
  });

  it('leads from what is to be done to the list of just that, as often as one asks', async () => {
    const {desk} = await mountDesk();
    const rows = (list: Element) => findAll(list, 'tbody tr').filter(row => textOf(row).includes('05214-'));
    for (const time of ['first', 'second']) {
      await eventually(() => desk.toDos().includes('発行済みで未提出 2件'));
      await desk.press('一覧で見る');
      const list = await desk.showing('surety-contract-list');
      await eventually(() => rows(list).length === 2, time);
      await eventually(() => textOf(list).includes('やること：発行済みで未提出'));
      findButton(list, 'やること：発行済みで未提出').click();
      await eventually(() => !textOf(list).includes('やること：発行済みで未提出'));
      await desk.press('ホーム');
    }
  });

  it('keeps the words that the list was searched for', async () => {
    const {desk} = await mountDesk({seed: 'leaflet'}, html`<surety-desk view="contracts"></surety-desk>`);
    const list = await desk.showing('surety-contract-list');
    const search = find<HTMLInputElement>(list, '#search');
    search.value = number;
    find(list, 'form[role=search]').dispatchEvent(new SubmitEvent('submit', {cancelable: true}));
    await eventually(() => findAll(list, 'tbody tr').length === 1);
    await desk.press('ホーム');
    await settled(desk.element);
    await desk.press('保証契約一覧');
    await desk.showing('surety-contract-list');
    expect(search.isConnected && search.value).to.equal(number);
    expect(findAll(list, 'tbody tr')).to.have.length(1);
  });

  it('asks the page before it shows another view, tells it after, and stays where the page says no', async () => {
    const {desk} = await mountDesk({seed: 'empty'});
    const detail = await fired(
      desk.element,
      'surety-desk-navigate',
      () => void desk.element.goTo({view: 'contract', contractNumber: number}),
    );
    expect(detail).to.deep.equal({view: 'contract', contractNumber: number});
    desk.element.addEventListener('surety-before-navigate', event => event.preventDefault(), {once: true});
    expect(await desk.element.goTo({view: 'news'})).to.be.false;
    expect(desk.element.view).to.equal('contract');
    expect(await desk.element.goTo({view: 'news'})).to.be.true;
    expect(desk.element.view).to.equal('news');
  });

  it('takes a view that it does not know for the front page, and one without its number for the list', async () => {
    const {desk} = await mountDesk({seed: 'empty'});
    desk.element.setAttribute('view', 'everything');
    await settled(desk.element);
    expect(desk.element.view).to.equal('home');
    desk.element.view = 'certificate';
    await settled(desk.element);
    expect(desk.element.view).to.equal('contracts');
    expect(desk.heading).to.equal('保証契約一覧');
    expect(document.activeElement, 'the page moved it, so the focus stays').not.to.equal(desk.element);
  });

  it('hands the connection of its own attributes to its parts, with one 「テスト環境」', async () => {
    const el = document.createElement('surety-desk');
    el.environment = 'mock';
    el.view = 'contracts';
    document.body.append(el);
    try {
      const desk = new Desk(el);
      const list = await desk.showing('surety-contract-list');
      await eventually(() => textOf(list).includes(number));
      expect(desk.text()).to.contain('テスト環境');
      expect(textOf(list)).not.to.contain('テスト環境');
    } finally {
      el.remove();
    }
  });

  it('fits 320 pixels', async () => {
    const {desk} = await mountDesk({seed: {applications: oneOfEach, contracts: 40}});
    Object.assign(desk.element.parentElement?.style ?? {}, {display: 'block', width: '320px'});
    await settled(desk.element);
    expect(desk.element.scrollWidth).to.be.at.most(320);
    await desk.element.goTo({view: 'news'});
    await settled(desk.element);
    expect(desk.element.scrollWidth).to.be.at.most(320);
    expect(desk.text()).to.contain('手続状況');
  });
});

describe('お知らせ一覧 of surety-desk', () => {
  it('tells what became of applications and certificates, newest first, with the surety’s own words', async () => {
    const {desk} = await mountDesk({}, html`<surety-desk view="news"></surety-desk>`);
    await eventually(() => desk.entries('news').length > 0);
    const news = desk.entries('news');
    expect(news.filter(text => text.includes('差し戻されました'))[0]).to.contain(
      '工事名が契約書と異なります。',
    );
    expect(news.filter(text => text.includes(`${number}）が発行されました`))).to.have.length(1);
    const applications = desk.entries('applications');
    expect(applications).to.have.length(3);
    expect(applications[0]).to.contain('差戻し').and.contain('前払金保証 20,000,000円');
    await expect(desk.element).to.be.accessible();
    await desk.press('電子保証概要を見る');
    await desk.showing('surety-contract-detail');
    await desk.press('お知らせ一覧へ戻る');
    await eventually(() => desk.element.view === 'news');
  });

  it('says that there is nothing yet', async () => {
    const {desk} = await mountDesk({seed: 'empty'}, html`<surety-desk view="news"></surety-desk>`);
    await eventually(() => desk.text().includes('まだ申込はありません。'));
    expect(desk.text()).to.contain('お知らせはまだありません。').and.contain('まだ申込はありません。');
    await expect(desk.element).to.be.accessible();
  });

  it('shows ten of many, and ten more each time', async () => {
    const applications = Array.from({length: 23}, (_, index) => ({
      content: leafletApplication({works: {...leafletApplication().works, name: `第${index}号工事`}}),
      state: 'submitted' as const,
    }));
    const {desk} = await mountDesk({seed: {applications}}, html`<surety-desk view="news"></surety-desk>`);
    const items = () => desk.entries('applications').length;
    await eventually(() => items() === 10);
    await desk.press('さらに表示');
    await eventually(() => items() === 20);
    await desk.press('さらに表示');
    await eventually(() => items() === 23);
    expect(desk.hasButton('さらに表示')).to.equal(false);
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
      const {desk} = await mountDesk({}, html`<surety-desk view="contracts"></surety-desk>`);
      const list = await desk.showing('surety-contract-list');
      await eventually(() => list.shadowRoot?.querySelector('[part=table]'));
      expect(getComputedStyle(find(list, '[part=table]')).opacity).to.equal('0.5');
      expect(getComputedStyle(findButton(list, '詳細')).letterSpacing).to.equal('7px');
    } finally {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter(each => each !== page);
    }
  });
});
