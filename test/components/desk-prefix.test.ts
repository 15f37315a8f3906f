import {expect} from '@open-wc/testing';
import type {SuretyDesk} from '../../components/desk/desk.js';
import {createSandbox, leafletKeys} from '../../demo/sandbox/index.js';
import {defineAll} from '../../src/index.js';
import {eventually} from '../support/eventually.js';
import {fired} from '../support/fired.js';
import {find, findAll, findButton, textOf} from '../support/shadow.js';

const {number} = leafletKeys['advance-payment'];
const shownTag = (el: Element) => findAll(el, '.view:not([hidden]) > *')[0]?.localName;

describe('a desk under another prefix', () => {
  const page = document.createElement('div');
  before(() => document.body.append(page));
  after(() => page.remove());

  it('is made of elements of that prefix, tells the page by the same events, and forgets the key', async () => {
    defineAll({prefix: 'acme'});
    const sandbox = createSandbox({seed: 'leaflet'});
    const fetch: typeof globalThis.fetch = (input, init) => sandbox.fetch(new Request(input, init));
    const el = document.createElement('acme-desk') as SuretyDesk;
    const provider = Object.assign(document.createElement('acme-provider'), {
      apiBase: '/v1',
      fetch,
      getToken: () => sandbox.signIn('contractor'),
    });
    provider.append(el);
    page.append(provider);
    await eventually(() => findAll(el, 'nav a, nav button').length > 0);
    findButton(el, '保証契約一覧').click();
    await eventually(() => shownTag(el) === 'acme-contract-list');
    const list = find(el, 'acme-contract-list');
    await eventually(() => textOf(list).includes(number));
    const {view, contractNumber} = await fired(el, 'surety-desk-navigate', () =>
      find(list, `tbody button[aria-label*="${number}"]`).click(),
    );
    expect([view, contractNumber]).to.deep.equal(['contract', number]);
    await eventually(() => shownTag(el) === 'acme-contract-detail');
    const detail = find(el, 'acme-contract-detail');
    await eventually(() => textOf(detail).includes('電子保証概要'));
    await expect(el).to.be.accessible();
    findButton(el, '保証契約一覧へ戻る').click();
    await eventually(() => shownTag(el) === 'acme-contract-list');
    expect(detail.isConnected, 'what holds a key is removed').to.equal(false);
    expect(findAll(el, '[class^=part] > *').every(each => each.localName.startsWith('acme-'))).to.equal(true);
  });
});
