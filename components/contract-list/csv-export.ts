import {msg, str} from '@lit/localize';
import {html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult} from 'lit';
import type {SuretyClient} from '../../src/api/client.js';
import type {SuretyError} from '../../src/errors.js';
import {errorText} from '../../src/i18n/error-text.js';
import type {CsvProgress} from './csv-file.js';
import type {ListQuery} from './list-page.js';

type Host = ReactiveControllerHost & {readonly renderRoot: HTMLElement | DocumentFragment};

/** What an export needs of its list. */
export interface ExportSource {
  client(): Promise<SuretyClient>;
  query(): ListQuery;
  announce(text: string): void;
  fail(thrown: unknown): SuretyError;
}

/** 「CSVで保存」: all rows that fit, not only those on the screen; can be stopped. */
export class CsvExport implements ReactiveController {
  readonly #host: Host;
  readonly #source: ExportSource;
  #running: AbortController | undefined;
  #progress: CsvProgress = {done: 0, total: undefined};
  #error: SuretyError | undefined;

  constructor(host: Host, source: ExportSource) {
    this.#host = host;
    this.#source = source;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#running?.abort();
  }

  /** What went wrong with another list is of no interest here. */
  reset(): void {
    this.#running?.abort();
    this.#error = undefined;
  }

  render(): TemplateResult {
    const isRunning = Boolean(this.#running);
    return html`<button
      type="button"
      id="csv"
      part="csv"
      aria-disabled=${isRunning ? 'true' : nothing}
      @click=${this.#handleSave}
    >
      ${msg('CSVで保存')}
    </button>`;
  }

  /** How far it is, or what went wrong. */
  renderOutcome(): TemplateResult | typeof nothing {
    if (this.#running) {
      const {done, total} = this.#progress;
      return html`<p class="export">
        <span
          >${total === undefined ? msg('CSVを作成しています。') : msg(str`CSVを作成しています。${count(total)}件中${count(done)}件`)}</span
        >
        <progress aria-label=${msg('CSVの作成')} max=${total || 1} value=${done}></progress>
        <button type="button" id="csv-cancel" @click=${this.#handleCancel}>${msg('中止')}</button>
      </p>`;
    }
    if (!this.#error) return nothing;
    return html`<p class="notice" data-kind="error" role="alert">
      ${msg('CSVを保存できませんでした。')}${errorText(this.#error.code)}
    </p>`;
  }

  #handleSave = async () => {
    if (this.#running) return;
    const running = new AbortController();
    this.#running = running;
    this.#error = undefined;
    this.#show({done: 0, total: undefined});
    try {
      const {saveCsv} = await import('./csv-file.js');
      const done = await saveCsv(await this.#source.client(), this.#source.query(), {
        signal: running.signal,
        onProgress: progress => this.#show(progress),
      });
      this.#source.announce(msg(str`${count(done)}件をCSVで保存しました。`));
    } catch (thrown) {
      if (!running.signal.aborted) this.#error = this.#source.fail(thrown);
    }
    await this.#finish(running);
  };

  #handleCancel = () => {
    this.#running?.abort();
    this.#source.announce(msg('CSVの作成を中止しました。'));
  };

  async #finish(running: AbortController) {
    if (this.#running !== running) return;
    const root = this.#host.renderRoot;
    const hadFocus = root instanceof ShadowRoot && root.activeElement?.id === 'csv-cancel';
    this.#running = undefined;
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    if (hadFocus) root.querySelector<HTMLElement>('#csv')?.focus();
  }

  #show(progress: CsvProgress) {
    this.#progress = progress;
    this.#host.requestUpdate();
  }
}

const count = (rows: number) => rows.toLocaleString('en-US');
