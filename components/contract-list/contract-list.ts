import {msg, str} from '@lit/localize';
import {initialState, Task, TaskStatus} from '@lit/task';
import {html, nothing, type PropertyValues} from 'lit';
import {property, state} from 'lit/decorators.js';
import {SuretyError} from '../../src/errors.js';
import type {ContractSort, ContractSummary, ContractToDo} from '../../src/schemas/contract.js';
import {abortOnLeave} from '../kernel/abortable.js';
import {Announcer} from '../ui/announcer.js';
import {emit} from '../kernel/events.js';
import {loadModule} from '../kernel/lazy-module.js';
import {fieldStyles} from '../ui/field.styles.js';
import {buttonStyles} from '../ui/button.styles.js';
import {hostStyles} from '../ui/host.styles.js';
import {printText} from '../ui/printed-rows.js';
import {printStyles} from '../ui/printed-table.styles.js';
import {SearchLine} from '../ui/search-line.js';
import {searchLineStyles} from '../ui/search-line.styles.js';
import {failure, loading} from '../kernel/states.js';
import {SuretyElement} from '../kernel/surety-element.js';
import {styles} from './contract-list.styles.js';
import {ListConditions} from './list-conditions.js';
import {countConditions, type ListFilter} from './list-filter.js';
import {ListOutput} from './list-output.js';
import {
  append,
  fetchMore,
  fetchRows,
  type FetchPage,
  type ListPage,
  type ListQuery,
  type ListView,
} from './list-page.js';
import {ListSource} from './list-source.js';
import {findRow, toContent} from './list-content.js';
import {renderEmpty} from './list-empty.js';
import {renderSortSelect, sortName} from './list-sort.js';
import {tabsStyles} from '../ui/tabs.styles.js';
import {tableStyles} from './list-table.styles.js';
import {listViews, moveTab, renderTabs, viewName} from './list-tabs.js';
import {countText} from './list-words.js';
import type {NoticeChoice} from './notice-choice.js';
import {RowWindow} from './row-window.js';

/** So near the last row that is here the next ones are fetched: a fast hand is there in a second. */
const AHEAD_ROWS = 100;

/**
 * The contracts of the signed-in contractor: 保証契約一覧, 電子保証（認証キー） and 電子保証履歴一覧.
 * @tagname surety-contract-list
 * @fires {CustomEvent<{contractNumber: string}>} surety-contract-select - 「詳細」 of a row was chosen.
 * @fires {CustomEvent<{contractNumber: string}>} surety-notice-open - 「印刷」 of a row was chosen.
 * @fires {CustomEvent<{contractNumbers: readonly string[]}>} surety-notices-open - 「選んだお知らせをまとめて保存」 was pressed.
 * @fires {CustomEvent<{contractNumber: string, revision: number}>} surety-certificate-open - 「選択」 of 電子保証履歴一覧 was chosen.
 * @fires {CustomEvent<{error: SuretyError}>} surety-error - The list could not be fetched.
 * @slot empty - Shown while the contractor has no contract.
 * @slot loading - Shown while the first page is fetched.
 * @slot error - Shown when the list could not be fetched.
 * @csspart tabs - The row of tabs.
 * @csspart search - The search field with its button.
 * @csspart filter-toggle - 「絞り込み」.
 * @csspart filters - The panel of 「絞り込み」.
 * @csspart chips - The conditions in force.
 * @csspart csv - 「CSVで保存」.
 * @csspart print - 「一覧を印刷」.
 * @csspart table - The table, or its cards on a narrow screen.
 * @csspart choice - How many notices are chosen, with 「選んだお知らせをまとめて保存」.
 * @csspart more - 「さらに表示」.
 * @csspart button - A button without a part of its own.
 * @csspart input - A text field.
 * @csspart select - A list to choose from.
 * @csspart checkbox - A box to tick.
 */
export class SuretyContractList extends SuretyElement {
  static override styles = [
    ...hostStyles,
    buttonStyles,
    fieldStyles,
    searchLineStyles,
    tabsStyles,
    styles,
    tableStyles,
    printStyles,
  ];

