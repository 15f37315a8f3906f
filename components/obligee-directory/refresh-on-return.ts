import type {ReactiveController} from 'lit';
import type {SuretyElement} from '../kernel/surety-element.js';

/** A page that lies behind others for longer than this asks anew; with a tag, that costs next to nothing. */
const FRESH_MS = 10 * 60_000;

/** Reloads an element when its page comes to the front again after a while: nobody reads yesterday's list unawares. */
export class RefreshOnReturn implements ReactiveController {
  #leftAt = Infinity;
  readonly #host: SuretyElement;

  constructor(host: SuretyElement) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener('visibilitychange', this.#handle);
  }

  hostDisconnected(): void {
    document.removeEventListener('visibilitychange', this.#handle);
    this.#leftAt = Infinity;
  }

  #handle = () => {
    if (document.visibilityState === 'hidden') this.#leftAt = Date.now();
    else if (Date.now() - this.#leftAt > FRESH_MS) this.#host.reload();
  };
}
