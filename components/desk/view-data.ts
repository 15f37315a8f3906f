import {msg} from '@lit/localize';
import {initialState, Task, TaskStatus} from '@lit/task';
import {html, nothing} from 'lit';
import {SuretyError} from '../../src/errors.js';
import {abortOnLeave} from '../kernel/abortable.js';
import type {SuretyElement} from '../kernel/surety-element.js';
import {failure, loading} from '../kernel/states.js';

/** Where the data of a view comes from. */
export interface ViewDataOptions<Data> {
  /** Returns another object when another person may be signed in; undefined while the API cannot be asked. */
  readonly source: () => object | undefined;
  /** Returns another text whenever the view is to fetch anew; undefined while it is not shown. */
  readonly visit: () => string | undefined;
  readonly fetch: (signal: AbortSignal) => Promise<Data>;
  readonly onError: (thrown: unknown) => void;
}

/** The data of a view: fetched at each visit, while that of the visit before stays in sight. */
export class ViewData<Data> {
  readonly #host: SuretyElement;
  readonly #task: Task<readonly [object | undefined, string | undefined], Data>;
  #data: Data | undefined;
  #source: object | undefined;

  constructor(host: SuretyElement, {source, visit, fetch, onError}: ViewDataOptions<Data>) {
    this.#host = host;
    this.#task = new Task(host, {
      args: () => [source(), visit()] as const,
      task: async ([newSource, newVisit], {signal}) => {
        if (newSource !== this.#source) this.#data = undefined; // it may be another person's
        this.#source = newSource;
        return newSource && newVisit !== undefined ? fetch(signal) : initialState;
      },
      onComplete: data => {
        this.#data = data;
      },
      onError,
    });
    abortOnLeave(host, this.#task);
  }

  /** Draws the data, that it is being fetched, or that it could not be. */
  render(renderData: (data: Data) => unknown): unknown {
    const {status, error} = this.#task;
    const hasFailed = status === TaskStatus.ERROR;
    const problem = hasFailed
      ? html`<slot name="error">
          ${failure(SuretyError.from(error), {label: msg('もう一度読み込む'), act: () => this.#host.reload()})}
        </slot>`
      : nothing;
    if (this.#data === undefined) return hasFailed ? problem : html`<slot name="loading">${loading()}</slot>`;
    return html`${problem}
      ${hasFailed ? html`<p class="hint">${msg('前に読み込んだ内容を表示しています。')}</p>` : nothing}
      <div class="data" aria-busy=${status === TaskStatus.PENDING ? 'true' : 'false'}>
        ${renderData(this.#data)}
      </div>`;
  }
}
