import {msg} from '@lit/localize';
import {html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult} from 'lit';
import type {SuretyError} from '../../src/errors.js';
import {LazyModule} from '../kernel/lazy-module.js';
import {failure} from '../kernel/states.js';
import type {FetchPage, ListQuery} from './list-page.js';
import type {OutputRun} from './output-run.js';

type Host = ReactiveControllerHost & {readonly renderRoot: HTMLElement | DocumentFragment};

/** A file to save, or paper. */
export type OutputKind = 'csv' | 'print';

/** What an output needs of its list. */
export interface OutputSource {
  pages(): Promise<FetchPage>;
  query(): ListQuery;
  announce(text: string): void;
  fail(thrown: unknown): SuretyError;
}

/** 「CSVで保存」 and 「一覧を印刷」; what they do is fetched when one is first pressed. */
export class ListOutput implements ReactiveController {
  readonly #host: Host;
  readonly #run: LazyModule<OutputRun>;
  #asked: OutputKind | undefined;

  constructor(host: Host, source: OutputSource) {
    this.#host = host;
    this.#run = new LazyModule(
      host,
      async () => new (await import('./output-run.js')).OutputRun(host, source),
      source.fail,
    );
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#asked = undefined;
  }

  /** What went wrong with another list is of no interest here. */
  reset(): void {
    this.#asked = undefined;
    this.#run.value?.reset();
  }

  render(): TemplateResult {
    const {value: now, pending} = this.#run;
    const isBusy = now ? now.isRunning : pending;
    const button = (id: OutputKind, label: string) =>
      html`<button
        type="button"
        id=${id}
        part=${id}
        aria-disabled=${isBusy ? 'true' : nothing}
        @click=${() => this.#make(id)}
      >
        ${label}
      </button>`;
    return html`<span class="outputs"
      >${button('print', msg('一覧を印刷'))}${button('csv', msg('CSVで保存'))}</span
    >`;
  }

  /** How far it is, or what went wrong. */
  renderOutcome(): unknown {
    const {value: now, error, pending} = this.#run;
    if (now) return now.render();
    const asked = this.#asked;
    if (!asked) return nothing;
    if (pending) return html`<p class="export" role="status">${msg('読み込んでいます')}</p>`;
    return error
      ? failure(error, {label: msg('もう一度読み込む'), act: () => this.#tryAgain(asked)})
      : nothing;
  }

  async #make(kind: OutputKind) {
    if (this.#run.pending) return;
    this.#asked = kind;
    const code = this.#run.load();
    this.#host.requestUpdate();
    const run = await code;
    if (this.#asked) await run?.make(kind); // else they went on to another list
  }

  #tryAgain(kind: OutputKind) {
    this.#host.renderRoot.querySelector<HTMLElement>(`#${kind}`)?.focus(); // the pressed button will be gone
    void this.#make(kind);
  }
}
