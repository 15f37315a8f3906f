import {html, type TemplateResult} from 'lit';
import type {SuretyApplicationForm} from '../../components/application-form/application-form.js';
import {mountWithSandbox, type MountSandboxOptions} from './mount.js';
import {eventually} from './eventually.js';
import {find, findAll, findButton, textOf} from './shadow.js';

/** The form before an empty sandbox, once it knows who is signed in. */
export async function mountForm(
  template: TemplateResult = html`<surety-application-form></surety-application-form>`,
  options: MountSandboxOptions = {},
) {
  const mounted = await mountWithSandbox<SuretyApplicationForm>(template, {seed: 'empty', ...options});
  await eventually(
    () => mounted.el.shadowRoot?.querySelector('.company, [part=error]'),
    'nobody is signed in',
  );
  return mounted;
}

/** A control of the form by its path. */
export const control = (el: Element, path: string) =>
  find<HTMLInputElement & HTMLSelectElement>(el, `[id="${path}"]`);

/** Types a text as a person does who replaces all: one input event, then leaving the field. */
export async function type(el: SuretyApplicationForm, path: string, text: string): Promise<void> {
  const field = control(el, path);
  field.focus();
  field.value = text;
  field.dispatchEvent(new InputEvent('input', {bubbles: true, composed: true}));
  await el.updateComplete;
  field.dispatchEvent(new Event('change', {bubbles: true}));
  field.blur();
  await new Promise(resolve => setTimeout(resolve));
  await el.updateComplete;
}

/** Chooses a radio button or ticks a box. */
export async function choose(el: SuretyApplicationForm, path: string, value = 'true'): Promise<void> {
  find(el, `[name="${path}"][value="${value}"]`).click();
  await el.updateComplete;
}

/** Opens a tab. */
export async function openTab(el: SuretyApplicationForm, name: string): Promise<void> {
  const tab = findAll(el, '[role=tab]').find(each => textOf(each).startsWith(name));
  tab?.click();
  await el.updateComplete;
}

/** Presses a button and waits until the focus has moved to where the step begins, if it leads to one. */
export async function press(el: SuretyApplicationForm, name: string): Promise<void> {
  findButton(el, name).click();
  await el.updateComplete;
  if (name.includes('確認')) await eventually(() => hasArrived(el), 'neither 申込確認 nor errors');
  await new Promise(resolve => setTimeout(resolve, 20));
  await el.updateComplete;
}

const hasArrived = (el: SuretyApplicationForm) =>
  ['step-title', 'error-summary'].includes(el.shadowRoot?.activeElement?.id ?? '');

/** What the error shown at a field says. */
export const errorAt = (el: Element, path: string): string =>
  textOf(el.shadowRoot?.querySelector(`[id="${path}-error"]`));

/** The links of the error summary. */
export const summary = (el: Element): string[] => findAll(el, '.error-summary li').map(textOf);

/** The heading of the step that is open. */
export const stepTitle = (el: Element): string => textOf(find(el, '#step-title'));

/** 申込確認, with the leaflet's data typed in. */
export async function atCheck(el: SuretyApplicationForm): Promise<void> {
  await fillLeaflet(el);
  await press(el, '申込内容を確認する');
  if (!stepTitle(el).includes('申込確認')) throw new Error(`Not at the check but at ${stepTitle(el)}.`);
}

/** Waits for 送信完了. */
export const untilDone = (el: SuretyApplicationForm): Promise<void> =>
  eventually(() => stepTitle(el).includes('送信完了'), 'never done');

/** Fills in what the leaflet shows, by hand and with the habits of its readers. */
export async function fillLeaflet(el: SuretyApplicationForm): Promise<void> {
  await fillWorks(el);
  await openTab(el, '保証の申込内容');
  await fillGuarantees(el);
  await openTab(el, 'その他');
  await type(el, 'branchCode', 'akita');
  await choose(el, 'issueNotification/wanted', 'true');
}

async function fillWorks(el: SuretyApplicationForm) {
  await type(el, 'obligee/name', 'にかほ市');
  await recognised(el);
  await type(el, 'works/name', '令和７年度　髙﨑𠮷橋補修工事');
  await choose(el, 'works/kind', 'construction');
  await type(el, 'works/dates/bidNotice', '令和８年２月２日');
  await type(el, 'works/price', '５０，０００，０００円');
}

/** The list of obligees has been fetched and the typed name found in it. */
async function recognised(el: SuretyApplicationForm) {
  for (let tries = 0; tries < 100 && !el.shadowRoot?.querySelector('.rule'); tries++) {
    await new Promise(resolve => setTimeout(resolve, 10));
    await el.updateComplete;
  }
}

async function fillGuarantees(el: SuretyApplicationForm) {
  const advance = (member: string) => `guarantees/advance-payment/${member}`;
  const performance = (member: string) => `guarantees/performance/${member}`;
  await choose(el, 'guarantees/advance-payment');
  await choose(el, advance('certificateForm'), 'electronic');
  await type(el, advance('guaranteeAmount'), '2000万円');
  await type(el, advance('depositBank/bank'), '〇〇銀行');
  await type(el, advance('depositBank/branch'), '××支店');
  await choose(el, advance('redeposit'), 'false');
  await choose(el, advance('premiumStatement'), 'false');
  await choose(el, 'guarantees/performance');
  await choose(el, performance('certificateForm'), 'electronic');
  await type(el, performance('guaranteeAmount'), '5,000,000');
  await choose(el, performance('premiumStatement'), 'false');
}
