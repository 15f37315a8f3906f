import {msg} from '@lit/localize';
import type {ReactiveControllerHost} from 'lit';
import {SuretyError} from '../../src/errors.js';
import {failure, loading} from './states.js';

/**
 * Awaits code that is fetched when it is first needed.
 * @throws {SuretyError} `asset-load` when it cannot be fetched.
 */
export const loadModule = <Code>(code: Promise<Code>): Promise<Code> =>
  code.catch((cause: unknown) => {
    throw new SuretyError('asset-load', 'Code of surety-elements could not be loaded.', {cause});
  });

/** Code that is fetched when it is first needed; a failure is shown in words with a way to try again. */
export class LazyModule<Code> {
  /** The code, once it has been fetched. */
  value: Code | undefined;
  error: SuretyError | undefined;
  readonly #host: ReactiveControllerHost;
  readonly #fetch: () => Promise<Code>;
  readonly #report: ((error: SuretyError) => void) | undefined;
  #loading: Promise<Code | undefined> | undefined;
  #isNeeded = false;

  /** `report` tells the page about a failure. */
  constructor(
    host: ReactiveControllerHost,
    fetch: () => Promise<Code>,
    report?: (error: SuretyError) => void,
  ) {
    this.#host = host;
    this.#fetch = fetch;
    this.#report = report;
  }

  /** Fetches the code once. Resolves in any case, with undefined when that failed. */
  load = (): Promise<Code | undefined> => {
    this.#isNeeded = true;
    return (this.#loading ??= this.#load());
  };

  /** Fetches the code that will probably be needed soon. A failure stays silent: `load()` tries again and shows it. */
  preload = (): void => {
    void (this.#loading ??= this.#load());
  };

  /** The promise of `load()` until it has resolved. */
  get pending(): Promise<unknown> | undefined {
    return this.value || !this.#isNeeded ? undefined : this.#loading;
  }

  /** Draws with the code; until then shows that it is being fetched, or that it could not be. */
  render(draw: (code: Code) => unknown): unknown {
    if (this.value) return draw(this.value);
    if (this.error) return this.renderFailure();
    void this.load();
    return loading();
  }

  /** Shows why the code could not be fetched, if so. */
  renderFailure(): unknown {
    return this.error && failure(this.error, {label: msg('もう一度読み込む'), act: () => void this.load()});
  }

  async #load() {
    try {
      this.value = await loadModule(this.#fetch());
      this.error = undefined;
    } catch (thrown) {
      this.#loading = undefined;
      if (this.#isNeeded) {
        this.error = SuretyError.from(thrown);
        this.#report?.(this.error);
      }
      this.#isNeeded = false;
    }
    this.#host.requestUpdate();
    return this.value;
  }
}
