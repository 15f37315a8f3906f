import {TaskStatus, type Task} from '@lit/task';
import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {SuretyError} from '../../src/errors.js';

/** How an act ended, if it was not aborted. */
export type Outcome<Value> =
  {readonly value: Value; readonly error?: never} | {readonly error: SuretyError; readonly value?: never};

/**
 * Owns one kind of asynchronous act of an element: at most one runs at a time, and it is aborted when a newer one starts, when
 * the element leaves the page, or on `abort()`. What a person does, rather than what follows from properties, belongs to it;
 * the latter is a `Task` with `abortOnLeave()`.
 *
 * The act fetches and returns a value. What it leads to (state, events, focus) stands after `run()`, which returns nothing
 * when the act was aborted:
 *
 * ```ts
 * readonly #saving = new Abortable(this);
 *
 * async #handleSave() {
 *   if (this.#saving.isRunning) return; // or leave this out: the newer act replaces the older one
 *   const outcome = await this.#saving.run(async signal => (await this.client()).save(this.draft, {signal}));
 *   if (!outcome) return;
 *   if (outcome.error) this.problem = this.report(outcome.error);
 *   else this.saved = outcome.value;
 * }
 * ```
 *
 * An act of several steps that writes or sends between them calls `signal.throwIfAborted()` after each `await`.
 */
export class Abortable implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #running: AbortController | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.abort();
  }

  /** Whether an act is running; the host is drawn anew when this changes. */
  get isRunning(): boolean {
    return this.#running !== undefined;
  }

  /** Runs an act in place of the one before. Never rejects; resolves with `undefined` once the act was aborted. */
  async run<Value>(act: (signal: AbortSignal) => Promise<Value>): Promise<Outcome<Value> | undefined> {
    this.abort();
    const running = (this.#running = new AbortController());
    const {signal} = running;
    this.#host.requestUpdate();
    try {
      const value = await act(signal);
      return signal.aborted ? undefined : {value};
    } catch (thrown) {
      const error = SuretyError.from(thrown);
      return signal.aborted || error.code === 'aborted' ? undefined : {error};
    } finally {
      if (this.#running === running) this.#end();
    }
  }

  /** Aborts the act that is running, if there is one. */
  abort(): void {
    if (!this.#running) return;
    this.#running.abort();
    this.#end();
  }

  #end() {
    this.#running = undefined;
    this.#host.requestUpdate();
  }
}

/** Aborts a task when its element leaves the page; an element that comes back before the task had ended loads again. */
export function abortOnLeave(
  host: ReactiveControllerHost & {reload(): void},
  task: Pick<Task, 'abort' | 'status'>,
): void {
  let wasAborted = false;
  host.addController({
    hostConnected() {
      if (wasAborted) host.reload();
      wasAborted = false;
    },
    hostDisconnected() {
      if (task.status !== TaskStatus.PENDING) return;
      wasAborted = true;
      task.abort();
    },
  });
}
