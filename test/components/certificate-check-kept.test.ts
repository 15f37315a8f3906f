import {expect, html, oneEvent} from '@open-wc/testing';
import type {SuretyCertificateCheck} from '../../components/certificate-check/certificate-check.js';
import {
  authKey,
  check,
  find,
  get,
  mountCheck,
  number,
  root,
  type,
  words,
} from '../support/certificate-check.js';
import {eventually} from '../support/eventually.js';
import {mount, settled} from '../support/mount.js';

describe('what surety-certificate-check keeps, and what it forgets', () => {
  it('sends the key in the body of one POST only, and keeps it nowhere once the certificate is open', async () => {
    const seen: {method: string; url: string; headers: string; body: string}[] = [];
    const details: string[] = [];
    const {el} = await mountCheck({
      intercept: async request => {
        const headers = JSON.stringify([...request.headers]);
        seen.push({method: request.method, url: request.url, headers, body: await request.text()});
        return undefined;
      },
    });
    el.addEventListener('surety-certificate-checked', event => details.push(JSON.stringify(event.detail)));
    await check(el, {number, key: authKey});
    const withKey = seen.filter(({body}) => body.includes(authKey));
    expect(withKey.map(({method}) => method)).to.deep.equal(['POST']);
    expect(seen.map(({url, headers}) => url + headers).join()).to.not.contain(authKey);
    expect(details.join()).to.not.contain(authKey);
    expect(root(el).innerHTML).to.not.contain(authKey);
    expect(JSON.stringify({...localStorage, ...sessionStorage}) + location.href).to.not.contain(authKey);
  });

  it('forgets key and certificate when it or the page is left', async () => {
    const {el} = await mountCheck();
    type(el, {number, key: authKey});
    window.dispatchEvent(new Event('pagehide'));
    expect(get<HTMLInputElement>(el, '#key').value).to.equal('');
    await check(el, {number, key: authKey});
    expect(find(el, '.sheet')).to.not.equal(null);
    const {parentElement} = el;
    el.remove();
    parentElement?.append(el);
    await settled(el);
    expect(find(el, '.sheet')).to.equal(null);
  });

  it('keeps what was typed when the register cannot be reached, says so, and checks again after reload()', async () => {
    let isDown = true;
    const {el} = await mountCheck({
      intercept: request =>
        isDown && request.url.endsWith('/register/checks')
          ? new Response('bad gateway', {status: 502})
          : undefined,
    });
    type(el, {number, key: authKey});
    setTimeout(() => get(el, 'button[type=submit]').click());
    const {detail} = await oneEvent<HTMLElementEventMap['surety-error']>(el, 'surety-error');
    await settled(el);
    expect(detail.error.code).to.equal('unavailable');
    expect(get(el, '[role=alert].notice')).to.contain.text('利用できません');
    expect(get<HTMLInputElement>(el, '#key').value).to.equal(authKey);
    expect(words(el)).to.not.contain('この保証契約は有効です');
    await expect(el).to.be.accessible();
    isDown = false;
    el.reload();
    await eventually(() => find(el, '[data-state=in-force]'));
  });

  it('never shows a certificate for an answer that does not fit the description', async () => {
    const {el} = await mountCheck({
      intercept: request =>
        request.url.endsWith('/register/checks')
          ? new Response(JSON.stringify({contractNumber: number, state: 'in-force', certificates: []}), {
              headers: {'Content-Type': 'application/json'},
            })
          : undefined,
    });
    await check(el, {number, key: authKey});
    expect(find(el, '[part=state]')).to.equal(null);
    expect(get(el, '[role=alert].notice')).to.contain.text('読み取れませんでした');
  });

  it('asks the page to sign in again, with everything kept', async () => {
    const {el} = await mountCheck({
      intercept: request =>
        request.url.endsWith('/register/checks') ? new Response(null, {status: 401}) : undefined,
    });
    type(el, {number, key: authKey});
    setTimeout(() => get(el, 'button[type=submit]').click());
    await oneEvent(el, 'surety-auth-required');
    await settled(el);
    expect(get<HTMLInputElement>(el, '#key').value).to.equal(authKey);
  });

  it('tells the page’s author what to write when nothing is configured', async () => {
    const el = await mount<SuretyCertificateCheck>(
      html`<surety-certificate-check></surety-certificate-check>`,
      {apiBase: ''},
    );
    expect(get(el, '[role=alert]')).to.contain.text('api-base');
  });
});
