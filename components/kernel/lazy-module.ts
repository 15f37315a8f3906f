import {msg} from '@lit/localize';
import type {ReactiveControllerHost} from 'lit';
import {SuretyError} from '../../src/errors.js';
import {failure, loading} from './states.js';

/**
 * Code that is fetched when it is first needed.
 * @throws {SuretyError} `asset-load` when it cannot be had.
 */
export const loadModule = <Code>(code: Promise<Code>): Promise<Code> =>
  code.catch((cause: unknown) => {
    throw new SuretyError('asset-load', 'Code of surety-elements could not be loaded.', {cause});
  });

/** Code that is fetched when it is first wanted; a failure is shown in words and may be tried again. */
export class LazyModule<Code> {
  /** What was fetched, once it is there. */
  value: Code | undefined;
  error: SuretyError | undefined;
  readonly #host: ReactiveControllerHost;
  readonly #fetch: () => Promise<Code>;
  readonly #failed: ((error: SuretyError) => void) | undefined;
  #loading: Promise<Code | undefined> | undefined;

  /** `failed` is for who has to tell the page. */
  constructor(
    host: ReactiveControllerHost,
    fetch: () => Promise<Code>,
    failed?: (error: SuretyError) => void,
  ) {
    this.#host = host;
    this.#fetch = fetch;
    this.#failed = failed;
  }

  /** Fetches it once; settles in any case, with nothing where that failed. */
  load = (): Promise<Code | undefined> => (this.#loading ??= this.#load());

  /** What is under way, if anything is. */
  get pending(): Promise<unknown> | undefined {
    return this.value ? undefined : this.#loading;
  }

  /** Draws with it; until it is there, says that it is being fetched or that it could not be. */
  render(draw: (code: Code) => unknown): unknown {
    if (this.value) return draw(this.value);
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
      this.value = await loadModule(this.#fetch());
      this.error = undefined;
    } catch (thrown) {
      this.error = SuretyError.from(thrown);
      this.#loading = undefined;
      this.#failed?.(this.error);
    }
    this.#host.requestUpdate();
    return this.value;
  }
}
