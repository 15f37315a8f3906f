import type {ReactiveController, ReactiveElement} from 'lit';
import {emit} from './events.js';

/**
 * Fires `surety-ready` once for each load, when its content is drawn: not a placeholder, not an error. Until then the host has
 * `data-loading`, for which `shell.css` reserves its place. `aria-busy` would keep 「読み込んでいます」 from being read out.
 */
export class ReadyController implements ReactiveController {
  readonly #host: ReactiveElement;
  readonly #getLoadKey: () => readonly unknown[];
  #loadKey: readonly unknown[] = [];
  #isPending = true;

  /** A new load begins when a value of the load key changes. */
  constructor(host: ReactiveElement, getLoadKey: () => readonly unknown[]) {
    this.#host = host;
    this.#getLoadKey = getLoadKey;
    host.addController(this);
  }

  hostUpdate(): void {
    const loadKey = this.#getLoadKey();
    if (loadKey.some((value, index) => value !== this.#loadKey[index])) this.#isPending = true;
    this.#loadKey = loadKey;
  }

  hostUpdated(): void {
    if (!this.#isPending) return;
    const {renderRoot} = this.#host;
    const isLoading = renderRoot.querySelector('[part~=loading]') !== null;
    this.#host.toggleAttribute('data-loading', isLoading);
    if (isLoading || renderRoot.querySelector('[part~=error]')) return;
    this.#isPending = false;
    emit(this.#host, 'surety-ready', {});
  }
}
