import {html, type TemplateResult} from 'lit';
import type {SuretyApplicationForm} from '../../components/application-form/application-form.js';
import type {Sandbox} from '../../demo/sandbox/index.js';
import {pasteEvent} from './engine.js';
import {eventually} from './eventually.js';
import {mountWithSandbox, type MountSandboxOptions} from './mount.js';
import {textOf} from './shadow.js';
import {TRANSLATED} from './translator.js';

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

type Description = 'error' | 'hint' | 'help' | 'echo' | 'warning';

/** A cell of a row that was pasted from a spreadsheet, as the form lays it out before it writes anything. */
export interface PastedCell {
  readonly text: string;
  /** Name of the field that the cell will be written to. */
  readonly field: string;
  readonly warnings: readonly string[];
}

/** Returns the text of an element without a translator's marks, white space folded. */
const wordsOf = (element: Element | null | undefined): string =>
  textOf(element).replaceAll(TRANSLATED, '').trim();

/** Returns the words of a label or legend, without 「※必須」 and 「※任意」. */
const labelOf = (element: Element): string => wordsOf(element).replace(/\s*※(必須|任意)$/, '');

const isVisible = (element: Element): boolean => element.checkVisibility({visibilityProperty: true});

/** Fields below one element, found by what a person reads: the label of a control, the name of a group. */
class Fields {
  readonly element: SuretyApplicationForm;
  readonly #place: () => ParentNode;

  constructor(element: SuretyApplicationForm, place: () => ParentNode) {
    this.element = element;
    this.#place = place;
  }

