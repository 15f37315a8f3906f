import {msg, str} from '@lit/localize';
import {html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult} from 'lit';
import {type SuretyError} from '../../src/errors.js';
import {errorText} from '../../src/i18n/error-text.js';
import {endPrintOut} from '../ui/print.js';
import {count} from '../ui/printed-rows.js';
import {saveCsv} from './csv-file.js';
import type {OutputKind, OutputSource} from './list-output.js';
import {MOST_ROWS, type FetchPage, type ListPage, type ListQuery} from './list-page.js';
import {printList} from './print-list.js';

type Host = ReactiveControllerHost & {readonly renderRoot: HTMLElement | DocumentFragment};
type Pages = AsyncIterable<ListPage>;

/** One way to take all rows along. */
interface Output {
  doing: () => string;
  failed: () => string;
  done: (rows: string) => string;
  /** Makes it of every page, and gives the number of rows. */
  make(pages: Pages, query: ListQuery): Promise<number>;
}

/** Takes all rows that fit along, page by page; says how far it is, and can be stopped. */
export class OutputRun implements ReactiveController {
  readonly #host: Host;
  readonly #source: OutputSource;
  readonly #outputs: Record<OutputKind, Output>;
  #running: {output: Output; abort: AbortController; button: string} | undefined;
  #done = 0;
  #total: number | undefined;
  #failure: {output: Output; error: SuretyError} | undefined;

  constructor(host: Host, source: OutputSource) {
    this.#host = host;
    this.#source = source;
    this.#outputs = {
      csv: {
        doing: () => msg('CSVを作成しています。'),
        failed: () => msg('CSVを保存できませんでした。'),
        done: rows => msg(str`${rows}件をCSVで保存しました。`),
        make: saveCsv,
      },
      print: {
        doing: () => msg('印刷する一覧を作成しています。'),
        failed: () => msg('一覧を印刷できませんでした。'),
        done: rows => msg(str`${rows}件の一覧を印刷しました。`),
        make: (pages, query) => printList(this, pages, query),
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

  get isRunning(): boolean {
    return Boolean(this.#running);
  }

  /** How far it is, or what went wrong. */
  render(): TemplateResult | typeof nothing {
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

  /** Makes it of every page; its button is the one to go back to. */
  async make(button: OutputKind): Promise<void> {
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

/** Every row that fits, page by page. */
async function* everyPage(
  fetchPage: FetchPage,
  query: ListQuery,
  signal: AbortSignal,
): AsyncGenerator<ListPage, void> {
  let cursor: string | null = null;
  do {
    const page: ListPage = await fetchPage(query, {limit: MOST_ROWS, cursor, signal});
    signal.throwIfAborted();
    yield page;
    cursor = page.nextCursor;
  } while (cursor);
}
