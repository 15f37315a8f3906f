import {html, type TemplateResult} from 'lit';
import '../../components/obligee-directory/define.js';
import type {SuretyObligeeDirectory} from '../../components/obligee-directory/obligee-directory.js';
import {readDirectory} from '../../demo/sandbox/data/directory.js';
import type {Obligee} from '../../src/schemas/obligee.js';
import {mountWithSandbox, settled, type MountSandboxOptions} from './mount.js';
import {find, findAll, findButton, textOf} from './shadow.js';

/** surety-obligee-directory as a person sees and uses it. */
export class DirectoryHarness {
  readonly element: SuretyObligeeDirectory;

  constructor(element: SuretyObligeeDirectory) {
    this.element = element;
  }

  get #root(): ShadowRoot {
    if (!this.element.shadowRoot) throw new Error('The directory was not drawn yet.');
    return this.element.shadowRoot;
  }

  text(): string {
    return textOf(this.element);
  }

  /** Obligees that are listed. */
  names(): string[] {
    return this.entries().map(each => textOf(each.querySelector('h4')));
  }

  entries(): HTMLElement[] {
    return findAll(this.element, '[part~=entry]');
  }

  prefectures(): string[] {
    return findAll(this.element, 'h3')
      .map(textOf)
      .filter(text => text !== '一覧にない自治体');
  }

  /** How many are listed, in words. */
  count(): string {
    return textOf(find(this.element, '[part=count]'));
  }

  /** What a screen reader is told when it has time. */
  announced(): string {
    return textOf(find(this.element, '[data-announcer=polite]'));
  }

  alert(): string {
    return textOf([...this.#root.querySelectorAll('[role=alert]')].find(each => textOf(each)));
  }

  emptyText(): string {
    return textOf(this.#root.querySelector('[part=empty], slot[name=empty]'));
  }

  loadingText(): string {
    return textOf(this.#root.querySelector('[role=status][part=loading]'));
  }

  staleText(): string {
    return textOf(this.#root.querySelector('[part=stale]'));
  }

  /** What is wrong in the list of `feed-src`. */
  feedReport(): string {
    return textOf(this.#root.querySelector('[part~=feed-report]'));
  }

  feedProblems(): string[] {
    find(this.element, '[part~=feed-report] summary').click();
    return findAll(this.element, '[part~=feed-report] li').map(textOf);
  }

  /** The entry of an obligee. */
  entry(name: string): HTMLElement {
    const found = this.entries().find(each => textOf(each.querySelector('h4')) === name);
    if (!found) throw new Error(`${name} is not listed.`);
    return found;
  }

  /** What stands beside a label in an entry. */
  factOf(name: string, label: string): string {
    const labels = [...this.entry(name).querySelectorAll('dt')];
    return textOf(labels.find(each => textOf(each) === label)?.nextElementSibling);
  }

  /** What an entry says about its start in a word. */
  badgeOf(name: string): string {
    return textOf(this.entry(name).querySelector('.badge'));
  }

  /** The obligee's own words, with their source and its date. */
  quoteOf(name: string): HTMLElement {
    const quote = this.entry(name).querySelector('figure');
    if (!quote) throw new Error(`${name} has no quotation.`);
    return quote;
  }

  /** What an entry says that the obligee's page leaves open. */
  openPointsOf(name: string): string {
    return textOf(
      [...this.entry(name).querySelectorAll('p')].find(each => textOf(each).startsWith('要確認')),
    );
  }

  openAllDetails(): void {
    for (const details of findAll(this.element, 'details')) (details as HTMLDetailsElement).open = true;
  }

  get searchField(): HTMLInputElement {
    return find<HTMLInputElement>(this.element, '[type=search]');
  }

  /** Types into the search field and goes on: nothing is waited for. */
  type(words: string, init: InputEventInit = {}): void {
    this.searchField.value = words;
    this.searchField.dispatchEvent(new InputEvent('input', {bubbles: true, ...init}));
  }

  /** Ends a conversion of kana. */
  compose(words: string): void {
    this.searchField.value = words;
    this.searchField.dispatchEvent(new CompositionEvent('compositionend', {bubbles: true, data: words}));
  }

  /** Types words and presses Enter. */
  async search(words: string): Promise<void> {
    this.type(words);
    this.searchField.form?.requestSubmit();
    await settled(this.element);
  }

  select(label: '都道府県' | '保証の種類'): HTMLSelectElement {
    const found = findAll(this.element, 'label').find(each => textOf(each) === label) as HTMLLabelElement;
    return this.#root.getElementById(found.htmlFor) as HTMLSelectElement;
  }

  async choose(label: '都道府県' | '保証の種類', value: string): Promise<void> {
    const select = this.select(label);
    select.value = value;
    select.dispatchEvent(new Event('change', {bubbles: true}));
    await settled(this.element);
  }

  hasButton(name: string): boolean {
    return findAll(this.element, 'button').some(each => textOf(each).startsWith(name));
  }

  /** Presses a button as a person does, who has the focus on it then. */
  press(name: string): void {
    const button = findButton(this.element, name);
    button.focus();
    button.click();
  }

  /** What has the focus, as it is read. */
  focusedName(): string {
    return textOf(this.#root.activeElement);
  }

  focused(): Element | null {
    return this.#root.activeElement;
  }

  /** The part that shows bodies without an entry, where there are any. */
  unlisted(): HTMLElement | null {
    return this.#root.querySelector<HTMLElement>('[part=others]');
  }

  /** Buttons that choose a body without an entry. */
  unlistedBodies(): HTMLElement[] {
    return [...(this.unlisted()?.querySelectorAll<HTMLElement>('button') ?? [])];
  }
}

/** The directory on a day on which all that is announced for 2026 holds. */
export const all = html`<surety-obligee-directory today="2026-10-01"></surety-obligee-directory>`;

/** Puts it over the sandbox. */
export const open = async (options: MountSandboxOptions = {}, template: TemplateResult = all) =>
  new DirectoryHarness((await mountWithSandbox<SuretyObligeeDirectory>(template, options)).el);

/** An obligee like にかほ市, save for what a test is about. */
export function sample({
  rule,
  ...changes
}: Partial<Omit<Obligee, 'rule'>> & {rule?: Partial<Obligee['rule']>}): Obligee {
  const [nikaho] = readDirectory();
  if (!nikaho) throw new Error('The directory is empty.');
  return {...nikaho, ...changes, rule: {...nikaho.rule, ...rule}};
}
