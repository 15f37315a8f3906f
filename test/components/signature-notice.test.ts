import {expect} from '@open-wc/testing';
import {html} from 'lit';
import '../../components/certificate-check/define.js';
import '../../components/certificate-viewer/define.js';
import type {SuretyCertificateCheck} from '../../components/certificate-check/certificate-check.js';
import type {SuretyCertificateViewer} from '../../components/certificate-viewer/certificate-viewer.js';
import {createSandbox, leafletKeys} from '../../demo/sandbox/index.js';
import type {Certificate} from '../../src/schemas/certificate.js';
import {eventually} from '../support/eventually.js';
import {mountWithSandbox, settled} from '../support/mount.js';
import {changeContract} from '../support/office.js';
import {find, findButton, problem, textOf} from '../support/shadow.js';

const {number, authKey} = leafletKeys['advance-payment'];
const encryptionKey = new Uint8Array(32).fill(7);

/** The same certificates as those of a mounted sandbox, on another way. */
async function certificatesOf(contractNumber: string = number): Promise<Certificate[]> {
  const sandbox = createSandbox({seed: 'leaflet', encryptionKey});
  const {token} = await sandbox.signIn('contractor');
  const headers = {Authorization: `Bearer ${token}`};
  const response = await sandbox.fetch(`/v1/contracts/${contractNumber}/certificates`, {headers});
  return ((await response.json()) as {items: Certificate[]}).items;
}

type Intercept = (path: string) => Response | undefined | Promise<Response | undefined>;

async function mountViewer(intercept: Intercept = () => undefined) {
  const mounted = await mountWithSandbox<SuretyCertificateViewer>(
    html`<surety-certificate-viewer contract-number=${number}></surety-certificate-viewer>`,
    {encryptionKey, intercept: request => intercept(new URL(request.url).pathname)},
  );
  await verdict(mounted.el);
  return mounted;
}

/** What the element says about the signature, once it has been checked. */
async function verdict(el: Element): Promise<string | undefined> {
  const shown = () => el.shadowRoot?.querySelector<HTMLElement>('[part=signature]')?.dataset['signature'];
  await eventually(() => shown() && shown() !== 'checking', 'the signature is checked');
  return shown();
}

const altered =
  (change: (certificate: Certificate) => Certificate): Intercept =>
  async path =>
    path.endsWith('/certificates') ? Response.json({items: (await certificatesOf()).map(change)}) : undefined;

describe('what a certificate’s signature says', () => {
  it('is 「改ざんされていません」 with who signed and when it was checked', async () => {
    const {el} = await mountViewer();
    expect(await verdict(el)).to.equal('valid');
    const text = textOf(find(el, '[part=signature]'));
    expect(text).to.contain('改ざんされていません').and.to.contain('東日本建設業保証株式会社が署名');
    expect(text).to.match(/署名の確認日時：\d{4}\/\d\d\/\d\d \d\d:\d\d/);
    await expect(el).to.be.accessible();
  });

  it('is a strong warning when one figure was altered, and never success', async () => {
    const {el} = await mountViewer(altered(each => ({...each, guaranteeAmount: 99_000_000})));
    expect(await verdict(el)).to.equal('tampered');
    const notice = find(el, '[part=signature]');
    expect(notice.getAttribute('role')).to.equal('alert');
    expect(textOf(notice)).to.contain('改ざんされているおそれがあります').and.to.contain('「新規」');
    expect(textOf(el)).not.to.contain('改ざんされていません');
    await expect(el).to.be.accessible();
  });

  it('is a warning when another contract’s good certificate was answered', async () => {
    const other = await certificatesOf(leafletKeys.performance.number);
    const {el} = await mountViewer(path =>
      path.endsWith('/certificates') ? Response.json({items: other}) : undefined,
    );
    expect(await verdict(el)).to.equal('tampered');
  });

  it('is that it cannot be known without a signature', async () => {
    const {el} = await mountViewer(altered(({signature: _signature, ...each}) => each));
    expect(await verdict(el)).to.equal('unverifiable');
    expect(textOf(find(el, '[part=signature]')))
      .to.contain('署名を確認できません')
      .and.to.contain('署名がありません');
    expect(textOf(el)).not.to.contain('改ざんされていません');
    await expect(el).to.be.accessible();
  });

  it('is that it cannot be known while the keys cannot be fetched, and can be tried again', async () => {
    let isDown = true;
    const {el} = await mountViewer(path =>
      isDown && path.endsWith('/jwks.json') ? problem(404) : undefined,
    );
    expect(await verdict(el)).to.equal('unverifiable');
    expect(textOf(el)).not.to.contain('改ざんされていません');
    expect(find(el, '.sheet')).to.exist;
    await expect(el).to.be.accessible();
    isDown = false;
    findButton(el, 'もう一度確認する').click();
    await el.updateComplete;
    expect(await verdict(el)).to.equal('valid');
  });

  it('is that it cannot be known in a browser without Ed25519', async () => {
    const items = await certificatesOf();
    const {importKey} = crypto.subtle;
    const {el} = await mountViewer(path => {
      if (path.endsWith('/jwks.json'))
        crypto.subtle.importKey = () => Promise.reject(new DOMException('', 'NotSupportedError'));
      return path.endsWith('/certificates') ? Response.json({items}) : undefined;
    }).finally(() => (crypto.subtle.importKey = importKey));
    expect(await verdict(el)).to.equal('unverifiable');
    expect(textOf(find(el, '[part=signature]'))).to.contain('ブラウザーは、この署名の方式に対応していません');
  });

  it('is checked for each revision that the viewer shows', async () => {
    const {el, sandbox} = await mountViewer();
    await changeContract(sandbox, number);
    el.reload();
    await settled(el);
    expect(await verdict(el)).to.equal('valid');
  });

  it('stands in the obligee’s check too, and goes with the certificate', async () => {
    const {el} = await mountWithSandbox<SuretyCertificateCheck>(
      html`<surety-certificate-check></surety-certificate-check>`,
      {encryptionKey, role: 'obligee'},
    );
    find<HTMLInputElement>(el, '#number').value = number;
    find<HTMLInputElement>(el, '#key').value = authKey;
    findButton(el, '証書を確認する').click();
    expect(await verdict(el)).to.equal('valid');
    await expect(el).to.be.accessible();
    el.reset();
    await el.updateComplete;
    expect(el.shadowRoot?.querySelector('[part=signature]')).to.equal(null);
  });
});
