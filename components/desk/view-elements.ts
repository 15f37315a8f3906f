import {html, nothing, type TemplateResult} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import type {SuretyError} from '../../src/errors.js';
import {tagOf} from '../kernel/define.js';
import {LazyModule} from '../kernel/lazy-module.js';
import type {SuretyElement} from '../kernel/surety-element.js';
import {toHash, type DeskView, type Route} from './routes.js';

/** An element that draws a view; its tag has the prefix of the desk. */
interface ViewElement {
  readonly name: string;
  readonly load: () => Promise<unknown>;
  /** Whether it shows a key or a certificate: then it is removed when it is left. */
  readonly isSecret?: boolean;
}

const viewElements: Partial<Record<DeskView, ViewElement>> = {
  application: {name: 'application-form', load: () => import('../application-form/define.js')},
  contracts: {name: 'contract-list', load: () => import('../contract-list/define.js')},
  contract: {name: 'contract-detail', load: () => import('../contract-detail/define.js'), isSecret: true},
  certificate: {
    name: 'certificate-viewer',
    load: () => import('../certificate-viewer/define.js'),
    isSecret: true,
  },
  notice: {name: 'key-notice', load: () => import('../key-notice/define.js'), isSecret: true},
};

/** Parts of these elements: a page reaches them as `surety-desk::part(…)`, as if there were no desk around them. */
export const exportedParts =
  'button, buttons, certificate, changes, checkbox, chips, choice, csv, error-summary, facts, field, filter-toggle, filters, guarantee, hand-in, header, heading, history, input, key, key-panel, letter, more, notice, panel, paste, print, radio, receipt, record, returned, revisions, search, select, signature, stale, standing, steps, submission, table, tabs, timeline';

/** One element for all lists, one for each application, contract, certificate and notice. */
const keyOf = ({view, ...rest}: Route) => toHash(view === 'contracts' ? {view} : {view, ...rest});

/**
 * The elements that draw the views. Their code is fetched when they are first shown, and they stay, hidden, with all that was typed,
 * chosen and scrolled to in them.
 */
export class ViewElements {
  readonly #host: SuretyElement;
  readonly #onLoadError: (error: SuretyError) => void;
  readonly #modules = new Map<ViewElement, LazyModule<unknown>>();
  readonly #elements = new Map<string, HTMLElement>();

  constructor(host: SuretyElement, onLoadError: (error: SuretyError) => void) {
    this.#host = host;
    this.#onLoadError = onLoadError;
  }

  /** Returns the element of a route, if it was drawn and not removed. */
  get(route: Route): HTMLElement | undefined {
    return this.#elements.get(keyOf(route));
  }

  /** Removes the element of a route that is left, if it shows a secret or is not needed again. */
  leave(route: Route, isDone: boolean): void {
    if (isDone || viewElements[route.view]?.isSecret) this.#elements.delete(keyOf(route));
  }

  /** Draws all elements, hidden but for the one of the route; `properties` are given to a new one. */
  render(route: Route, properties: () => object): TemplateResult {
    const viewElement = viewElements[route.view];
    const module = viewElement && this.#moduleOf(viewElement);
    const key = keyOf(route);
    if (viewElement && module?.value && !this.#elements.has(key)) {
      const element = document.createElement(tagOf(this.#host, viewElement.name));
      element.setAttribute('exportparts', exportedParts);
      this.#elements.set(key, Object.assign(element, properties()));
    }
    return html`${repeat(
      this.#elements,
      ([each]) => each,
      ([each, element]) => html`<div class="view" ?hidden=${each !== key}>${element}</div>`,
    )}${module?.render(() => nothing) ?? nothing}`;
  }

  #moduleOf(viewElement: ViewElement): LazyModule<unknown> {
    const module =
      this.#modules.get(viewElement) ?? new LazyModule(this.#host, viewElement.load, this.#onLoadError);
    this.#modules.set(viewElement, module);
    return module;
  }
}
