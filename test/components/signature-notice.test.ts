import {expect} from '@open-wc/testing';
import {createSandbox, leafletKeys} from '../../demo/sandbox/index.js';
import type {Certificate} from '../../src/schemas/certificate.js';
import {ADVANCE, mountCheck} from '../support/certificate-check.js';
import {mountViewer} from '../support/certificate-viewer.js';
import type {ElementHarness} from '../support/element-harness.js';
import {eventually} from '../support/eventually.js';
import {settled} from '../support/mount.js';
import {changeContract} from '../support/office.js';
import {problem} from '../support/shadow.js';

const {number, authKey} = ADVANCE;
const encryptionKey = new Uint8Array(32).fill(7);

/** Returns the certificates of a sandbox with the same content as a mounted one. */
async function certificatesOf(contractNumber: string = number): Promise<Certificate[]> {
  const sandbox = createSandbox({seed: 'leaflet', encryptionKey});
  const {token} = await sandbox.signIn('contractor');
  const headers = {Authorization: `Bearer ${token}`};
  const response = await sandbox.fetch(`/v1/contracts/${contractNumber}/certificates`, {headers});
  return ((await response.json()) as {items: Certificate[]}).items;
}

type Intercept = (path: string) => Response | undefined | Promise<Response | undefined>;

/** Mounts a viewer, and waits until the signature is checked. */
async function mountChecked(intercept: Intercept = () => undefined) {
  const mounted = await mountViewer({
    encryptionKey,
    intercept: request => intercept(new URL(request.url).pathname),
  });
  await verdict(mounted.viewer);
  return mounted;
}

/** Waits until the signature is checked, and returns what the element says about it. */
async function verdict(harness: ElementHarness<HTMLElement>): Promise<string> {
  const shown = () => harness.part('signature');
  await eventually(() => shown() && shown() !== '署名を確認しています', 'the signature is checked');
  return shown() ?? '';
}

const altered =
  (change: (certificate: Certificate) => Certificate): Intercept =>
  async path =>
    path.endsWith('/certificates') ? Response.json({items: (await certificatesOf()).map(change)}) : undefined;

describe('what a certificate’s signature says', () => {
  it('is 「改ざんされていません」 with who signed and when it was checked', async () => {
    const {viewer} = await mountChecked();
    expect(await verdict(viewer)).to.contain('改ざんされていません');
    const text = viewer.part('signature');
    expect(text).to.contain('改ざんされていません').and.to.contain('東日本建設業保証株式会社が署名');
    expect(text).to.match(/署名の確認日時：\d{4}\/\d\d\/\d\d \d\d:\d\d/);
    await expect(viewer.element).to.be.accessible();
  });

  it('is a strong warning when one figure was altered, and never success', async () => {
    const {viewer} = await mountChecked(altered(each => ({...each, guaranteeAmount: 99_000_000})));
    expect(await verdict(viewer)).to.contain('改ざんされているおそれがあります');
    expect(viewer.alert()).to.contain('改ざんされているおそれがあります').and.to.contain('「新規」');
    expect(viewer.text()).not.to.contain('改ざんされていません');
    await expect(viewer.element).to.be.accessible();
  });

  it('is a warning when another contract’s good certificate was answered', async () => {
    const other = await certificatesOf(leafletKeys.performance.number);
    const {viewer} = await mountChecked(path =>
      path.endsWith('/certificates') ? Response.json({items: other}) : undefined,
    );
    expect(await verdict(viewer)).to.contain('改ざんされているおそれがあります');
  });

  it('is that it cannot be known without a signature', async () => {
    const {viewer} = await mountChecked(altered(({signature: _signature, ...each}) => each));
    expect(await verdict(viewer)).to.contain('署名を確認できません');
    expect(viewer.part('signature')).to.contain('署名を確認できません').and.to.contain('署名がありません');
    expect(viewer.text()).not.to.contain('改ざんされていません');
    await expect(viewer.element).to.be.accessible();
  });

  it('is that it cannot be known while the keys cannot be fetched, and can be tried again', async () => {
    let isDown = true;
    const {viewer} = await mountChecked(path =>
      isDown && path.endsWith('/jwks.json') ? problem(404) : undefined,
    );
    expect(await verdict(viewer)).to.contain('署名を確認できません');
    expect(viewer.text()).not.to.contain('改ざんされていません');
    expect(viewer.part('certificate')).to.contain(number);
    await expect(viewer.element).to.be.accessible();
    isDown = false;
    await viewer.press('もう一度確認する');
    expect(await verdict(viewer)).to.contain('改ざんされていません');
  });

  it('is that it cannot be known in a browser without Ed25519', async () => {
    const items = await certificatesOf();
    const {importKey} = crypto.subtle;
    const {viewer} = await mountChecked(path => {
      if (path.endsWith('/jwks.json'))
        crypto.subtle.importKey = () => Promise.reject(new DOMException('', 'NotSupportedError'));
      return path.endsWith('/certificates') ? Response.json({items}) : undefined;
    }).finally(() => (crypto.subtle.importKey = importKey));
    expect(await verdict(viewer)).to.contain('署名を確認できません');
    expect(viewer.part('signature')).to.contain('ブラウザーは、この署名の方式に対応していません');
  });

  it('is checked for each revision that the viewer shows', async () => {
    const {viewer, sandbox} = await mountChecked();
    await changeContract(sandbox, number);
    viewer.element.reload();
    await settled(viewer.element);
    expect(await verdict(viewer)).to.contain('改ざんされていません');
  });

  it('stands in the obligee’s check too, and goes with the certificate', async () => {
    const check = await mountCheck({encryptionKey});
    await check.enter(number, authKey);
    expect(await verdict(check)).to.contain('改ざんされていません');
    await expect(check.element).to.be.accessible();
    check.element.reset();
    await check.updated();
    expect(check.part('signature')).to.equal(undefined);
  });
});
