import type {ReactiveController, ReactiveControllerHost} from 'lit';
import type {SuretyClient} from '../../src/api/client.js';
import {type SuretyError} from '../../src/errors.js';

/** What the disclosure needs of its element. */
export interface KeyDisclosureOptions {
  client: () => Promise<SuretyClient>;
  onShown: (viewedAt: string) => void;
  onError: (thrown: unknown) => SuretyError;
}

/** Where the disclosure stands. */
export type KeyStatus = 'hidden' | 'pending' | 'shown' | 'failed';

/**
 * 認証キー of one contract: fetched only when asked for, held in one private field, and forgotten as soon as it is hidden,
 * another contract is shown, the element leaves the page or the page is left (also into the back-forward cache).
 */
export class KeyDisclosure implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #options: KeyDisclosureOptions;
  #key: string | undefined;
  #error: SuretyError | undefined;
  #fetching: AbortController | undefined;

  constructor(host: ReactiveControllerHost, options: KeyDisclosureOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  get status(): KeyStatus {
    if (this.#key) return 'shown';
    if (this.#fetching) return 'pending';
    return this.#error ? 'failed' : 'hidden';
  }

  /** The key while it is shown. */
  get key(): string | undefined {
    return this.#key;
  }

  /** Why it could not be shown. */
  get error(): SuretyError | undefined {
    return this.#error;
  }

  /** Fetches the key; the API records the look. */
  async show(contractNumber: string): Promise<void> {
    this.hide();
    const fetching = (this.#fetching = new AbortController());
    this.#host.requestUpdate();
    try {
      const client = await this.#options.client();
      const {authKey, viewedAt} = await client.discloseKey(contractNumber, {signal: fetching.signal});
      if (this.#fetching !== fetching) return;
      this.#key = authKey;
      this.#options.onShown(viewedAt);
    } catch (thrown) {
      if (this.#fetching === fetching) this.#error = this.#options.onError(thrown);
    } finally {
      if (this.#fetching === fetching) this.#fetching = undefined;
      this.#host.requestUpdate();
    }
  }

  /** Forgets the key. */
  hide = (): void => {
    this.#fetching?.abort();
    this.#fetching = undefined;
    this.#key = undefined;
    this.#error = undefined;
    this.#host.requestUpdate();
  };

  hostConnected(): void {
    window.addEventListener('pagehide', this.hide);
  }

  hostDisconnected(): void {
    window.removeEventListener('pagehide', this.hide);
    this.hide();
  }
}
