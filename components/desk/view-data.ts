import {msg} from '@lit/localize';
import {initialState, Task, TaskStatus} from '@lit/task';
import {html, nothing} from 'lit';
import {SuretyError} from '../../src/errors.js';
import {abortOnLeave} from '../kernel/abortable.js';
import type {SuretyElement} from '../kernel/surety-element.js';
import {failure, loading} from '../kernel/states.js';

/** What a view of the desk is drawn from, and when. */
export interface ViewDataOptions<Facts> {
  /** A new object when another person may be signed in; nothing while nobody can be asked. */
  readonly source: () => object | undefined;
  /** Counts up whenever the view is to be drawn from new facts; nothing while it is not shown. */
  readonly visit: () => string | undefined;
  readonly fetch: (signal: AbortSignal) => Promise<Facts>;
  readonly failed: (thrown: unknown) => void;
}

/** Facts behind a view: fetched at each visit, while those of the visit before stay in sight. */
export class ViewData<Facts> {
  readonly #host: SuretyElement;
  readonly #task: Task<readonly [object | undefined, string | undefined], Facts>;
  #facts: Facts | undefined;
  #source: object | undefined;

  constructor(host: SuretyElement, options: ViewDataOptions<Facts>) {
    this.#host = host;
    this.#task = new Task(host, {
      args: () => [options.source(), options.visit()] as const,
      task: async ([source, visit], {signal}) => {
        if (source !== this.#source) this.#facts = undefined; // another person's are nobody else's business
        this.#source = source;
        return source && visit !== undefined ? options.fetch(signal) : initialState;
      },
      onComplete: facts => {
        this.#facts = facts;
      },
      onError: options.failed,
    });
    abortOnLeave(host, this.#task);
  }

  /** Draws with the facts; says that they are being fetched, or that they could not be. */
  render(draw: (facts: Facts) => unknown): unknown {
    const {status, error} = this.#task;
    const problem =
      status === TaskStatus.ERROR
        ? html`<slot name="error">
            ${failure(SuretyError.from(error), {label: msg('もう一度読み込む'), act: () => this.#host.reload()})}
          </slot>`
        : nothing;
    if (this.#facts === undefined)
      return status === TaskStatus.ERROR ? problem : html`<slot name="loading">${loading()}</slot>`;
    const isBusy = status === TaskStatus.PENDING ? 'true' : 'false';
    return html`${problem}
      ${status === TaskStatus.ERROR ? html`<p class="hint">${msg('前に読み込んだ内容を表示しています。')}</p>` : nothing}
      <div class="facts" aria-busy=${isBusy}>${draw(this.#facts)}</div>`;
  }
}
