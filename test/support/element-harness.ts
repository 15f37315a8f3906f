import {eventually} from './eventually.js';
import {findAll, findButton, textOf} from './shadow.js';

type Control = HTMLInputElement | HTMLTextAreaElement;

/** What a person reads, hears and presses in an element. The harness of an element adds the words of its own. */
export class ElementHarness<T extends HTMLElement> {
  readonly element: T;

  constructor(element: T) {
    this.element = element;
  }

  protected get root(): ShadowRoot {
    if (!this.element.shadowRoot) throw new Error(`${this.element.localName} has not drawn.`);
    return this.element.shadowRoot;
  }

  /** Returns everything that the element says, white space folded. */
  text(): string {
    return textOf(this.element);
  }

  /** Returns the text of a public part; nothing where it is not drawn. */
  part(name: string): string | undefined {
    const part = this.findPart(name);
    return part ? textOf(part) : undefined;
  }

  protected findPart(name: string): HTMLElement | null {
    return this.root.querySelector<HTMLElement>(`[part~="${name}"]`);
  }

  button(name: string): HTMLButtonElement {
    return findButton(this.element, name);
  }

  /** Whether there is a button whose name starts with these words. */
  hasButton(name: string): boolean {
    return this.buttons().some(each => each.startsWith(name));
  }

  buttons(): string[] {
    return findAll(this.element, 'button').map(textOf);
  }

  /** Presses a button and waits until the element has drawn. */
  async press(name: string): Promise<void> {
    this.button(name).click();
    await this.updated();
  }

  async updated(): Promise<void> {
    if ('updateComplete' in this.element) await this.element.updateComplete;
  }

  /** Returns what is said at once to a screen reader because it is drawn: failures and warnings. */
  alert(): string | undefined {
    const alert = findAll(this.element, '[role=alert]:not([data-announcer])').find(each => textOf(each));
    return alert ? textOf(alert) : undefined;
  }

  /** Waits until a text is announced to screen readers. */
  announced(text: string): Promise<void> {
    return eventually(
      () => findAll(this.element, '[data-announcer]').some(each => textOf(each).includes(text)),
      `「${text}」 is announced`,
    );
  }

  /** Returns the accessible name of what has the focus; nothing where that is outside of the element. */
  focused(): string | undefined {
    const {activeElement} = this.root;
    if (!activeElement) return undefined;
    const labelledBy = activeElement.getAttribute('aria-labelledby');
    if (labelledBy) return textOf(this.root.getElementById(labelledBy));
    if (isControl(activeElement)) return labelOf(activeElement);
    return textOf(activeElement);
  }

  /** Returns a control by its label. */
  protected control(label: string): Control {
    const control = findAll(this.element, 'input, textarea').find(
      each => isControl(each) && labelOf(each) === label,
    );
    if (!control) throw new Error(`There is no field 「${label}」 in ${this.element.localName}.`);
    return control as Control;
  }

  has(label: string): boolean {
    return findAll(this.element, 'input, textarea').some(each => isControl(each) && labelOf(each) === label);
  }

  value(label: string): string {
    return this.control(label).value;
  }

  /** Writes into a field. */
  type(label: string, text: string): void {
    const control = this.control(label);
    control.value = text;
    control.dispatchEvent(new InputEvent('input', {bubbles: true, composed: true}));
  }

  focus(label: string): void {
    this.control(label).focus();
  }

  /** Returns what is wrong with a field, as a screen reader says it; nothing where the field is not marked as invalid. */
  errorAt(label: string): string | undefined {
    const control = this.control(label);
    if (control.getAttribute('aria-invalid') !== 'true') return undefined;
    const ids = control.getAttribute('aria-describedby')?.split(' ') ?? [];
    const error = ids.map(id => this.root.getElementById(id)).find(each => each?.matches('.error'));
    return error ? textOf(error) : undefined;
  }

  /** Returns the hint of a field. */
  hintAt(label: string): string | undefined {
    const ids = this.control(label).getAttribute('aria-describedby')?.split(' ') ?? [];
    const hint = ids.map(id => this.root.getElementById(id)).find(each => each?.matches('.hint'));
    return hint ? textOf(hint) : undefined;
  }

  /** Returns the words and sizes of all buttons that are smaller than a finger. */
  smallButtons(): string[] {
    return findAll(this.element, 'button')
      .filter(button => {
        const {width, height} = button.getBoundingClientRect();
        return Math.min(width, height) < 43.9;
      })
      .map(textOf);
  }
}

const isControl = (element: Element): element is Control =>
  element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement;

const labelOf = (control: Control): string => textOf(control.labels?.[0]).replace(/\s*※(必須|任意)$/, '');
