import {noChange} from 'lit';
import {AsyncDirective} from 'lit/async-directive.js';
import {directive, type DirectiveResult} from 'lit/directive.js';
import type {FormStore, Watcher} from './form-store.js';

/**
 * Draws a part of the form, and draws it again when something that it has read from the store changes. A key redraws the
 * fields that depend on it this way, and not the section around them.
 */
class Watch extends AsyncDirective implements Watcher {
  readonly reads = new Set<string>();
  #store: FormStore | undefined;
  #draw: () => unknown = () => noChange;

  render(store: FormStore, draw: () => unknown, isLast = false): unknown {
    const isFirst = !this.#store;
    this.#store = store;
    this.#draw = draw;
    if (!isLast || isFirst) return store.observe(this, draw);
    store.drawLast(this);
    return noChange;
  }

  redraw(): void {
    if (this.#store && this.isConnected) this.setValue(this.#store.observe(this, this.#draw));
  }

  protected override disconnected(): void {
    this.#store?.unobserve(this);
  }

  protected override reconnected(): void {
    this.redraw();
  }
}

/**
 * `watch(store, draw)` draws and follows the store. With `isLast`, it is drawn after everything else in an update of the
 * element.
 */
export const watch: (store: FormStore, draw: () => unknown, isLast?: boolean) => DirectiveResult =
  directive(Watch);
