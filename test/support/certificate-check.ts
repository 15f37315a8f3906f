import {expect, html} from '@open-wc/testing';
import '../../components/certificate-check/define.js';
import type {SuretyCertificateCheck} from '../../components/certificate-check/certificate-check.js';
import type {ExpectedCertificate} from '../../components/certificate-check/expected.js';
import {leafletKeys} from '../../demo/sandbox/samples.js';
import {eventually} from './eventually.js';
import {mountWithSandbox, settled, type MountSandboxOptions} from './mount.js';

/** The leaflet’s advance-payment guarantee. */
export const {number, authKey} = leafletKeys['advance-payment'];
export const wide = (text: string) =>
  text.replace(/[!-~]/g, letter => String.fromCharCode(letter.charCodeAt(0) + 0xfee0));

export const root = (el: SuretyCertificateCheck) => {
  if (!el.shadowRoot) throw new Error('The element has not drawn.');
  return el.shadowRoot;
};
export const find = <T extends HTMLElement>(el: SuretyCertificateCheck, selector: string) =>
  root(el).querySelector<T>(selector);
export const get = <T extends HTMLElement>(el: SuretyCertificateCheck, selector: string): T => {
  const found = find<T>(el, selector);
  if (!found) throw new Error(`There is no ${selector}.`);
  return found;
};
export const focused = (el: SuretyCertificateCheck) => root(el).activeElement;
export const words = (el: SuretyCertificateCheck) => (root(el).textContent ?? '').replace(/\s+/g, '');

export const mountCheck = (options: MountSandboxOptions = {}, expected?: ExpectedCertificate) =>
  mountWithSandbox<SuretyCertificateCheck>(
    html`<surety-certificate-check .expected=${expected}></surety-certificate-check>`,
    {role: 'obligee', ...options},
  );

export function type(el: SuretyCertificateCheck, typed: {number?: string; key?: string}) {
  for (const [id, text] of Object.entries(typed)) get<HTMLInputElement>(el, `#${id}`).value = text;
}

export async function check(el: SuretyCertificateCheck, typed: {number?: string; key?: string}) {
  type(el, typed);
  get(el, 'button[type=submit]').click();
  await settled(el);
  await eventually(() => find(el, 'form')?.getAttribute('aria-busy') !== 'true', 'the check has ended');
  await settled(el);
}

/** Time stands still and moves on by hand, however long the machine takes. */
export function stopClock() {
  const {now} = Date;
  let shown = now();
  Date.now = () => shown;
  return {advance: (milliseconds: number) => void (shown += milliseconds), goOn: () => void (Date.now = now)};
}

export const openCertificate = async (options: MountSandboxOptions = {}, expected?: ExpectedCertificate) => {
  const mounted = await mountCheck(options, expected);
  await check(mounted.el, {number, key: authKey});
  return mounted;
};

/** Issues 変更1 the way the surety's office does. */
export async function change(sandbox: Awaited<ReturnType<typeof mountCheck>>['sandbox']) {
  const {token} = await sandbox.signIn('surety');
  const body = {revision: 0, reason: '工期延長のため', guaranteeAmount: 22_000_000, worksPrice: 55_000_000};
  const response = await sandbox.fetch(
    new Request(new URL(`/v1/office/contracts/${number}/changes`, location.href), {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        Authorization: `Bearer ${token}`,
        'Idempotency-Key': crypto.randomUUID(),
      },
      body: JSON.stringify(body),
    }),
  );
  expect(response.status).to.equal(200);
}
