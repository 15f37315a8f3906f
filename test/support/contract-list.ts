import {nextFrame} from '@open-wc/testing';
import {html, type TemplateResult} from 'lit';
import '../../components/contract-list/define.js';
import type {SuretyContractList} from '../../components/contract-list/contract-list.js';
import type {ContractSummary} from '../../src/schemas/contract.js';
import {eventually} from './eventually.js';
import {mount, mountWithSandbox, settled, type MountSandboxOptions} from './mount.js';
import {find, findAll, findButton, textOf} from './shadow.js';

/** One row as a person reads it. */
export interface ListRow {
  readonly element: HTMLElement;
  readonly number: string;
  readonly text: string;
  readonly cells: readonly string[];
  readonly badges: readonly string[];
  /** Place in the whole list, from 1, whether all rows are in the page or not. */
  readonly place: number;
  readonly isMarked: boolean;
  press(name: string): void;
}

/** A field of 「絞り込み」 by its label; both ends of a range have one of their own. */
export type FilterLabel =
  | '保証種類'
  | '状態'
  | '提出'
  | 'やること'
  | '発注者名'
  | '契約日（から）'
  | '契約日（まで）'
  | '請負金額（から）'
  | '請負金額（まで）'
  | '保証金額（から）'
  | '保証金額（まで）';

/** surety-contract-list as a person sees and uses it. */
export class ContractListHarness {
  readonly element: SuretyContractList;

  constructor(element: SuretyContractList) {
    this.element = element;
  }

