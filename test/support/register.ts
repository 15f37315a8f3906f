import {html} from 'lit';
import '../../components/register/define.js';
import type {SuretyRegister} from '../../components/register/register.js';
import type {PaperCertificate} from '../../src/schemas/register-entry.js';
import {eventually} from './eventually.js';
import {mountWithSandbox, settled, type MountSandboxOptions} from './mount.js';
import {asObligee} from './obligee.js';
import {find, findAll, findButton, textOf} from './shadow.js';

/** surety-register as an obligee sees and uses it. */
class RegisterHarness {
  readonly element: SuretyRegister;

  constructor(element: SuretyRegister) {
    this.element = element;
  }

  get #root(): ShadowRoot {
    if (!this.element.shadowRoot) throw new Error('The register was not drawn yet.');
    return this.element.shadowRoot;
  }

  text(): string {
    return textOf(this.element);
  }

  /** Entries as they are read. */
  rows(): string[] {
    return this.#rows().map(textOf);
  }

  #rows(): HTMLElement[] {
    return findAll(this.element, '[part=table] tbody [role=row]');
  }

  /** How many entries are shown, in words. */
  count(): string {
    return textOf(
      [...this.#root.querySelectorAll('p')].find(each => /件を表示しています/.test(textOf(each))),
    );
  }

  announced(): string {
    return textOf(find(this.element, '[data-announcer=polite]'));
  }

  alert(): string {
    return textOf([...this.#root.querySelectorAll('[role=alert]')].find(each => textOf(each)));
  }

  emptyText(): string {
    return textOf(this.#root.querySelector('[part=empty]'));
  }

  /** What needs attention, as buttons. */
  notices(): string[] {
    return findAll(this.element, '[part=notices] button').map(textOf);
  }

  isPressed(name: string): boolean {
    return findButton(this.element, name).getAttribute('aria-pressed') === 'true';
  }

  focusedName(): string {
    const focused = this.#root.activeElement;
    return focused?.getAttribute('aria-label') ?? textOf(focused);
  }

  hasButton(name: string): boolean {
    return findAll(this.element, 'button').some(each => textOf(each).startsWith(name));
  }

  /** Presses a button, in the whole register or in one of its entries, as a person does who has the focus on it. */
  press(name: string, entry?: number): void {
    const button = findButton(
      entry === undefined ? this.element : (this.#rows()[entry] as HTMLElement),
      name,
    );
    button.focus();
    button.click();
  }

  search(words: string): void {
    find<HTMLInputElement>(this.element, '[type=search]').value = words;
    findButton(this.element, '検索').click();
  }

  /** Types into the search field and goes on: nothing is waited for. */
  typeSearch(words: string): void {
    const field = find<HTMLInputElement>(this.element, '[type=search]');
    field.value = words;
    field.dispatchEvent(new InputEvent('input', {bubbles: true}));
  }

  searchText(): string {
    return find<HTMLInputElement>(this.element, '[type=search]').value;
  }

  /** Fills in a field or chooses in a list, by label. */
  fill(label: string, text: string): void {
    const field = this.#field(label);
    const option =
      field instanceof HTMLSelectElement && [...field.options].find(each => each.label.trim() === text);
    field.value = option ? option.value : text;
    field.dispatchEvent(new Event('input', {bubbles: true}));
    field.dispatchEvent(new Event('change', {bubbles: true}));
  }

  value(label: string): string {
    return this.#field(label).value;
  }

  #field(label: string): HTMLInputElement | HTMLSelectElement {
    const found = findAll(this.element, 'label').find(each => textOf(each).startsWith(label));
    const field = this.#root.getElementById((found as HTMLLabelElement | undefined)?.htmlFor ?? '');
    if (!field) throw new Error(`There is no field ${label}.`);
    return field as HTMLInputElement | HTMLSelectElement;
  }

  /** Sentences of the error summary. */
  errors(): string[] {
    return findAll(this.element, '[data-go]').map(textOf);
  }

  isErrorSummaryFocused(): boolean {
    return this.#root.activeElement?.querySelector('[data-go]') !== null;
  }

  /** 受領・差戻し・返還 below an opened certificate. */
  answer(): string {
    return textOf(this.#root.querySelector('[part=answer]'));
  }

  reload = async (): Promise<void> => {
    this.element.reload();
    await settled(this.element);
  };
}

/** A paper certificate whose 保証期限 is near on 2026-03-02. */
export const samplePaper: PaperCertificate = {
  contractNumber: 'A123-456',
  kind: 'performance',
  suretyName: '西日本建設業保証株式会社',
  contractorName: '株式会社 △△土木',
  worksName: '橋梁補修工事',
  guaranteeAmount: 1_000_000,
  validUntil: '2026-03-20',
  receivedOn: '2026-03-01',
  releasedOn: null,
  note: '書庫 3-2',
};

/** Puts a register before the sandbox, on 2026-03-02. */
export async function mountRegister(options: MountSandboxOptions = {}) {
  const {el, sandbox} = await mountWithSandbox<SuretyRegister>(html`<surety-register></surety-register>`, {
    role: 'obligee',
    now: () => new Date('2026-03-02T10:15:00+09:00'),
    ...options,
  });
  return {register: new RegisterHarness(el), el, sandbox, obligee: await asObligee(sandbox)};
}

/** Puts so many paper certificates into a register, and shows it. */
export async function mountPapers(count: number, options: MountSandboxOptions = {}) {
  const mounted = await mountRegister(options);
  for (let index = 0; index < count; index++)
    await mounted.obligee('POST', '/v1/register/papers', {...samplePaper, contractNumber: `B-${index}`});
  await mounted.register.reload();
  await eventually(() => mounted.register.rows().length === Math.min(count, 50));
  return mounted;
}
