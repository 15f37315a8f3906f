import {html, type TemplateResult} from 'lit';
import '../../components/obligee-directory/define.js';
import type {SuretyObligeeDirectory} from '../../components/obligee-directory/obligee-directory.js';
import {readDirectory} from '../../demo/sandbox/data/directory.js';
import type {Obligee} from '../../src/schemas/obligee.js';
import {mountWithSandbox, type MountSandboxOptions} from './mount.js';
import {find, findAll, textOf} from './shadow.js';

/** The directory on a day on which all that is announced for 2026 holds. */
export const all = html`<surety-obligee-directory today="2026-10-01"></surety-obligee-directory>`;
/** Puts it over the sandbox. */
export const open = async (options: MountSandboxOptions = {}, template: TemplateResult = all) =>
  (await mountWithSandbox<SuretyObligeeDirectory>(template, options)).el;

/** Obligees that are listed. */
export const names = (el: Element) => findAll(el, '.entry h4').map(textOf);
/** How many are listed, in words. */
export const count = (el: Element) => textOf(find(el, '.count'));
/** What a screen reader is told when it has time. */
export const polite = (el: Element) => textOf(find(el, '[data-announcer=polite]'));

/** The entry of an obligee. */
export function entry(el: Element, name: string): HTMLElement {
  const found = findAll(el, '.entry').find(each => textOf(each.querySelector('h4')) === name);
  if (!found) throw new Error(`${name} is not listed.`);
  return found;
}

/** What stands beside a label in an entry. */
export function factOf(el: Element, name: string, label: string): string {
  const row = [...entry(el, name).querySelectorAll('dl > div')].find(
    each => textOf(each.querySelector('dt')) === label,
  );
  return textOf(row?.querySelector('dd'));
}

/** Types words into the search field. */
export async function search(el: SuretyObligeeDirectory, words: string, init: InputEventInit = {}) {
  const field = find<HTMLInputElement>(el, '#words');
  field.value = words;
  field.dispatchEvent(new InputEvent('input', {bubbles: true, ...init}));
  await el.updateComplete;
}

/** Chooses in one of the two lists. */
export async function choose(el: SuretyObligeeDirectory, id: 'prefecture' | 'kind', value: string) {
  const select = find<HTMLSelectElement>(el, `#${id}`);
  select.value = value;
  select.dispatchEvent(new Event('change', {bubbles: true}));
  await el.updateComplete;
}

/** An obligee like にかほ市, save for what a test is about. */
export function sample({
  rule,
  ...changes
}: Partial<Omit<Obligee, 'rule'>> & {rule?: Partial<Obligee['rule']>}): Obligee {
  const [nikaho] = readDirectory();
  if (!nikaho) throw new Error('The directory is empty.');
  return {...nikaho, ...changes, rule: {...nikaho.rule, ...rule}};
}
