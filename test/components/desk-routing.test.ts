import {expect} from '@open-wc/testing';
import {html} from 'lit';
import '../../components/desk/define.js';
import type {SuretyDesk} from '../../components/desk/desk.js';
import {parseHash, toHash, type Route} from '../../components/desk/routes.js';
import {leafletKeys} from '../../demo/sandbox/index.js';
import {deskDay, focusIn, showing} from '../support/desk.js';
import {eventually} from '../support/eventually.js';
import {mountWithSandbox, settled, unmount} from '../support/mount.js';
import {find, findAll, findButton, textOf} from '../support/shadow.js';

const number = leafletKeys['advance-payment'].number;
const places: readonly [string, Route][] = [
  ['#/', {view: 'home'}],
  ['#/apply', {view: 'application'}],
  ['#/applications/2f1c-9_A', {view: 'application', applicationId: '2f1c-9_A'}],
  ['#/contracts', {view: 'contracts'}],
  ['#/contracts/electronic', {view: 'contracts', list: 'electronic'}],
  ['#/contracts/hand-in-again', {view: 'contracts', list: 'hand-in-again'}],
  ['#/contracts/05214-000123', {view: 'contract', contractNumber: '05214-000123'}],
  ['#/contracts/05214-000123/certificate', {view: 'certificate', contractNumber: '05214-000123'}],
  ['#/contracts/A1-2/certificate/3', {view: 'certificate', contractNumber: 'A1-2', revision: 3}],
  ['#/contracts/05214-000123/notice', {view: 'notice', contractNumber: '05214-000123'}],
  ['#/notices/05214-000123/A1-2', {view: 'notice', contractNumbers: ['05214-000123', 'A1-2']}],
  ['#/news', {view: 'news'}],
];

const mountDesk = async (template = html`<surety-desk routing="hash"></surety-desk>`) =>
  drawn((await mountWithSandbox<SuretyDesk>(template, {now: () => new Date(deskDay), settle: false})).el);

/** The menu is there at once, whatever is still fetched. */
async function drawn(el: SuretyDesk): Promise<SuretyDesk> {
  await eventually(() => findAll(el, 'nav a, nav button').length > 0);
  return el;
}

/** What a link in the page, a bookmark or the address bar does. */
const follow = (hash: string) => {
  location.hash = hash;
};

const link = (el: Element, name: string) =>
  findAll(el, 'nav a, [part=back] a').find(each => textOf(each).startsWith(name)) as HTMLAnchorElement;

describe('an address of surety-desk', () => {
  for (const [hash, place] of places) {
    it(`${hash} leads to ${JSON.stringify(place)} and back`, () => {
      expect(parseHash(hash)).to.deep.equal(place);
      expect(toHash(place)).to.equal(hash);
    });
  }

  it('that is malformed or leads nowhere is unknown, and one of the page’s own is left alone', () => {
    for (const hash of [
      '#/x',
      '#/notices',
      '#/notices/05214-000123/everything',
      '#/%E0%A4%A',
      '#/contracts/',
      '#/contracts//notice',
      '#/contracts/everything',
      '#/contracts/05214-000123/key',
      '#/contracts/05214-000123/certificate/x',
      '#/contracts/05214-000123/certificate/1/2',
      '#/contracts/<img src=x>',
      '#/contracts/05214-000123%2F..%2F',
      '#/applications',
      '#/applications/a/b',
      '#/constructor',
      '#/apply/1',
      `#/contracts/${'1'.repeat(100)}`,
    ]) {
      expect(parseHash(hash), hash).to.equal('unknown');
    }
    for (const hash of ['', '#', '#main', '#works/name', '#!/contracts']) {
      expect(parseHash(hash), hash).to.equal(undefined);
    }
  });
});

