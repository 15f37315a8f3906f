import type {ReactiveController, ReactiveElement} from 'lit';
import {emit} from './events.js';

/**
 * Fires `surety-ready` once for each load: when what was fetched is drawn, not when an error or a placeholder is. Until then the
 * element says `data-loading`, by which `shell.css` keeps its place; `aria-busy` would keep 「読み込んでいます」 from being read.
 */
export class ReadyController implements ReactiveController {
  #isWaiting = true;
  #load: readonly unknown[] = [];
  readonly #host: ReactiveElement;
  readonly #loadOf: () => readonly unknown[];

  /** `loadOf` says what a load depends on; when one of it changes, another load begins. */
  constructor(host: ReactiveElement, loadOf: () => readonly unknown[]) {
    this.#host = host;
    this.#loadOf = loadOf;
    host.addController(this);
  }

  hostUpdate(): void {
    const load = this.#loadOf();
    if (load.some((each, at) => each !== this.#load[at])) this.#isWaiting = true;
    this.#load = load;
  }

  hostUpdated(): void {
    if (!this.#isWaiting) return;
    const {renderRoot} = this.#host;
    const isLoading = renderRoot.querySelector('[part~=loading]') !== null;
    this.#host.toggleAttribute('data-loading', isLoading);
    if (isLoading || renderRoot.querySelector('[part~=error]')) return;
    this.#isWaiting = false;
    emit(this.#host, 'surety-ready', {});
  }
}
