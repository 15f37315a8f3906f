import {html, nothing, type TemplateResult} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import type {SuretyError} from '../../src/errors.js';
import {tagOf} from '../kernel/define.js';
import {LazyModule} from '../kernel/lazy-module.js';
import type {SuretyElement} from '../kernel/surety-element.js';
import {exportedParts} from './exported-parts.js';
import {hashOf, type DeskView, type Place} from './place.js';

const loaders = {
  'application-form': () => import('../application-form/define.js'),
  'certificate-viewer': () => import('../certificate-viewer/define.js'),
  'contract-detail': () => import('../contract-detail/define.js'),
  'contract-list': () => import('../contract-list/define.js'),
  'key-notice': () => import('../key-notice/define.js'),
};
/** Name of an element that the desk is made of, without the prefix of its tag. */
export type PartName = keyof typeof loaders;

const names: Partial<Record<DeskView, PartName>> = {
  application: 'application-form',
  contracts: 'contract-list',
  contract: 'contract-detail',
  certificate: 'certificate-viewer',
  notice: 'key-notice',
};

/** Which element is for a place: one for all lists, one for each application, contract, certificate and notice. */
export const partKeyOf = ({view, ...rest}: Place): string =>
  view === 'contracts' ? hashOf({view}) : hashOf({view, ...rest});

/** Elements that show a key or a certificate: whoever leaves them forgets it. */
const isSecret = (element: HTMLElement) =>
  /-(certificate-viewer|contract-detail|key-notice)$/.test(element.localName);

/** What the desk does about its parts. */
export interface PartsListener {
  /** What an element is given when it is made. */
  readonly properties: (place: Place) => object;
  readonly failed: (error: SuretyError) => void;
}

/**
 * The elements that the desk is made of: their code is fetched when they are first shown, and what was drawn stays, hidden,
 * with all that was typed, chosen and scrolled to in it.
 */
export class Parts {
  readonly #host: SuretyElement;
  readonly #listener: PartsListener;
  readonly #codes = new Map<PartName, LazyModule<unknown>>();
  readonly #kept = new Map<string, HTMLElement>();

  constructor(host: SuretyElement, listener: PartsListener) {
    this.#host = host;
    this.#listener = listener;
  }

  /** The element of a place, if it was drawn and not forgotten. */
  kept(place: Place): HTMLElement | undefined {
    return this.#kept.get(partKeyOf(place));
  }

  /** Forgets what holds a key or a certificate, and what the desk has no more use for. */
  leave(from: Place, isDone: boolean): void {
    const element = this.kept(from);
    if (element && (isDone || isSecret(element))) this.#kept.delete(partKeyOf(from));
  }

  /** Draws what was kept, hidden but for the place's own; while its code is not there, what stands in for it. */
  render(place: Place): TemplateResult {
    const name = names[place.view];
    const code = name && this.#codeOf(name);
    if (name && code?.value) this.#make(name, place);
    const key = partKeyOf(place);
    return html`${repeat(
      this.#kept,
      ([each]) => each,
      ([each, element]) => html`<div class="part" ?hidden=${each !== key}>${element}</div>`,
    )}${code?.render(() => nothing) ?? nothing}`;
  }

  #make(name: PartName, place: Place) {
    const key = partKeyOf(place);
    if (this.#kept.has(key)) return;
    const element = document.createElement(tagOf(this.#host, name));
    element.setAttribute('exportparts', exportedParts);
    this.#kept.set(key, Object.assign(element, this.#listener.properties(place)));
  }

  #codeOf(name: PartName): LazyModule<unknown> {
    const code = this.#codes.get(name) ?? new LazyModule(this.#host, loaders[name], this.#listener.failed);
    this.#codes.set(name, code);
    return code;
  }
}
