import {expect, fixture} from '@open-wc/testing';
import {html} from 'lit';
import '../../components/contract-list/define.js';
import '../../components/provider/define.js';
import type {SuretyContractList} from '../../components/contract-list/contract-list.js';
import {createSandbox} from '../../demo/sandbox/index.js';
import {settled} from '../support/mount.js';
import {findButton, textOf} from '../support/shadow.js';

async function mountListIn(page: Element): Promise<SuretyContractList> {
  const list = page.querySelector('surety-contract-list');
  if (!list) throw new Error('There is no list in the page.');
  await settled(list);
  return list;
}

describe('an element in a host page', () => {
  it('is hidden and takes no focus where an ancestor is invisible', async () => {
    const list = await mountListIn(
      await fixture(html`
        <div class="invisible"><surety-contract-list environment="mock"></surety-contract-list></div>
      `),
    );
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('.invisible { visibility: hidden; }');
    document.adoptedStyleSheets.push(sheet);
    try {
      expect(getComputedStyle(list).visibility).to.equal('hidden');
      findButton(list, '絞り込み').focus();
      expect(list.shadowRoot?.activeElement).to.equal(null);
    } finally {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter(each => each !== sheet);
    }
  });

  it('lets its text be selected where the page forbids it', async () => {
    const list = await mountListIn(
      await fixture(html`
        <div class="locked"><surety-contract-list environment="mock"></surety-contract-list></div>
      `),
    );
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('.locked { user-select: none; -webkit-user-select: none; }');
    document.adoptedStyleSheets.push(sheet);
    try {
      expect(getComputedStyle(list).userSelect).to.equal('text');
    } finally {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter(each => each !== sheet);
    }
  });

  it('says 「テスト環境」 where it uses the mock inside a provider of production', async () => {
    const page = await fixture(html`
      <surety-provider api-base="/v1" .fetch=${createSandbox().fetch}>
        <surety-contract-list environment="mock"></surety-contract-list>
      </surety-provider>
    `);
    expect(textOf(await mountListIn(page))).to.contain('テスト環境');
  });
});
