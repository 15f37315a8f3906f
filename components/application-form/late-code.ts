import {msg} from '@lit/localize';
import type {ReactiveControllerHost} from 'lit';
import {SuretyError} from '../../src/errors.js';
import {failure, loading} from '../shared/states.js';

/** Code that is fetched when it is first wanted; a failure is shown in words and may be tried again. */
export class LateCode<Code> {
  /** What was fetched, once it is there. */
  now: Code | undefined;
  error: SuretyError | undefined;
  readonly #host: ReactiveControllerHost;
  readonly #fetch: () => Promise<Code>;
  #loading: Promise<Code | undefined> | undefined;

  constructor(host: ReactiveControllerHost, fetch: () => Promise<Code>) {
    this.#host = host;
    this.#fetch = fetch;
  }

  /** Fetches it once; settles in any case, with nothing where that failed. */
  load = (): Promise<Code | undefined> => (this.#loading ??= this.#load());

  /** What is under way, if anything is. */
  get pending(): Promise<unknown> | undefined {
    return this.now ? undefined : this.#loading;
  }

  /** Draws with it; until it is there, says that it is being fetched or that it could not be. */
  render(draw: (code: Code) => unknown): unknown {
    if (this.now) return draw(this.now);
    if (this.error) return this.renderFailure();
    void this.load();
    return loading();
  }

  /** Why it is not there, where that is so. */
  renderFailure(): unknown {
    return this.error && failure(this.error, {label: msg('もう一度読み込む'), act: () => void this.load()});
  }

  async #load() {
    try {
      this.now = await this.#fetch();
      this.error = undefined;
    } catch (cause) {
      this.error = new SuretyError('asset-load', 'Code of surety-application-form could not be loaded.', {
        cause,
      });
      this.#loading = undefined;
    }
    this.#host.requestUpdate();
    return this.now;
  }
}