describe('surety-desk with routing="hash"', () => {
  beforeEach(() => {
    unmount();
    history.replaceState(null, '', location.pathname + location.search);
  });
  after(() => {
    unmount();
    history.replaceState(null, '', location.pathname + location.search);
  });

  it('opens what a deep link names, without a word to the page and without taking the focus', async () => {
    follow(`#/contracts/${number}/certificate`);
    const told: string[] = [];
    const tell = (event: Event) => told.push(event.type);
    for (const name of ['surety-before-navigate', 'surety-desk-navigate'])
      document.addEventListener(name, tell);
    const el = await mountDesk();
    const viewer = await showing(el, 'surety-certificate-viewer');
    await eventually(() => textOf(viewer).includes('保証証書の確認'));
    expect([el.view, el.contractNumber]).to.deep.equal(['certificate', number]);
    expect(told).to.deep.equal([]);
    expect(document.activeElement).not.to.equal(el);
    link(el, '電子保証概要へ戻る').click();
    await showing(el, 'surety-contract-detail');
    expect(location.hash).to.equal(`#/contracts/${number}`);
    for (const name of ['surety-before-navigate', 'surety-desk-navigate'])
      document.removeEventListener(name, tell);
    expect(told).to.deep.equal(['surety-before-navigate', 'surety-desk-navigate']);
  });

  it('writes each view into the address, and follows the browser’s buttons with the focus on the heading', async () => {
    const el = await mountDesk();
    expect(location.hash, 'nothing is written before anybody goes anywhere').to.equal('');
    const titleBefore = document.title;
    link(el, '保証契約一覧').click();
    const list = await showing(el, 'surety-contract-list');
    await eventually(() => location.hash === '#/contracts');
    link(el, 'お知らせ一覧').click();
    await eventually(() => el.view === 'news');
    history.back();
    await eventually(() => el.view === 'contracts');
    expect(await showing(el, 'surety-contract-list')).to.equal(list);
    expect(focusIn(el)).to.equal('view-title');
    history.back();
    await eventually(() => el.view === 'home');
    history.forward();
    await eventually(() => el.view === 'contracts');
    expect(document.title).to.equal(titleBefore);
  });

  it('comes back with the browser to the row and to where one had scrolled', async () => {
    const {el} = await mountWithSandbox<SuretyDesk>(html`<surety-desk routing="hash"></surety-desk>`, {
      now: () => new Date(deskDay),
      seed: {contracts: 60},
      settle: false,
    });
    await drawn(el);
    link(el, '保証契約一覧').click();
    const list = await showing(el, 'surety-contract-list');
    await eventually(() => findAll(list, 'tbody tr').length > 20);
    const row = findAll(list, 'tbody tr')[15];
    row?.scrollIntoView({block: 'center'});
    const top = document.scrollingElement?.scrollTop ?? 0;
    expect(top).to.be.greaterThan(200);
    row?.querySelector('button')?.click();
    await showing(el, 'surety-contract-detail');
    history.back();
    await showing(el, 'surety-contract-list');
    await eventually(() => Math.abs((document.scrollingElement?.scrollTop ?? 0) - top) < 40);
    expect(list.shadowRoot?.activeElement && textOf(list.shadowRoot.activeElement)).to.contain('詳細');
  });

  it('shows the front page with a sentence where an address leads nowhere', async () => {
    follow('#/contracts/nothing/here');
    const el = await mountDesk();
    expect(el.view).to.equal('home');
    expect(textOf(find(el, '.notice'))).to.equal(
      '開こうとした画面は見つかりませんでした。ホームを表示しています。',
    );
    await expect(el).to.be.accessible();
    link(el, '保証契約一覧').click();
    await showing(el, 'surety-contract-list');
    expect(findAll(el, '.notice')).to.have.length(0);
    follow('#/contracts/%');
    await eventually(() => el.view === 'home');
    expect(textOf(find(el, '.notice'))).to.contain('見つかりませんでした');
  });

  it('leaves a fragment of the page alone, and comes back to where it was', async () => {
    const el = await mountDesk();
    link(el, '保証契約一覧').click();
    await showing(el, 'surety-contract-list');
    follow('#main');
    await new Promise(resolve => setTimeout(resolve, 50));
    expect([el.view, location.hash]).to.deep.equal(['contracts', '#main']);
    history.back();
    await eventually(() => location.hash === '#/contracts');
    expect(el.view).to.equal('contracts');
  });

  it('puts the address back where the page does not let one leave', async () => {
    const el = await mountDesk();
    link(el, '保証契約一覧').click();
    await showing(el, 'surety-contract-list');
    await eventually(() => location.hash === '#/contracts');
    const stay = (event: Event) => event.preventDefault();
    el.addEventListener('surety-before-navigate', stay);
    history.back();
    await eventually(() => location.hash === '#/contracts');
    await settled(el);
    expect(el.view).to.equal('contracts');
    el.removeEventListener('surety-before-navigate', stay);
  });

  it('is for one desk of a page: another one goes about without touching the address', async () => {
    const el = await mountDesk();
    const second = await mountDesk();
    findButton(second, '保証契約一覧').click();
    await showing(second, 'surety-contract-list');
    expect(location.hash).to.equal('');
    follow('#/news');
    await eventually(() => el.view === 'news');
    expect(second.view).to.equal('contracts');
  });

  it('lets a link open in a tab of its own', async () => {
    const el = await mountDesk();
    const menu = link(el, '保証契約一覧');
    expect(menu.getAttribute('href')).to.equal('#/contracts');
    let wasPrevented = true;
    document.addEventListener(
      'click',
      event => {
        wasPrevented = event.defaultPrevented;
        event.preventDefault();
      },
      {once: true},
    );
    menu.dispatchEvent(
      new MouseEvent('click', {bubbles: true, composed: true, cancelable: true, ctrlKey: true}),
    );
    expect(wasPrevented).to.be.false;
    expect(el.view).to.equal('home');
  });
});
