import {expect, html} from '@open-wc/testing';
import {mount, mountWithSandbox} from './mount.js';

describe('mount', () => {
  it('returns the element of the template, inside a connected provider', async () => {
    const el = await mount(html`<p id="mine">a</p>`, {environment: 'sandbox'});
    expect(el.id).to.equal('mine');
    const provider = el.closest('surety-provider');
    expect(provider?.shadowRoot).to.contain.text('テスト環境');
  });

  it('acts for the role asked for', async () => {
    const {el, sandbox} = await mountWithSandbox(html`<p>a</p>`, {role: 'obligee'});
    const token = await el.closest('surety-provider')?.getToken?.({reason: 'initial'});
    const response = await sandbox.fetch('/v1/me', {headers: {Authorization: `Bearer ${token?.token}`}});
    expect(response.status).to.equal(200);
    expect(await response.json()).to.have.property('role', 'obligee');
  });

  it('lets a test answer in place of the sandbox', async () => {
    const {el} = await mountWithSandbox(html`<p>a</p>`, {
      intercept: request => (request.url.endsWith('/me') ? new Response('no', {status: 503}) : undefined),
    });
    const fetch = el.closest('surety-provider')?.fetch;
    expect((await fetch?.('/v1/me'))?.status).to.equal(503);
    expect((await fetch?.('/v1/surety'))?.status).to.equal(200);
  });
});
