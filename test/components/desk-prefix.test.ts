import {expect} from '@open-wc/testing';
import type {SuretyDesk} from '../../components/desk/desk.js';
import {createSandbox, leafletKeys} from '../../demo/sandbox/index.js';
import {defineAll} from '../../src/index.js';
import {Desk} from '../support/desk.js';
import {eventually} from '../support/eventually.js';
import {fired} from '../support/fired.js';
import {find, textOf} from '../support/shadow.js';

const {number} = leafletKeys['advance-payment'];

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
    const desk = new Desk(el);
    await eventually(() => el.shadowRoot && desk.menu().length > 0);
    await desk.press('保証契約一覧');
    const list = await desk.showing('acme-contract-list');
    await eventually(() => textOf(list).includes(number));
    const {view, contractNumber} = await fired(el, 'surety-desk-navigate', () =>
      find(list, `tbody button[aria-label*="${number}"]`).click(),
    );
    expect([view, contractNumber]).to.deep.equal(['contract', number]);
    const detail = await desk.showing('acme-contract-detail');
    await eventually(() => textOf(detail).includes('電子保証概要'));
    await expect(el).to.be.accessible();
    await desk.press('保証契約一覧へ戻る');
    await desk.showing('acme-contract-list');
    expect(detail.isConnected, 'what holds a key is removed').to.equal(false);
    expect(desk.elements().every(({localName}) => localName.startsWith('acme-'))).to.equal(true);
  });
});
