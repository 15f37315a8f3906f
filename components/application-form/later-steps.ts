import {msg} from '@lit/localize';
import type {ReactiveControllerHost} from 'lit';
import {SuretyError} from '../../src/errors.js';
import {failure, loading} from '../shared/states.js';
import type * as outcome from './outcome.js';

/** 申込確認, 送信完了 and the record: everything that is drawn after 申込作成. */
export type Steps = typeof outcome;

/** Code of the later steps, fetched while the person is typing, so that the first one opens sooner. */
export class LaterSteps {
  readonly #host: ReactiveControllerHost;
  #steps: Steps | undefined;
  #loading: Promise<void> | undefined;
  #error: SuretyError | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  /** Fetches the code once; settles in any case, and a failure may be tried again. */
  load = (): Promise<void> => (this.#loading ??= this.#load());

  /** Draws with it; until it is there, says that it is being fetched or that it could not be. */
  render(draw: (steps: Steps) => unknown): unknown {
    if (this.#steps) return draw(this.#steps);
    if (this.#error)
      return failure(this.#error, {label: msg('もう一度読み込む'), act: () => void this.load()});
    void this.load();
    return loading();
  }

  /** Does something with the code if it is there. */
  use(act: (steps: Steps) => void): void {
    if (this.#steps) act(this.#steps);
  }

  async #load() {
    try {
      this.#steps = await import('./outcome.js');
    } catch (cause) {
      this.#error = new SuretyError('asset-load', 'Code of surety-application-form could not be loaded.', {
        cause,
      });
      this.#loading = undefined;
    }
    this.#host.requestUpdate();
  }
}
