import {msg, str} from '@lit/localize';
import {html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult} from 'lit';
import {type SuretyError} from '../../src/errors.js';
import {errorText} from '../../src/i18n/error-text.js';
import {endPrintOut} from '../shared/print.js';
import {everyPage, type FetchPage, type ListPage, type ListQuery} from './list-page.js';

type Host = ReactiveControllerHost & {readonly renderRoot: HTMLElement | DocumentFragment};
type Pages = AsyncIterable<ListPage>;

/** What an output needs of its list. */
export interface OutputSource {
  pages(): Promise<FetchPage>;
  query(): ListQuery;
  announce(text: string): void;
  fail(thrown: unknown): SuretyError;
}

/** One way to take all rows along; its code is fetched when it is first asked for. */
interface Output {
  label: () => string;
  doing: () => string;
  failed: () => string;
  done: (rows: string) => string;
  /** Makes it of every page, and gives the number of rows. */
  make(pages: Pages, query: ListQuery): Promise<number>;
}

/** 「CSVで保存」 and 「一覧を印刷」: all rows that fit, not only those on the screen; can be stopped. */
export class ListOutput implements ReactiveController {
  readonly #host: Host;
  readonly #source: OutputSource;
  readonly #outputs: Record<'csv' | 'print', Output>;
  #running: {output: Output; abort: AbortController; button: string} | undefined;
  #done = 0;
  #total: number | undefined;
  #failure: {output: Output; error: SuretyError} | undefined;

  constructor(host: Host, source: OutputSource) {
    this.#host = host;
    this.#source = source;
    this.#outputs = {
      csv: {
        label: () => msg('CSVで保存'),
        doing: () => msg('CSVを作成しています。'),
        failed: () => msg('CSVを保存できませんでした。'),
        done: rows => msg(str`${rows}件をCSVで保存しました。`),
        make: async (pages, query) => (await import('./csv-file.js')).saveCsv(pages, query),
      },
      print: {
        label: () => msg('一覧を印刷'),
        doing: () => msg('印刷する一覧を作成しています。'),
        failed: () => msg('一覧を印刷できませんでした。'),
        done: rows => msg(str`${rows}件の一覧を印刷しました。`),
        make: async (pages, query) => (await import('./print-list.js')).printList(this, pages, query),
      },
    };
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#running?.abort.abort();
    endPrintOut(this);
  }

  /** What went wrong with another list is of no interest here. */
  reset(): void {
    this.#running?.abort.abort();
    this.#failure = undefined;
  }

  render(): TemplateResult {
    const button = (id: 'csv' | 'print') =>
      html`<button
        type="button"
        id=${id}
        part=${id}
        aria-disabled=${this.#running ? 'true' : nothing}
        @click=${() => this.#handleMake(id)}
      >
        ${this.#outputs[id].label()}
      </button>`;
    return html`<span class="outputs">${button('print')}${button('csv')}</span>`;
  }

  /** How far it is, or what went wrong. */
  renderOutcome(): TemplateResult | typeof nothing {
    if (this.#running) {
      const doing = this.#running.output.doing();
      const total = this.#total;
      return html`<p class="export">
        <span
          >${doing}${total === undefined ? nothing : msg(str`${count(total)}件中${count(this.#done)}件`)}</span
        >
        <progress aria-label=${doing} max=${total || 1} value=${this.#done}></progress>
        <button part="button" type="button" id="output-cancel" @click=${this.#handleCancel}>
          ${msg('中止')}
        </button>
      </p>`;
    }
    if (!this.#failure) return nothing;
    return html`<p class="notice" data-kind="error" role="alert">
      ${this.#failure.output.failed()}${errorText(this.#failure.error.code)}
    </p>`;
  }

  async #handleMake(button: 'csv' | 'print') {
    if (this.#running) return;
    const output = this.#outputs[button];
    const abort = new AbortController();
    const running = {output, abort, button};
    this.#running = running;
    this.#failure = undefined;
    this.#show(0, undefined);
    try {
      const query = this.#source.query();
      const done = await output.make(this.#counted(await this.#source.pages(), query, abort.signal), query);
      this.#source.announce(output.done(count(done)));
    } catch (thrown) {
      if (!abort.signal.aborted) this.#failure = {output, error: this.#source.fail(thrown)};
    }
    await this.#finish(running);
  }

  async *#counted(fetchPage: FetchPage, query: ListQuery, signal: AbortSignal) {
    for await (const page of everyPage(fetchPage, query, signal)) {
      this.#show(this.#done + page.items.length, this.#total ?? page.total);
      yield page;
    }
    signal.throwIfAborted();
  }

  #handleCancel = () => {
    if (!this.#running) return;
    this.#running.abort.abort();
    this.#source.announce(msg('中止しました。'));
  };

  async #finish(running: object & {button: string}) {
    if (this.#running !== running) return;
    const root = this.#host.renderRoot;
    const hadFocus = root instanceof ShadowRoot && root.activeElement?.id === 'output-cancel';
    this.#running = undefined;
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    if (hadFocus) root.querySelector<HTMLElement>(`#${running.button}`)?.focus();
  }

  #show(done: number, total: number | undefined) {
    this.#done = done;
    this.#total = total;
    this.#host.requestUpdate();
  }
}

const count = (rows: number) => rows.toLocaleString('en-US');