  /** Which list is shown: `contracts`, `electronic` or `history`. */
  @property() view: ListView = 'contracts';
  /** 保証契約番号 of the row that is marked as chosen; set when a row's 「詳細」 is used. */
  @property() selected = '';
  /** Narrows the list down to what is still to be done: `returned`, `hand-in`, `hand-in-again` or `expiring`. */
  @property({attribute: 'to-do'}) toDo: ContractToDo | '' = '';
  /** Lets one choose several contracts, whose numbers `surety-notices-open` then gives. */
  @property({type: Boolean}) selectable = false;
  /** Contracts that the page already holds, newest first; when set, they are searched and sorted here and not fetched. */
  @property({attribute: false}) contracts: readonly ContractSummary[] | undefined;

  @state() private words = '';
  @state() private filter: ListFilter = {};
  @state() private sort: ContractSort | '' = '';
  @state() private page: ListPage | undefined;
  @state() private choice: NoticeChoice | undefined;

  #announcer = new Announcer(this);
  #mustAnnounce = false;
  #pageKey = '';
  #isLoadingChoice = false;
  #source: unknown;
  #searchLine = new SearchLine(this, {
    words: () => this.words,
    hint: () =>
      msg('工事名・発注者名・保証契約番号の一部で探せます。全角・半角やハイフンの違いは問いません。'),
    search: words => this.#search(words),
    approached: () => this.#origin.prepare(this.contracts),
  });
  #conditions = new ListConditions(this, {
    apply: filter => {
      this.filter = filter;
      this.toDo = filter.toDo ?? '';
      this.#mustAnnounce = true;
    },
    fail: thrown => this.report(thrown),
  });
  #output = new ListOutput(this, {
    pages: () => this.#pages(),
    query: () => this.#query,
    announce: text => this.#announcer.announce(text),
    fail: thrown => this.report(thrown),
  });
  #rows = new RowWindow(this, rows => this.#fetchAhead(rows));
  #origin = new ListSource(() => this.client());

  #first = new Task(this, {
    args: () =>
      [this.source, this.contracts, this.view, this.words, this.filter, this.sort, this.attempt] as const,
    task: async ([source], {signal}) => {
      this.#more.abort();
      if (!source) return initialState;
      const query = this.#query;
      // A reload keeps the rows that were added, and with them one's place.
      const before = JSON.stringify(query) === this.#pageKey ? this.page : undefined;
      return {query, page: await fetchRows(await this.#pages(), query, {before, signal})};
    },
    onComplete: ({query, page}) => {
      this.page = page;
      this.#pageKey = JSON.stringify(query);
      if (this.#mustAnnounce)
        this.#announcer.announce(`${query.sort ? `${sortName(query.sort)}。` : ''}${countText(page)}`);
      this.#mustAnnounce = false;
    },
    onError: thrown => {
      const {code} = this.report(thrown);
      if (code === 'unauthorized' || code === 'forbidden') this.#forgetPerson();
    },
  });

  #more = new Task(this, {
    autoRun: false,
    task: async ([page, isAhead]: readonly [ListPage, boolean], {signal}) => {
      const next = await fetchMore(await this.#pages(), this.#query, page, {isAhead, signal});
      return {page, next, isAhead};
    },
    onComplete: ({page, next, isAhead}) => this.#append(page, next, isAhead),
    onError: thrown => this.report(thrown),
  });

  constructor() {
    super();
    abortOnLeave(this, this.#first);
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.#more.abort();
  }

  /** Goes back to the row or the button that one left by, else to the search field. */
  override focus(options?: FocusOptions) {
    this.#rows.show(this.#selectedRow);
    const row = this.renderRoot.querySelector<HTMLElement>('[aria-current] button, #choice-open');
    (row ?? this.#searchLine.field ?? this.renderRoot.querySelector<HTMLElement>('[role=tab]'))?.focus(
      options,
    );
  }

  protected override willUpdate(changed: PropertyValues<this>) {
    if (!listViews.includes(this.view)) this.view = 'contracts';
    if (changed.has('toDo') && this.toDo !== (this.filter.toDo ?? '')) {
      if (this.toDo) this.words = ''; // all of it, not only what was searched for before
      this.#conditions.showToDo(this.toDo);
    }
    if (changed.has('contracts')) this.#origin.forget();
    // Rows of another list must not stand under this one's headings, nor those of another person; a new search may.
    const {source} = this;
    if (source && this.#source && source !== this.#source) this.#forgetPerson();
    else if (changed.has('view')) this.#forget();
    this.#source = source ?? this.#source;
  }

  protected override updated() {
    const {page, sort, view, selected, selectable} = this;
    const box = this.renderRoot.querySelector<HTMLElement>('.rows');
    const table = {caption: viewName(view), sort, act: this.#sort};
    this.#rows.draw(
      box,
      page && toContent(page, {table, selected, query: this.#pageKey, choice: this.#choice}),
    );
    if (selectable && !this.choice) void this.#loadChoice();
  }

  #forget() {
    this.page = undefined;
    this.#pageKey = '';
    this.#output.reset();
  }

  #forgetPerson() {
    this.#forget();
    this.choice?.clear();
  }

  /** What is chosen, where one may choose. */
  get #choice(): NoticeChoice | undefined {
    return this.selectable && this.view !== 'history' ? this.choice : undefined;
  }

  async #loadChoice() {
    if (this.#isLoadingChoice) return;
    this.#isLoadingChoice = true;
    try {
      const {NoticeChoice} = await loadModule(import('./notice-choice.js'));
      this.choice = new NoticeChoice(this, {
        announce: text => this.#announcer.announce(text),
        open: contractNumbers => {
          this.selected = ''; // one comes back to the button
          emit(this, 'surety-notices-open', {contractNumbers});
        },
      });
    } catch (thrown) {
      this.report(thrown); // one can do without
    }
    this.#isLoadingChoice = false;
  }

  #pages = (): Promise<FetchPage> => this.#origin.pages(this.contracts, this.#query);

  get #query(): ListQuery {
    const {view, words, filter, sort} = this;
    return view === 'history' ? {view, words, filter: {}, sort: ''} : {view, words, filter, sort};
  }

  protected override renderContent() {
    return html`${this.#announcer.render()} ${renderTabs(this.view, view => this.#open(view))}
      <section role="tabpanel" id="panel" aria-labelledby=${`tab-${this.view}`}>
        <h2>${viewName(this.view)}</h2>
        ${this.#searchLine.render()} ${this.#renderTools()} ${this.#output.renderOutcome()}
        <div aria-busy=${this.#first.status === TaskStatus.PENDING ? 'true' : 'false'}>
          ${this.#renderResult()}${this.#choice?.renderBar(this.page?.items ?? []) ?? nothing}
        </div>
      </section>`;
  }

  #renderTools() {
    if (this.view === 'history') return html`<div class="tools">${this.#output.render()}</div>`;
    return html`<div class="tools">
        ${this.#conditions.renderToggle()} ${renderSortSelect(this.sort, this.#sort)} ${this.#output.render()}
      </div>
      ${this.#conditions.renderPanel()} ${this.#conditions.renderChips()}`;
  }

  #renderResult() {
    if (this.#first.status === TaskStatus.ERROR) return this.renderFailure(this.#first.error);
    const {page} = this;
    if (!page) return html`<slot name="loading">${loading()}</slot>`;
    if (page.items.length === 0) return renderEmpty(this.#query, this.#handleClear);
    const isWindowed = RowWindow.isNeeded({rows: page.items, total: page.total ?? 0});
    return html`<p class="count">${countText(page)}</p>
      ${this.#choice?.renderHint(page.items) ?? nothing}
      <p class="print-only">${printText(page)}</p>
      ${isWindowed ? html`<p class="hint no-print" id="rows-hint">${msg('行が多いため、ブラウザーの「ページ内検索」では画面に見える付近の行しか見つかりません。上の「検索」をお使いください。')}</p>` : nothing}
      <div
        class="rows"
        role=${isWindowed ? 'region' : nothing}
        tabindex=${isWindowed ? 0 : nothing}
        aria-label=${isWindowed ? viewName(this.view) : nothing}
        aria-describedby=${isWindowed ? 'rows-hint' : nothing}
        @scroll=${this.#rows.handleScroll}
        @click=${this.#handleRowClick}
      ></div>
      ${this.#renderMore(page)}`;
  }

  get #selectedRow(): number {
    return this.page ? findRow(this.page, this.selected) : -1;
  }

  #renderMore(page: ListPage) {
    if (this.#more.status === TaskStatus.ERROR && page.nextCursor) {
      return failure(SuretyError.from(this.#more.error), {
        label: msg('もう一度読み込む'),
        act: this.#handleMore,
      });
    }
    if (!page.nextCursor) return nothing;
    const isPending = this.#more.status === TaskStatus.PENDING;
    return html`<p class="after">
      <button type="button" part="more" id="more" aria-disabled=${isPending} @click=${this.#handleMore}>
        ${isPending ? msg('読み込んでいます') : msg('さらに表示')}
      </button>
    </p>`;
  }

  #handleRowClick = ({target}: Event) => {
    const button = target instanceof Element ? target.closest<HTMLElement>('[data-act]') : null;
    const {number: contractNumber = '', revision} = button?.closest('tr')?.dataset ?? {};
    const act = button?.dataset['act'];
    if (act === 'certificate')
      emit(this, 'surety-certificate-open', {contractNumber, revision: Number(revision)});
    if (act !== 'select' && act !== 'notice') return;
    this.selected = contractNumber;
    emit(this, act === 'select' ? 'surety-contract-select' : 'surety-notice-open', {contractNumber});
  };

  #open(view: ListView) {
    this.view = view;
    this.#mustAnnounce = true;
    void moveTab(this, view);
  }

  #sort = (sort: ContractSort | '') => {
    this.sort = sort;
    this.#mustAnnounce = true;
  };

  #search(words: string) {
    this.#searchLine.cancel();
    if (words === this.words) return;
    this.words = words;
    this.#mustAnnounce = true;
  }

  #fetchAhead(rows: number) {
    const {page} = this;
    if (!page?.nextCursor || rows + AHEAD_ROWS < page.items.length) return;
    if (!RowWindow.isNeeded({rows: page.items, total: page.total ?? 0})) return;
    if (this.#first.status === TaskStatus.COMPLETE && this.#more.status !== TaskStatus.ERROR)
      this.#fetch(page, true);
  }

  #fetch(page: ListPage, isAhead: boolean) {
    if (this.#more.status !== TaskStatus.PENDING) void this.#more.run([page, isAhead]);
  }

  async #append(page: ListPage, next: ListPage, isAhead: boolean) {
    if (this.page !== page) return;
    this.page = append(page, next);
    if (isAhead) return;
    const [added, all] = [next.items.length, this.page.items.length];
    this.#announcer.announce(msg(str`${added}件を追加しました。${all}件を表示しています。`));
    const hadFocus = this.shadowRoot?.activeElement?.id === 'more';
    await this.updateComplete;
    // The button goes with the last page; whoever pressed it reads on at the first new row.
    if (!hadFocus || this.page.nextCursor) return;
    this.#rows.show(page.items.length);
    this.renderRoot
      .querySelector<HTMLElement>(`tr[aria-rowindex="${page.items.length + 2}"] button`)
      ?.focus();
  }

  #handleMore = () => {
    if (this.page) this.#fetch(this.page, false);
  };

  #handleClear = () => {
    this.#search('');
    if (countConditions(this.filter) > 0) this.#conditions.clear();
    this.#searchLine.field?.focus();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'surety-contract-list': SuretyContractList;
  }
}
