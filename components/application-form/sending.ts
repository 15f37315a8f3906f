import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {sendOnce} from '../../src/api/submission.js';
import type {SuretyClient} from '../../src/api/client.js';
import {SuretyError} from '../../src/errors.js';
import type {Application, ApplicationContent} from '../../src/schemas/application.js';
import {findTwin} from './twin.js';

/** Where a sending stands. */
export type SendingState = 'idle' | 'sending' | 'uncertain';

/** A payload and the key that makes sure that it counts once. */
export interface KeyedPayload {
  payload: string;
  key: string;
}

/**
 * Sends an application once: one key for one payload, kept until the payload changes, and one sending at a time,
 * however often the button is pressed. A sending that has begun is brought to its end, for it may have arrived.
 */
export class Sending implements ReactiveController {
  state: SendingState = 'idle';
  error: SuretyError | undefined;
  /** The payload that was last prepared; survives failures. */
  keyed: KeyedPayload | undefined;
  /** An application of the same works that was found right before sending; the person decides. */
  twin: Application | undefined;
  /** The key under which something may have gone out already, or shall in spite of a twin. */
  #settled = '';
  readonly #host: ReactiveControllerHost;
  #running: Promise<Application | undefined> | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {}

  /** Makes a key for what 申込確認 shows; the same content keeps its key. */
  prepare(
    content: ApplicationContent,
    returned: Application | undefined,
    recall?: (payload: string) => string | undefined,
  ): KeyedPayload {
    const payload = JSON.stringify([returned?.id, returned?.version, content]);
    if (this.keyed?.payload !== payload) {
      const recalled = recall?.(payload);
      this.keyed = {payload, key: recalled ?? crypto.randomUUID()};
      this.#settled = recalled ?? '';
      this.error = undefined;
      this.twin = undefined;
    }
    return this.keyed;
  }

  /** The person has seen the twin and wants another application all the same. */
  settle(): void {
    this.twin = undefined;
    this.#settled = this.keyed?.key ?? '';
  }

  /** Forgets key and error, for a new application. */
  clear(): void {
    this.keyed = undefined;
    this.error = undefined;
    this.twin = undefined;
    this.#to('idle');
  }

  /**
   * Sends, or joins the sending that is under way. Nothing when a twin was found, which stands in `twin` then.
   * @throws {SuretyError} what `sendOnce` throws.
   */
  send(
    client: () => Promise<SuretyClient>,
    content: ApplicationContent,
    returned: Application | undefined,
  ): Promise<Application | undefined> {
    return (this.#running ??= this.#send(client, content, returned).finally(
      () => (this.#running = undefined),
    ));
  }

  async #send(
    load: () => Promise<SuretyClient>,
    content: ApplicationContent,
    returned: Application | undefined,
  ) {
    const {key} = this.prepare(content, returned);
    this.error = undefined;
    this.#to('sending');
    try {
      const client = await load();
      // What was sent back has a version of its own, so that a second correction is refused by the API.
      if (!returned && this.#settled !== key) this.twin = await findTwin(client, content);
      if (this.twin) return undefined;
      this.#settled = key;
      const send = (options: {signal?: AbortSignal}) =>
        returned
          ? client.resubmitApplication(returned, content, key, options)
          : client.submitApplication(content, key, options);
      return await sendOnce(client, key, send, {onUncertain: () => this.#to('uncertain')});
    } catch (thrown) {
      this.error = SuretyError.from(thrown);
      throw this.error;
    } finally {
      this.#to('idle');
    }
  }

  #to(state: SendingState) {
    this.state = state;
    this.#host.requestUpdate();
  }
}