  get #root(): ShadowRoot {
    if (!this.element.shadowRoot) throw new Error('The list was not drawn yet.');
    return this.element.shadowRoot;
  }

  /** Text of the whole list. */
  text(): string {
    return textOf(this.element);
  }

  heading(): string {
    return textOf(this.#root.querySelector('[role=tabpanel] h2'));
  }

  /** Labels of the columns. */
  heads(): string[] {
    return findAll(this.element, '[role=columnheader]').map(textOf);
  }

  rows(): ListRow[] {
    return findAll(this.element, 'tbody [role=row]').map(row);
  }

  numbers(): string[] {
    return this.rows().map(({number}) => number);
  }

  row(number: string): ListRow {
    const found = this.rows().find(each => each.number === number);
    if (!found) throw new Error(`${number} is not in the list.`);
    return found;
  }

  /** Text of one column of every row, by the label that a card shows. */
  column(label: string): string[] {
    return findAll(this.element, `tbody [data-label="${label}"]`).map(textOf);
  }

  /** 請負金額 and 保証金額 of every row, in yen. */
  amounts(which: '請負金額' | '保証金額'): number[] {
    const index = which === '請負金額' ? 0 : 1;
    return this.column('請負金額・保証金額').map(text => Number(text.split('円')[index]?.replace(/\D/g, '')));
  }

  /** How many rows are shown, in words; empty where no rows are. */
  count(): string {
    return textOf(
      [...this.#root.querySelectorAll('p')].find(each => /件を表示しています/.test(textOf(each))),
    );
  }

  /** What a screen reader is told when it has time. */
  announced(): string {
    return textOf(find(this.element, '[data-announcer=polite]'));
  }

  alert(): string {
    return textOf([...this.#root.querySelectorAll('[role=alert]')].find(each => textOf(each)));
  }

  /** What stands in place of rows where there are none. */
  emptyText(): string {
    return textOf(this.#root.querySelector('[part=empty]'));
  }

  loadingText(): string {
    return textOf(this.#root.querySelector('[role=status][part=loading]'));
  }

  staleText(): string {
    return textOf(this.#root.querySelector('[part=stale]'));
  }

  /** Says that rows are being loaded while others are shown. */
  isBusy(): boolean {
    return this.#root.querySelector('[role=tabpanel] > [aria-busy=true]') !== null;
  }

  async idle(): Promise<void> {
    await settled(this.element);
    await eventually(() => !this.isBusy(), 'the list is still loading');
    await this.element.updateComplete;
  }

  focused(): HTMLElement | null {
    return this.#root.activeElement as HTMLElement | null;
  }

  /** What has the focus, in the words that a screen reader says. */
  focusedName(): string {
    const focused = this.focused();
    return focused?.getAttribute('aria-label') ?? textOf(focused);
  }

  button(name: string): HTMLButtonElement {
    return findButton(this.element, name);
  }

  hasButton(name: string): boolean {
    return findAll(this.element, 'button').some(each => textOf(each).startsWith(name));
  }

  /** Presses a button as a person does, who has the focus on it then. */
  press(name: string): void {
    const button = this.button(name);
    button.focus();
    button.click();
  }

  tabs(): {name: string; isSelected: boolean; isTabStop: boolean}[] {
    return findAll(this.element, '[role=tab]').map(tab => ({
      name: textOf(tab),
      isSelected: tab.getAttribute('aria-selected') === 'true',
      isTabStop: tab.tabIndex === 0,
    }));
  }

  get selectedTab(): HTMLElement {
    return find(this.element, '[role=tab][aria-selected=true]');
  }

  async openTab(name: string): Promise<void> {
    findAll(this.element, '[role=tab]')
      .find(tab => textOf(tab) === name)
      ?.click();
    await this.idle();
  }

  get searchField(): HTMLInputElement {
    return find<HTMLInputElement>(this.element, '[type=search]');
  }

  /** Types into the search field and goes on typing: nothing is waited for. */
  type(text: string, {isComposing = false} = {}): void {
    this.searchField.value = text;
    this.searchField.dispatchEvent(new InputEvent('input', {bubbles: true, isComposing}));
  }

  /** Ends a conversion of kana, as browsers tell it. */
  compose(text: string): void {
    this.searchField.value = text;
    this.searchField.dispatchEvent(new CompositionEvent('compositionend', {bubbles: true}));
    this.searchField.dispatchEvent(new InputEvent('input', {bubbles: true}));
  }

  /** Searches with 「検索」, and waits for what is found. */
  async search(words: string): Promise<void> {
    this.type(words);
    this.press('検索');
    await this.idle();
  }

  orders(): {value: string; label: string}[] {
    return [...this.#sortSelect.options].map(({value, label}) => ({value, label: label.trim()}));
  }

  get #sortSelect(): HTMLSelectElement {
    const label = findAll(this.element, 'label').find(each => textOf(each).startsWith('並び順'));
    const select = label?.querySelector('select');
    if (!select) throw new Error('There is no 並び順.');
    return select;
  }

  /** Chooses in 「並び順」. */
  async sort(label: string): Promise<void> {
    const order = this.orders().find(each => each.label === label);
    if (!order) throw new Error(`There is no order ${label}.`);
    this.#sortSelect.value = order.value;
    this.#sortSelect.dispatchEvent(new Event('change'));
    await this.idle();
  }

  /** The header of a column, and its buttons that sort. */
  head(label: string): HTMLElement {
    const found = findAll(this.element, '[role=columnheader]').find(each => textOf(each).startsWith(label));
    if (!found) throw new Error(`There is no column ${label}.`);
    return found;
  }

  sortButton(label: string): HTMLButtonElement {
    const found = findAll(this.element, '[role=columnheader] button').find(each => textOf(each) === label);
    if (!found) throw new Error(`${label} cannot be sorted by.`);
    return found as HTMLButtonElement;
  }

  /** 「絞り込み」, whose name says how many conditions are in force. */
  get filterToggle(): HTMLElement {
    return find(this.element, '[part=filter-toggle]');
  }

  isFilterOpen(): boolean {
    return this.filterToggle.getAttribute('aria-expanded') === 'true';
  }

  get #filters(): HTMLElement {
    return find(this.element, '[part=filters]');
  }

  async openFilter(): Promise<void> {
    this.filterToggle.click();
    await eventually(() => this.#filters.querySelector('select'), 'the panel did not come');
  }

  filterField(label: FilterLabel): HTMLInputElement | HTMLSelectElement {
    const found = [...this.#filters.querySelectorAll('label')].find(
      each => textOf(each).replace(/\s/g, '') === label,
    );
    const field = found && this.#root.getElementById(found.htmlFor);
    if (!field) throw new Error(`There is no field ${label}.`);
    return field as HTMLInputElement | HTMLSelectElement;
  }

  fillFilter(label: FilterLabel, value: string): void {
    const field = this.filterField(label);
    const option =
      field instanceof HTMLSelectElement && [...field.options].find(each => each.label.trim() === value);
    field.value = option ? option.value : value;
    field.dispatchEvent(new Event('input', {bubbles: true}));
  }

  /** Sends the panel, and waits until it is closed or says what is wrong. */
  async applyFilter(): Promise<void> {
    this.button('この条件で絞り込む').click();
    const hasErrors = () => this.filterErrors().length > 0;
    await eventually(() => !this.isFilterOpen() || hasErrors(), 'nothing came of it');
    await this.idle();
  }

  filterErrors(): string[] {
    return [...this.#filters.querySelectorAll('[aria-invalid=true]')].map(field =>
      textOf(this.#root.getElementById(field.getAttribute('aria-describedby')?.split(' ')[0] ?? '')),
    );
  }

  /** The conditions in force, as the buttons that take them out. */
  chips(): HTMLElement[] {
    return findAll(this.element, '[part=chips] li button');
  }

  /** The progress of an export, or why it failed. */
  progress(): string {
    return textOf(this.#root.querySelector('progress')?.parentElement);
  }

  // What follows is about a list that is longer than the page shows at once.

  /** The box that scrolls, if the list is so long that it has one. */
  get box(): HTMLElement {
    return find(this.element, 'table').parentElement as HTMLElement;
  }

  get table(): HTMLElement {
    return find(this.element, 'table');
  }

  hasScrollBox(): boolean {
    return this.box.hasAttribute('tabindex');
  }

  async scrollTo(pixels: number): Promise<void> {
    this.box.scrollTop = pixels;
    await nextFrame();
    await nextFrame();
  }

  isSeen(element: Element): boolean {
    const [{top, bottom}, box] = [element.getBoundingClientRect(), this.box.getBoundingClientRect()];
    return bottom > box.top && top < box.bottom;
  }

  /** Rows that are in sight, from the upper end down. */
  seen(): ListRow[] {
    const top = ({element}: ListRow) => element.getBoundingClientRect().top;
    return this.rows()
      .filter(({element}) => this.isSeen(element))
      .sort((one, other) => top(one) - top(other));
  }

  places(): number[] {
    return this.seen().map(({place}) => place);
  }

  /** Pixels of the box that no row and no header covers. */
  blankPixels(): number {
    const box = this.box.getBoundingClientRect();
    const pieces = findAll(this.element, 'tbody, thead')
      .map(each => each.getBoundingClientRect())
      .map(({top, bottom}) => [Math.max(top, box.top), Math.min(bottom, box.bottom)] as const)
      .filter(([top, bottom]) => bottom > top)
      .sort((one, other) => one[0] - other[0]);
    let [blank, reached] = [0, box.top];
    for (const [top, bottom] of pieces) {
      blank += Math.max(0, top - reached);
      reached = Math.max(reached, bottom);
    }
    return blank + Math.max(0, box.bottom - reached);
  }
}

function row(element: HTMLElement): ListRow {
  return {
    element,
    number: textOf(element.querySelector('[data-label="保証契約番号"] [translate=no]')),
    text: textOf(element),
    cells: [...element.children].map(textOf),
    badges: [...element.querySelectorAll('.badge')].map(textOf),
    place: Number(element.getAttribute('aria-rowindex')) - 1,
    isMarked: element.getAttribute('aria-current') === 'true',
    press: name => findButton(element, name).click(),
  };
}

/** Puts a list before the sandbox. */
export async function mountList(
  options: MountSandboxOptions = {},
  template: TemplateResult = html`<surety-contract-list></surety-contract-list>`,
) {
  const {el, sandbox} = await mountWithSandbox<SuretyContractList>(template, options);
  return {list: new ContractListHarness(el), el, sandbox};
}

/** Puts a list into the page that holds its contracts; nothing is fetched. */
export async function mountContracts(contracts: readonly ContractSummary[]): Promise<ContractListHarness> {
  return new ContractListHarness(
    await mount<SuretyContractList>(
      html`<surety-contract-list .contracts=${contracts}></surety-contract-list>`,
    ),
  );
}
