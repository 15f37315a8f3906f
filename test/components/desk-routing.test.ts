import {expect, oneEvent} from '@open-wc/testing';
import {html} from 'lit';
import {parseHash, toHash, type Route} from '../../components/desk/routes.js';
import {leafletKeys} from '../../demo/sandbox/index.js';
import {mountDesk, type Desk} from '../support/desk.js';
import {eventually} from '../support/eventually.js';
import {settled, unmount, type MountSandboxOptions} from '../support/mount.js';
import {findAll, textOf} from '../support/shadow.js';

const number = leafletKeys['advance-payment'].number;
const routes: readonly [string, Route][] = [
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

/** Shows a desk with routes in the address. The menu is there at once, whatever is still fetched. */
async function mountRouted(options: MountSandboxOptions = {}): Promise<Desk> {
  const {desk} = await mountDesk(
    {seed: 'leaflet', settle: false, ...options},
    html`<surety-desk routing="hash"></surety-desk>`,
  );
  await eventually(() => desk.menu().length > 0);
  return desk;
}

/** Goes to a fragment, as a link of the page, a bookmark or the address bar does. */
const follow = (hash: string) => {
  location.hash = hash;
};

describe('an address of surety-desk', () => {
  for (const [hash, route] of routes) {
    it(`${hash} leads to ${JSON.stringify(route)} and back`, () => {
      expect(parseHash(hash)).to.deep.equal(route);
      expect(toHash(route)).to.equal(hash);
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
    const desk = await mountRouted();
    const viewer = await desk.showing('surety-certificate-viewer');
    await eventually(() => textOf(viewer).includes('保証証書の確認'));
    expect([desk.element.view, desk.element.contractNumber]).to.deep.equal(['certificate', number]);
    expect(told).to.deep.equal([]);
    expect(document.activeElement).not.to.equal(desk.element);
    desk.link('電子保証概要へ戻る').click();
    await desk.showing('surety-contract-detail');
    expect(location.hash).to.equal(`#/contracts/${number}`);
    for (const name of ['surety-before-navigate', 'surety-desk-navigate'])
      document.removeEventListener(name, tell);
    expect(told).to.deep.equal(['surety-before-navigate', 'surety-desk-navigate']);
  });

  it('writes each view into the address, and follows the browser’s buttons with the focus on the heading', async () => {
    const desk = await mountRouted();
    expect(location.hash, 'nothing is written before anybody goes anywhere').to.equal('');
    const titleBefore = document.title;
    desk.link('保証契約一覧').click();
    const list = await desk.showing('surety-contract-list');
    await eventually(() => location.hash === '#/contracts');
    desk.link('お知らせ一覧').click();
    await eventually(() => desk.element.view === 'news');
    history.back();
    await eventually(() => desk.element.view === 'contracts');
    expect(await desk.showing('surety-contract-list')).to.equal(list);
    expect(desk.hasFocusOnHeading).to.equal(true);
    history.back();
    await eventually(() => desk.element.view === 'home');
    history.forward();
    await eventually(() => desk.element.view === 'contracts');
    expect(document.title).to.equal(titleBefore);
  });

  it('comes back with the browser to the row and to where one had scrolled', async () => {
    const desk = await mountRouted({seed: {contracts: 60}});
    desk.link('保証契約一覧').click();
    const list = await desk.showing('surety-contract-list');
    await eventually(() => findAll(list, 'tbody tr').length > 20);
    const row = findAll(list, 'tbody tr')[15];
    row?.scrollIntoView({block: 'center'});
    const top = document.scrollingElement?.scrollTop ?? 0;
    expect(top).to.be.greaterThan(200);
    row?.querySelector('button')?.click();
    await desk.showing('surety-contract-detail');
    history.back();
    await desk.showing('surety-contract-list');
    await eventually(() => Math.abs((document.scrollingElement?.scrollTop ?? 0) - top) < 40);
    expect(list.shadowRoot?.activeElement && textOf(list.shadowRoot.activeElement)).to.contain('詳細');
  });

  it('shows the front page with a sentence where an address leads nowhere', async () => {
    follow('#/contracts/nothing/here');
    const desk = await mountRouted();
    expect(desk.element.view).to.equal('home');
    expect(desk.text()).to.contain('開こうとした画面は見つかりませんでした。ホームを表示しています。');
    await expect(desk.element).to.be.accessible();
    desk.link('保証契約一覧').click();
    await desk.showing('surety-contract-list');
    expect(desk.text()).not.to.contain('見つかりませんでした');
    follow('#/contracts/%');
    await eventually(() => desk.element.view === 'home');
    await eventually(() => desk.text().includes('見つかりませんでした'));
  });

  it('leaves a fragment of the page alone, and comes back to where it was', async () => {
    const desk = await mountRouted();
    desk.link('保証契約一覧').click();
    await desk.showing('surety-contract-list');
    const change = oneEvent(window, 'hashchange');
    follow('#main');
    await change;
    await settled(desk.element);
    expect([desk.element.view, location.hash]).to.deep.equal(['contracts', '#main']);
    history.back();
    await eventually(() => location.hash === '#/contracts');
    expect(desk.element.view).to.equal('contracts');
  });

  it('puts the address back where the page does not let one leave', async () => {
    const desk = await mountRouted();
    desk.link('保証契約一覧').click();
    await desk.showing('surety-contract-list');
    await eventually(() => location.hash === '#/contracts');
    const stay = (event: Event) => event.preventDefault();
    desk.element.addEventListener('surety-before-navigate', stay);
    history.back();
    await eventually(() => location.hash === '#/contracts');
    await settled(desk.element);
    expect(desk.element.view).to.equal('contracts');
    desk.element.removeEventListener('surety-before-navigate', stay);
  });

  it('is for one desk of a page: another one goes about without touching the address', async () => {
    const desk = await mountRouted();
    const second = await mountRouted();
    await second.press('保証契約一覧');
    await second.showing('surety-contract-list');
    expect(location.hash).to.equal('');
    follow('#/news');
    await eventually(() => desk.element.view === 'news');
    expect(second.element.view).to.equal('contracts');
  });

  it('lets a link open in a tab of its own', async () => {
    const desk = await mountRouted();
    const menu = desk.link('保証契約一覧');
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
    expect(desk.element.view).to.equal('home');
  });
});
