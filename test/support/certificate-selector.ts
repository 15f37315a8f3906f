import '../../components/certificate-selector/define.js';
import type {SuretyCertificateSelector} from '../../components/certificate-selector/certificate-selector.js';
import {ElementHarness} from './element-harness.js';
import {findAll, textOf} from './shadow.js';

/** What a person reads and chooses in `surety-certificate-selector`. */
export class CertificateSelector extends ElementHarness<SuretyCertificateSelector> {
  /** Returns the labels of the two forms. */
  choices(): string[] {
    return this.#radios(this.findPart('field')).map(radio => textOf(radio.closest('label')));
  }

  radio(form: 'paper' | 'electronic'): HTMLInputElement {
    const radio = this.#radios(this.findPart('field')).find(({value}) => value === form);
    if (!radio) throw new Error(`The selector does not offer ${form}.`);
    return radio;
  }

  async choose(form: 'paper' | 'electronic'): Promise<void> {
    this.radio(form).click();
    await this.updated();
  }

  /** Returns the error at the choice; nothing where none is shown. */
  error(): string | undefined {
    return this.part('error');
  }

  verdict(): string {
    return this.part('verdict') ?? '';
  }

  /** Returns the verdict in its one sentence. */
  verdictTitle(): string {
    return textOf(this.findPart('verdict')?.querySelector('p'));
  }

  /** Returns the link of the verdict to the field of a fact. */
  verdictLink(): HTMLAnchorElement {
    const link = this.findPart('verdict')?.querySelector<HTMLAnchorElement>('a[href^="#"]');
    if (!link) throw new Error('The verdict has no link to a field.');
    return link;
  }

  /** Returns the labels of the facts that are asked for. */
  askedFacts(): string[] {
    return findAll(this.element, '[part=facts] :is(label[for], legend)').map(each =>
      textOf(each).replace('※任意', ''),
    );
  }

  /** Answers a fact in a text field, and leaves it. */
  async answer(label: string, text: string): Promise<void> {
    this.control(label).value = text;
    this.control(label).dispatchEvent(new Event('change', {bubbles: true}));
    await this.#drawn();
  }

  /** Answers a fact by one of its choices. */
  async pick(label: string, choice: string): Promise<void> {
    const group = findAll(this.element, '[part=facts] fieldset').find(
      each => textOf(each.querySelector('legend')).replace('※任意', '') === label,
    );
    const radio = this.#radios(group ?? null).find(each => textOf(each.closest('label')) === choice);
    if (!radio) throw new Error(`There is no choice 「${choice}」 of 「${label}」.`);
    radio.click();
    await this.#drawn();
  }

  /** Returns what is understood of an answer. */
  echo(label: string): string {
    const ids = this.control(label).getAttribute('aria-describedby')?.split(' ') ?? [];
    return textOf(this.root.getElementById(ids.find(id => id.endsWith('-echo')) ?? ''));
  }

  /** Returns the heights of everything that can be pressed or written into. */
  targetHeights(): number[] {
    return findAll(this.element, 'input:not([type=radio]), label:has([type=radio]), button').map(
      each => each.getBoundingClientRect().height,
    );
  }

  #radios(root: ParentNode | null): HTMLInputElement[] {
    const radios = [...(root?.querySelectorAll<HTMLInputElement>('input[type=radio]') ?? [])];
    return root instanceof Element && root.matches('[part~=field]')
      ? radios.filter(({name}) => name === radios[0]?.name)
      : radios;
  }

  /** The next fact is known after the update that the answer leads to. */
  async #drawn() {
    await this.updated();
    await this.updated();
  }
}