  /** Returns the fields of a group, such as those of 「前払金保証」 or of 「工期」. */
  in(group: string): Fields {
    return new Fields(this.element, () => this.#group(group));
  }

  /** Whether a control or group of that name can be seen. */
  has(name: string): boolean {
    return Boolean(this.#findControl(name) ?? this.#findGroup(name));
  }

  /** Replaces the text of a field and leaves it. */
  async fill(name: string, text: string): Promise<void> {
    const control = await this.type(name, text);
    control.dispatchEvent(new Event('change', {bubbles: true}));
    control.blur();
    await this.updated();
  }

  /** Replaces the text of a field, which keeps the focus. */
  async type(name: string, text: string, init: InputEventInit = {}): Promise<Control> {
    const control = this.control(name);
    control.focus();
    control.value = text;
    control.dispatchEvent(new InputEvent('input', {bubbles: true, composed: true, ...init}));
    await this.element.updateComplete;
    return control;
  }

  /** Chooses a radio button of a group, or an entry of a list, by its words. */
  async choose(name: string, option: string): Promise<void> {
    const control = this.#findControl(name);
    if (control instanceof HTMLSelectElement) selectOption(control, option);
    else new Fields(this.element, () => this.#group(name)).control(option).click();
    await this.updated();
  }

  /** Ticks a box. */
  check(name: string): Promise<void> {
    return this.#tick(name, true);
  }

  /** Unticks a box. */
  uncheck(name: string): Promise<void> {
    return this.#tick(name, false);
  }

  isChecked(name: string): boolean {
    return (this.control(name) as HTMLInputElement).checked;
  }

  /** Returns the text of a field, or the words of what is chosen in it. */
  value(name: string): string {
    const control = this.#findControl(name);
    if (control instanceof HTMLSelectElement) return wordsOf(control.selectedOptions[0]);
    if (control) return control.value;
    const chosen = this.#group(name).querySelector<HTMLInputElement>('input:checked');
    return wordsOf(chosen?.labels?.[0]);
  }

  errorAt(name: string): string {
    return this.#description(name, 'error');
  }

  hintAt(name: string): string {
    return this.#description(name, 'hint');
  }

  helpAt(name: string): string {
    return this.#description(name, 'help');
  }

  /** Returns what the form understood of a field: an amount in words, a ratio, a date in both calendars. */
  echoAt(name: string): string {
    return this.#description(name, 'echo');
  }

  warningAt(name: string): string {
    return this.#description(name, 'warning');
  }

  /** Returns the link in the warning of a field. */
  warningLink(name: string): HTMLAnchorElement | undefined {
    return this.#describing(name, 'warning')?.querySelector('a') ?? undefined;
  }

  /** Returns the words of the radio buttons of a group, or of the entries of a list. */
  options(name: string): string[] {
    const control = this.#findControl(name);
    if (control instanceof HTMLSelectElement) return [...control.options].map(wordsOf);
    return [...this.#group(name).querySelectorAll('label')].map(wordsOf);
  }

  /** Pastes into a field and returns the event. */
  paste(name: string, text: string): Event {
    const event = pasteEvent(text);
    const control = this.control(name);
    control.focus();
    control.dispatchEvent(event);
    return event;
  }

  /** Presses a key in a field. */
  async pressKey(name: string, init: KeyboardEventInit): Promise<void> {
    this.control(name).dispatchEvent(
      new KeyboardEvent('keydown', {bubbles: true, composed: true, cancelable: true, ...init}),
    );
    await this.element.updateComplete;
  }

  /** Types into a field with suggestions, as an input method hands it over, until its list is there. */
  async search(name: string, text: string): Promise<void> {
    await this.type(name, text);
    await eventually(() => !this.suggestionNotes(name).includes('一覧を読み込んでいます'), 'still loading');
    await this.element.updateComplete;
  }

  /** Whether something is shown below a field that suggests. */
  hasSuggestionsOpen(name: string): boolean {
    return Boolean(this.#popup(name));
  }

  /** Returns the words of the suggestions below a field. */
  suggestions(name: string): string[] {
    return this.#options(name).map(wordsOf);
  }

  /** Returns what is said below the suggestions of a field. */
  suggestionNotes(name: string): string {
    return [...(this.#popup(name)?.querySelectorAll('p') ?? [])].map(wordsOf).join(' ');
  }

  /** Returns the suggestion that the arrow keys have reached. */
  activeSuggestion(name: string): string {
    const id = this.control(name).getAttribute('aria-activedescendant');
    const option = id === null ? undefined : this.#options(name).find(each => each.id === id);
    return option?.getAttribute('aria-selected') === 'true' ? wordsOf(option) : '';
  }

  /** Clicks the first suggestion that starts with these words. */
  async pickSuggestion(name: string, words: string): Promise<void> {
    const option = this.#options(name).find(each => wordsOf(each).startsWith(words));
    if (!option) throw new Error(`「${name}」 does not suggest 「${words}」.`);
    option.click();
    await this.element.updateComplete;
  }

  /** Returns the visible control with that label. */
  control(name: string): Control {
    const control = this.#findControl(name);
    if (!control) throw new Error(`No field 「${name}」 can be seen.`);
    return control;
  }

  /** Waits until what just happened is drawn. */
  async updated(): Promise<void> {
    await this.element.updateComplete;
    await new Promise(resolve => setTimeout(resolve));
    await this.element.updateComplete;
  }

  async #tick(name: string, isChecked: boolean): Promise<void> {
    if (this.isChecked(name) !== isChecked) this.control(name).click();
    await this.updated();
  }

  #findControl(name: string): Control | undefined {
    const labels = [...this.#place().querySelectorAll('label')];
    const label = labels.find(each => labelOf(each) === name && isVisible(each));
    return (label?.control ?? undefined) as Control | undefined;
  }

  #group(name: string): HTMLElement {
    const group = this.#findGroup(name);
    if (!group) throw new Error(`No field or group 「${name}」 can be seen.`);
    return group;
  }

  #findGroup(name: string): HTMLElement | undefined {
    const groups = [
      ...this.#place().querySelectorAll<HTMLElement>('fieldset, section[aria-labelledby], [role=group]'),
    ];
    return groups.find(group => this.#nameOfGroup(group) === name && isVisible(group));
  }

  #nameOfGroup(group: HTMLElement): string {
    const legend = group.querySelector(':scope > legend');
    const title = legend ?? this.#byId(group.getAttribute('aria-labelledby'));
    return title ? labelOf(title) : '';
  }

  #description(name: string, kind: Description): string {
    return wordsOf(this.#describing(name, kind));
  }

  /** Returns one of the elements that describe a control or its group. */
  #describing(name: string, kind: Description): HTMLElement | undefined {
    const described = this.#findControl(name) ?? this.#group(name);
    const ids = described.getAttribute('aria-describedby')?.split(' ') ?? [];
    return this.#byId(ids.find(id => id.endsWith(`-${kind}`)) ?? null);
  }

  #popup(name: string): Element | null | undefined {
    return this.control(name).closest('.combobox')?.querySelector('.popup');
  }

  #options(name: string): HTMLElement[] {
    return [...(this.#popup(name)?.querySelectorAll<HTMLElement>('[role=option]') ?? [])];
  }

  #byId(id: string | null): HTMLElement | undefined {
    return (id && this.element.shadowRoot?.getElementById(id)) || undefined;
  }
}

function selectOption(control: HTMLSelectElement, words: string): void {
  const option = [...control.options].find(each => wordsOf(each) === words);
  if (!option) throw new Error(`The list offers no 「${words}」.`);
  control.value = option.value;
  control.dispatchEvent(new Event('input', {bubbles: true, composed: true}));
  control.dispatchEvent(new Event('change', {bubbles: true}));
}

/** The application form as a person uses it. */
export class ApplicationForm extends Fields {
  constructor(element: SuretyApplicationForm) {
    super(element, () => rootOf(element));
  }

  /** Waits until the form knows who is signed in, or says why it does not. */
  async ready(): Promise<void> {
    await eventually(
      () => this.part('error') ?? this.partText('header').includes(' 様'),
      'nobody is signed in',
    );
  }

  /** Returns everything that the form says. */
  text(): string {
    return wordsOf(this.element);
  }

  /** Returns the first visible element of a public part. */
  part(name: string): HTMLElement | undefined {
    return this.#all(`[part~="${name}"]`).find(isVisible);
  }

  partText(name: string): string {
    return wordsOf(this.part(name));
  }

  /** Returns the heading of the current step, such as 「申込確認」. */
  step(): string {
    return this.heading().replace(/^ステップ\d／\d\s*/, '');
  }

  /** Returns the heading of the current step as it is read out, with 「ステップ1／3」. */
  heading(): string {
    return wordsOf(this.#stepTitle());
  }

  /** Returns the names of all steps. */
  steps(): string[] {
    return this.#all('[part~=steps] .name').map(wordsOf);
  }

  /** Returns the sections as their tabs tell them, with the number of errors in each. */
  sections(): string[] {
    return this.#all('[role=tab]').map(wordsOf);
  }

  /** Returns the name of the section that is open. */
  currentSection(): string {
    return wordsOf(this.#all('[role=tab][aria-selected=true]')[0]).replace(/\d.*/, '').trim();
  }

  async openSection(name: string): Promise<void> {
    this.tab(name).click();
    await this.updated();
  }

  /** Returns the tab of a section. */
  tab(name: string): HTMLElement {
    const tab = this.#all('[role=tab]').find(each => wordsOf(each).startsWith(name));
    if (!tab) throw new Error(`There is no section 「${name}」.`);
    return tab;
  }

  /** Returns the visible button whose name starts with these words. */
  button(name: string): HTMLButtonElement {
    const button = this.#findButton(name);
    if (!button) throw new Error(`No button 「${name}」 can be seen.`);
    return button;
  }

  hasButton(name: string): boolean {
    return this.#findButton(name) !== undefined;
  }

  /** Presses a button; one that leads to 申込確認 is done once the focus has moved there or to the errors. */
  async press(name: string): Promise<void> {
    this.button(name).click();
    await this.element.updateComplete;
    if (/確認(する|画面に戻る)$/.test(name))
      await eventually(() => this.#hasArrived(), `「${name}」 leads nowhere`);
    await this.updated();
  }

  /** Follows the visible link whose name starts with these words. */
  async follow(name: string): Promise<void> {
    const link = this.#findLink(name);
    if (!link) throw new Error(`No link 「${name}」 can be seen.`);
    link.click();
    await this.updated();
  }

  hasLink(name: string): boolean {
    return this.#findLink(name) !== undefined;
  }

  /** Returns the lines of the error summary. */
  errors(): string[] {
    return this.#all('[part~=error-summary] li').map(wordsOf);
  }

  /** Returns what the form says with role `alert`. */
  alert(): string {
    return this.#all('[role=alert]:not([data-announcer])').map(wordsOf).join(' ').trim();
  }

  /** Returns what was said to screen readers last. */
  announced(): string {
    return wordsOf(this.#all('[data-announcer=polite]')[0]);
  }

  /** Returns what the form says while an application is on its way. */
  sendingStatus(): string {
    return wordsOf(this.#all('.sending')[0]);
  }

  /** Returns the element inside the form that has the focus. */
  get active(): Element | null {
    return rootOf(this.element).activeElement;
  }

  /** Returns the name of what has the focus: the label of a field, the words of a heading, tab or button. */
  focused(): string {
    const {active} = this;
    if (!active) return '';
    const [label] = (active as Partial<Control>).labels ?? [];
    const title = rootOf(this.element).getElementById(active.getAttribute('aria-labelledby') ?? '');
    return labelOf(label ?? title ?? active).replace(/^ステップ\d／\d\s*/, '');
  }

  /** Returns what the form quotes of the obligee's rule; empty while no rule is known. */
  obligeeRule(): string {
    return wordsOf(this.#all('.rule').find(isVisible));
  }

  /** Returns the verdicts about electronic guarantees: their words, and whether they are good news. */
  verdicts(): {kind: string; text: string}[] {
    return this.#all('[part~=verdict]')
      .filter(isVisible)
      .map(each => ({kind: each.dataset['kind'] ?? '', text: wordsOf(each)}));
  }

  /** Returns what 申込確認 warns of, beside the answers. */
  reviewWarnings(): string[] {
    return this.#all('[part~=answers] p').map(wordsOf);
  }

  /** Returns the notice that a draft is kept on this machine. */
  draftNotice(): HTMLElement | undefined {
    return this.#findButton('一時保存を削除する')?.parentElement ?? undefined;
  }

  /** Returns the label of a control. */
  nameOf(control: Element): string {
    const [label] = (control as Partial<Control>).labels ?? [];
    return label ? labelOf(label) : '';
  }

  /** Returns the cells of a pasted row; empty while none is laid out. */
  pastedCells(): PastedCell[] {
    return this.#pastedItems().map(item => ({
      text: wordsOf(item.querySelector('label [translate=no]:not(.hint)')),
      field: wordsOf(item.querySelector('select')?.selectedOptions[0]),
      warnings: [...item.querySelectorAll('p')].map(wordsOf),
    }));
  }

  /** Pastes into a field and waits until the row is laid out. */
  async pasteRow(name: string, text: string): Promise<void> {
    this.paste(name, text);
    await eventually(() => this.focused() === '貼り付けた行の内容', 'the row is not laid out');
  }

  /** Sends a cell of the pasted row to another field. */
  async moveCell(text: string, field: string): Promise<void> {
    const at = this.pastedCells().findIndex(cell => cell.text === text);
    const select = this.#pastedItems()[at]?.querySelector('select');
    if (!select) throw new Error(`The pasted row has no cell 「${text}」.`);
    selectOption(select, field);
    await this.updated();
  }

  /** Fills in what the leaflet shows, by hand and with the habits of its readers. */
  async fillLeaflet(): Promise<void> {
    await this.openSection('請負工事の情報');
    await this.fill('発注者名', 'にかほ市');
    await eventually(() => this.obligeeRule(), 'the obligee is not recognised');
    await this.fill('工事名', '令和７年度　髙﨑𠮷橋補修工事');
    await this.choose('対象', '建設工事');
    await this.fill('入札公告日', '令和８年２月２日');
    await this.fill('請負金額', '５０，０００，０００円');
    await this.openSection('保証の申込内容');
    await this.#fillAdvancePayment();
    await this.#fillPerformance();
    await this.openSection('その他');
    await this.choose('申込送信先', '秋田支店');
    await this.choose('電子保証発行完了のお知らせ', '希望する');
  }

  /** Fills in the leaflet's data and goes on to 申込確認. */
  async goToReview(): Promise<void> {
    await this.fillLeaflet();
    await this.press('申込内容を確認する');
    if (this.step() !== '申込確認') throw new Error(`Not at 申込確認 but at ${this.step()}.`);
  }

  /** Waits for 送信完了. */
  untilSent(): Promise<void> {
    return eventually(() => this.step() === '送信完了', 'never sent');
  }

  async #fillAdvancePayment(): Promise<void> {
    await this.check('前払金保証を申し込む');
    const advance = this.in('前払金保証');
    await advance.choose('保証証書の形式について', '電子保証(認証キーを含む)');
    await advance.fill('前払金保証金額', '2000万円');
    await advance.fill('金融機関', '〇〇銀行');
    await advance.fill('支店', '××支店');
    await advance.choose('再預託利用区分', '再預託を利用しない');
    await advance.choose('保証料計算書(紙)について', '希望しない');
  }

  async #fillPerformance(): Promise<void> {
    await this.check('契約保証を申し込む');
    const performance = this.in('契約保証');
    await performance.choose('保証証書の形式について', '電子保証(認証キーを含む)');
    await performance.fill('契約保証金額', '5,000,000');
    await performance.choose('保証料計算書(紙)について', '希望しない');
  }

  #findButton(name: string): HTMLButtonElement | undefined {
    const buttons = this.#all('button') as HTMLButtonElement[];
    return buttons.find(each => wordsOf(each).startsWith(name) && isVisible(each));
  }

  #findLink(name: string): HTMLElement | undefined {
    return this.#all('a').find(each => wordsOf(each).startsWith(name) && isVisible(each));
  }

  /** Names of the fields and buttons that a person could use now. */
  usableControls(): string[] {
    return this.#all('input, select, textarea, button')
      .filter(each => isVisible(each) && !each.matches(':disabled'))
      .map(each => wordsOf(each) || each.id);
  }

  #stepTitle(): HTMLElement | undefined {
    return this.#all('h3').find(each => wordsOf(each).startsWith('ステップ'));
  }

  #hasArrived(): boolean {
    const {active} = this;
    return active !== null && (active === this.#stepTitle() || active === this.part('error-summary'));
  }

  #pastedItems(): HTMLElement[] {
    return this.#all('[part~=paste] li');
  }

  #all(selector: string): HTMLElement[] {
    return [...rootOf(this.element).querySelectorAll<HTMLElement>(selector)];
  }
}

function rootOf(element: SuretyApplicationForm): ShadowRoot {
  if (!element.shadowRoot) throw new Error('The form has not drawn.');
  return element.shadowRoot;
}

/** Mounts the form in front of an empty sandbox and waits until it knows who is signed in. */
export async function mountForm(
  template: TemplateResult = html`<surety-application-form></surety-application-form>`,
  options: MountSandboxOptions = {},
): Promise<{form: ApplicationForm; el: SuretyApplicationForm; sandbox: Sandbox}> {
  const {el, sandbox} = await mountWithSandbox<SuretyApplicationForm>(template, {seed: 'empty', ...options});
  const form = new ApplicationForm(el);
  await form.ready();
  return {form, el, sandbox};
}
