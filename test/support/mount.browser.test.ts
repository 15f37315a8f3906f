import {expect, html} from '@open-wc/testing';
import {mount} from './mount.js';

describe('mount', () => {
  it('returns the element of the template, inside a connected provider', async () => {
    const el = await mount(html`<p id="mine">a</p>`, {environment: 'sandbox'});
    expect(el.id).to.equal('mine');
    const provider = el.closest('surety-provider');
    expect(provider?.shadowRoot).to.contain.text('テスト環境');
  });
});
