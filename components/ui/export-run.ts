import {msg, str} from '@lit/localize';
import {html, nothing, type TemplateResult} from 'lit';
import {toCsv, toCsvLines, type CsvCell} from '../../src/domain/csv.js';
import {formatDateTime} from '../../src/domain/format.js';
import {dayInJapan} from '../../src/domain/instant.js';
import type {SuretyError} from '../../src/errors.js';
import {errorText} from '../../src/i18n/error-text.js';
import type {SuretyElement} from '../kernel/surety-element.js';
import {hostStyles} from './host.styles.js';
import {
  formatCount,
  MAX_ROWS_PER_REQUEST,
  type ListController,
  type ListPage,
  type ListQuery,
} from './list-controller.js';
import {MAX_PRINTED_ROWS, printText} from './list-view.js';
import {endPrintOut, printOut} from './print.js';
import {printStyles} from './printed-table.styles.js';
import {saveCsvText} from './save-file.js';

/** A CSV file, or paper. */
export type ExportKind = 'csv' | 'print';

/** How the rows of one list are written into a file and onto paper. */
export interface ExportFormat<Query, Page> {
  /** The name of the list: the heading on paper, and the name of the file before its date. */
  title(query: Query): string;
  csvHeads(query: Query): readonly string[];
  csvRows(page: Page): CsvCell[][];
  /** The conditions in force, in words. */
  conditions(query: Query): readonly string[];
  /** The table on paper; nothing can be pressed there. */
  renderTable(page: Page, query: Query): TemplateResult;
}

/** What an export announces and shows. */
const texts = {
  csv: {
    running: () => msg('CSVを作成しています。'),
    failed: () => msg('CSVを保存できませんでした。'),
    done: (rows: string) => msg(str`${rows}件をCSVで保存しました。`),
  },
  print: {
    running: () => msg('印刷する一覧を作成しています。'),
    failed: () => msg('一覧を印刷できませんでした。'),
    done: (rows: string) => msg(str`${rows}件の一覧を印刷しました。`),
  },
};

/** Writes every row of a query into a CSV file or onto paper, page by page. It shows the progress, and can be cancelled. */
export class ExportRun<Query extends ListQuery = ListQuery, Page extends ListPage = ListPage> {
  readonly #host: SuretyElement;
  readonly #list: ListController<Query, Page>;
  readonly #format: ExportFormat<Query, Page>;
  #running: ExportKind | undefined;
  #done = 0;
  #total: number | undefined;
  #failure: {kind: ExportKind; error: SuretyError} | undefined;

  constructor(host: SuretyElement, list: ListController<Query, Page>, format: ExportFormat<Query, Page>) {
    this.#host = host;
    this.#list = list;
    this.#format = format;
    host.addController({hostDisconnected: () => endPrintOut(this)});
  }

  get isRunning(): boolean {
    return this.#running !== undefined;
  }

  /** Forgets a failure: another list is shown. */
  reset(): void {
    this.#failure = undefined;
  }

  /** The progress, or what went wrong. */
  render(): TemplateResult | typeof nothing {
    if (this.#running) {
      const running = texts[this.#running].running();
      const total = this.#total;
      return html`<p class="export">
        <span
          >${running}${total === undefined ? nothing : msg(str`${formatCount(total)}件中${formatCount(this.#done)}件`)}</span
        >
        <progress aria-label=${running} max=${total || 1} value=${this.#done}></progress>
        <button part="button" type="button" id="export-cancel" @click=${this.#handleCancel}>
          ${msg('中止')}
        </button>
      </p>`;
    }
    if (!this.#failure) return nothing;
    return html`<p class="notice" data-kind="error" role="alert">
      ${texts[this.#failure.kind].failed()}${errorText(this.#failure.error.code)}
    </p>`;
  }

  /** Saves or prints every row of the query in force. */
  async start(kind: ExportKind): Promise<void> {
    if (this.#running) return;
    const {query} = this.#list;
    this.#running = kind;
    this.#failure = undefined;
    this.#showProgress(0, undefined);
    const outcome = await this.#list.exporting.run(signal => {
      const pages = this.#everyPage(query, signal);
      return kind === 'csv' ? this.#save(query, pages) : this.#print(query, pages);
    });
    if (outcome?.error) this.#failure = {kind, error: this.#list.report(outcome.error)};
    else if (outcome) this.#list.announce(texts[kind].done(formatCount(outcome.value)));
    await this.#finish(kind);
  }

  /** Rows become text as soon as their page is here, so that 100,000 of them take no more memory than the file. */
  async #save(query: Query, pages: AsyncIterable<Page>): Promise<number> {
    const parts = [toCsv([this.#format.csvHeads(query)])];
    let rows = 0;
    for await (const page of pages) {
      parts.push(toCsvLines(this.#format.csvRows(page)));
      rows += page.items.length;
    }
    saveCsvText(parts, `${this.#format.title(query)}_${dayInJapan(new Date()).replaceAll('-', '')}.csv`);
    return rows;
  }

  /** Prints a dense table on A4 without the rest of the page. */
  async #print(query: Query, pages: AsyncIterable<Page>): Promise<number> {
    let all: Page | undefined;
    for await (const page of pages) {
      all = all ? {...all, items: [...all.items, ...page.items]} : page;
      if (all.items.length >= MAX_PRINTED_ROWS) break;
    }
    if (!all) return 0;
    const text = printText(all);
    const printed = {...all, items: all.items.slice(0, MAX_PRINTED_ROWS)};
    const content = html`<h2>${this.#format.title(query)}</h2>
      <p class="conditions">${this.#format.conditions(query).join('、')}</p>
      <p class="count">${text}</p>
      ${this.#format.renderTable(printed, query)}`;
    printOut(this, {content, styles: [...hostStyles, printStyles]});
    return printed.items.length;
  }

  /** Yields every row of the query, page by page, and shows the progress. */
  async *#everyPage(query: Query, signal: AbortSignal): AsyncGenerator<Page, void> {
    let cursor: string | null = null;
    do {
      const request = {limit: MAX_ROWS_PER_REQUEST, cursor};
      const page: Page = await this.#list.source.load(query, request, signal);
      signal.throwIfAborted();
      this.#showProgress(this.#done + page.items.length, this.#total ?? page.total);
      yield page;
      cursor = page.nextCursor;
    } while (cursor);
    signal.throwIfAborted();
  }

  #handleCancel = () => {
    this.#list.exporting.abort();
    this.#list.announce(msg('中止しました。'));
  };

  async #finish(kind: ExportKind) {
    const root = this.#host.renderRoot;
    const hadFocus = root instanceof ShadowRoot && root.activeElement?.id === 'export-cancel';
    this.#running = undefined;
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    if (hadFocus) root.querySelector<HTMLElement>(`#${kind}`)?.focus(); // the button that started it
  }

  #showProgress(done: number, total: number | undefined) {
    this.#done = done;
    this.#total = total;
    this.#host.requestUpdate();
  }
}

/** Writes a day as Japanese spreadsheets do, so that they take it for one. */
export const csvDay = (date: string | null): string | null => date && date.replaceAll('-', '/');

/** Writes an instant as a time in Japan. */
export const csvTime = (instant: string | null | undefined): string | null =>
  instant ? formatDateTime(instant) : null;
