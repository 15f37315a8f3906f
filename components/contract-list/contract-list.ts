import {msg, str} from '@lit/localize';
import {initialState, Task, TaskStatus} from '@lit/task';
import {html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {property, query, state} from 'lit/decorators.js';
import {SuretyError} from '../../src/errors.js';
import type {ContractSort} from '../../src/schemas/contract.js';
import {abortOnLeave} from '../shared/abort-on-leave.js';
import {Announcer} from '../shared/announcer.js';
import {emit} from '../shared/events.js';
import {fieldStyles} from '../shared/field.styles.js';
import {buttonStyles, hostStyles} from '../shared/host.styles.js';
import {empty, failure, loading} from '../shared/states.js';
import {SuretyElement} from '../shared/surety-element.js';
import {styles} from './contract-list.styles.js';
import {CsvExport} from './csv-export.js';
import {FilterPanel} from './filter-panel.js';
import {filterChips, type ListFilter} from './list-filter.js';
import {append, fetchMore, fetchRows, type ListPage, type ListQuery, type ListView} from './list-page.js';
import {renderSortSelect, sortName} from './list-sort.js';
import {renderContracts, renderIssues, type RowActions} from './list-table.js';
import {listViews, moveTab, renderTabs, viewName} from './list-tabs.js';

/** Long enough that a word is typed out, short enough that nobody waits. */
const TYPING_MS = 300;

/**
 * The contracts of the signed-in contractor: 保証契約一覧, 電子保証（認証キー） and 電子保証履歴一覧.
 * @tagname surety-contract-list
 * @fires {CustomEvent<{contractNumber: string}>} surety-contract-select - 「詳細」 of a row was chosen.
 * @fires {CustomEvent<{contractNumber: string}>} surety-notice-open - 「印刷」 of a row was chosen.
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
 * @csspart table - The table, or its cards on a narrow screen.
 * @csspart more - 「さらに表示」.
 */
export class SuretyContractList extends SuretyElement {
  static override styles = [...hostStyles, buttonStyles, fieldStyles, styles];

  /** Which list is shown: `contracts`, `electronic` or `history`. */
  @property() view: ListView = 'contracts';
  /** 保証契約番号 of the row that is marked as chosen; set when a row's 「詳細」 is used. */
  @property() selected = '';

  @state() private words = '';
  @state() private filter: ListFilter = {};
  @state() private sort: ContractSort | '' = '';
  @state() private page: ListPage | undefined;
  @query('#search') private searchField!: HTMLInputElement | null;

  #announcer = new Announcer(this);
  #typing: ReturnType<typeof setTimeout> | undefined;
  #mustAnnounce = false;
  #pageKey = '';
  #panel = new FilterPanel(this, {
    apply: filter => {
      this.filter = filter;
      this.#mustAnnounce = true;
    },
    fail: thrown => this.report(thrown),
  });
  #csv = new CsvExport(this, {
    client: () => this.client(),
    query: () => this.#query,
    announce: text => this.#announcer.announce(text),
    fail: thrown => this.report(thrown),
  });

  #first = new Task(this, {
    args: () => [this.source, this.view, this.words, this.filter, this.sort, this.attempt] as const,
    task: async ([source], {signal}) => {
      this.#more.abort();
      if (!source) return initialState;
      const query = this.#query;
      // A reload keeps the rows that were added, and with them one's place.
      const rows = JSON.stringify(query) === this.#pageKey ? this.page?.items.length : undefined;
      return {query, page: await fetchRows(await this.client(), query, {rows, signal})};
    },
    onComplete: ({query, page}) => {
      this.page = page;
      this.#pageKey = JSON.stringify(query);
      if (this.#mustAnnounce)
        this.#announcer.announce(`${query.sort ? `${sortName(query.sort)}。` : ''}${countText(page)}`);
      this.#mustAnnounce = false;
    },
    onError: thrown => this.report(thrown),
  });

  #more = new Task(this, {
    autoRun: false,
    task: async ([page]: readonly [ListPage], {signal}) => {
      return {page, next: await fetchMore(await this.client(), this.#query, page, signal)};
    },
    onComplete: ({page, next}) => this.#append(page, next),
    onError: thrown => this.report(thrown),
  });

  constructor() {
    super();
    abortOnLeave(this, this.#first);
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.#typing);
    this.#more.abort();
  }

  /** Goes back to the row that was chosen last, else to the search field. */
  override focus(options?: FocusOptions) {
    const row = this.renderRoot.querySelector<HTMLElement>('[aria-current] button');
    (row ?? this.searchField ?? this.renderRoot.querySelector<HTMLElement>('[role=tab]'))?.focus(options);
  }

  protected override willUpdate(changed: PropertyValues<this>) {
    if (!listViews.includes(this.view)) this.view = 'contracts';
    // Rows of another list must not stand under this one's headings; a new search may.
    if (changed.has('view')) {
      this.page = undefined;
      this.#csv.reset();
    }
  }

  get #query(): ListQuery {
    const {view, words, filter, sort} = this;
    return view === 'history' ? {view, words, filter: {}, sort: ''} : {view, words, filter, sort};
  }

  protected override renderContent() {
    return html`${this.#announcer.render()} ${renderTabs(this.view, view => this.#open(view))}
      <section role="tabpanel" id="panel" aria-labelledby=${`tab-${this.view}`}>
        <h2>${viewName(this.view)}</h2>
        ${this.#renderSearch()} ${this.#renderTools()} ${this.#csv.renderOutcome()}
        <div aria-busy=${this.#first.status === TaskStatus.PENDING ? 'true' : 'false'}>
          ${this.#renderResult()}
        </div>
      </section>`;
  }

  #renderSearch() {
    return html`<form class="search" part="search" role="search" novalidate @submit=${this.#handleSubmit}>
      <div class="field">
        <label for="search">${msg('検索')}</label>
        <p class="hint" id="search-hint">
          ${msg('工事名・発注者名・保証契約番号の一部で探せます。全角・半角やハイフンの違いは問いません。')}
        </p>
        <div class="search-row">
          <input
            id="search"
            type="search"
            autocomplete="off"
            spellcheck="false"
            enterkeyhint="search"
            aria-describedby="search-hint"
            .value=${this.words}
            @input=${this.#handleInput}
            @compositionend=${this.#handleInput}
            @keydown=${guardComposition}
          />
          <button>${msg('検索')}</button>
        </div>
      </div>
    </form>`;
  }

  #renderTools() {
    if (this.view === 'history') return html`<div class="tools">${this.#csv.render()}</div>`;
    return html`<div class="tools">
        ${this.#panel.renderToggle()} ${renderSortSelect(this.sort, sort => this.#sort(sort))}
        ${this.#csv.render()}
      </div>
      ${this.#panel.renderPanel()} ${this.#panel.renderChips()}`;
  }

  #renderResult() {
    if (this.#first.status === TaskStatus.ERROR) return this.renderFailure(this.#first.error);
    const {page} = this;
    if (!page) return html`<slot name="loading">${loading()}</slot>`;
    if (page.items.length === 0) return this.#renderEmpty();
    const {selected, sort, view} = this;
    const options = {selected, sort, caption: viewName(view), total: page.total};
    return html`<p class="count">${countText(page)}</p>
      ${
        page.kind === 'issues'
          ? renderIssues(page.items, options, this.#actions)
          : renderContracts(page.items, options, this.#actions)
      }
      ${this.#renderMore(page)}`;
  }

  #renderEmpty(): TemplateResult {
    const {words, filter} = this.#query;
    if (filterChips(filter).length > 0) {
      return html`${empty(
          msg('検索と絞り込みの条件に当てはまる保証契約はありません。'),
          msg('条件を減らしてお探しください。'),
        )}
        <p class="after">
          <button type="button" @click=${this.#handleClear}>${msg('条件をすべて解除して全件を表示')}</button>
        </p>`;
    }
    if (words) {
      return html`${empty(
          msg(str`「${words}」に当てはまる保証契約はありません。`),
          msg('言葉を短くするか、別の言葉でお探しください。'),
        )}
        <p class="after">
          <button type="button" @click=${this.#handleClear}>${msg('検索をやめて全件を表示')}</button>
        </p>`;
    }
    return html`<slot name="empty">
      ${empty(msg('保証契約はまだありません。'), msg('お申込みの手続きが済むと、ここに表示されます。'))}
    </slot>`;
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

  #actions: RowActions = {
    select: contractNumber => {
      this.selected = contractNumber;
      emit(this, 'surety-contract-select', {contractNumber});
    },
    openNotice: contractNumber => {
      this.selected = contractNumber;
      emit(this, 'surety-notice-open', {contractNumber});
    },
    openCertificate: (contractNumber, revision) =>
      emit(this, 'surety-certificate-open', {contractNumber, revision}),
    sort: sort => this.#sort(sort),
  };

  #open(view: ListView) {
    this.view = view;
    this.#mustAnnounce = true;
    void moveTab(this, view);
  }

  #sort(sort: ContractSort | '') {
    this.sort = sort;
    this.#mustAnnounce = true;
  }

  #search(words: string) {
    clearTimeout(this.#typing);
    if (words === this.words) return;
    this.words = words;
    this.#mustAnnounce = true;
  }

  async #append(page: ListPage, next: ListPage) {
    if (this.page !== page) return;
    this.page = append(page, next);
    const [added, all] = [next.items.length, this.page.items.length];
    this.#announcer.announce(msg(str`${added}件を追加しました。${all}件を表示しています。`));
    const hadFocus = this.shadowRoot?.activeElement?.id === 'more';
    await this.updateComplete;
    // The button goes with the last page; whoever pressed it reads on at the first new row.
    if (hadFocus && !this.page.nextCursor) {
      const rows = this.renderRoot.querySelectorAll('tbody tr');
      rows[page.items.length]?.querySelector('button')?.focus();
    }
  }

  #handleMore = () => {
    if (this.page && this.#more.status !== TaskStatus.PENDING) void this.#more.run([this.page]);
  };

  #handleInput = (event: InputEvent | CompositionEvent) => {
    if ('isComposing' in event && event.isComposing) return;
    const words = (event.target as HTMLInputElement).value.trim();
    clearTimeout(this.#typing);
    this.#typing = setTimeout(() => this.#search(words), TYPING_MS);
  };

  #handleSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    this.#search(this.searchField?.value.trim() ?? '');
  };

  #handleClear = () => {
    this.#search('');
    if (filterChips(this.filter).length > 0) this.#panel.remove();
    this.searchField?.focus();
  };
}

/** Enter that ends the conversion of kanji is no search; Safari tells it only by its key code. */
function guardComposition(event: KeyboardEvent) {
  if (event.key === 'Enter' && (event.isComposing || event.keyCode === 229)) event.preventDefault();
}

function countText({items, nextCursor, total}: ListPage): string {
  const count = number(items.length);
  if (!nextCursor) return msg(str`${count}件を表示しています。`);
  return total === undefined
    ? msg(str`${count}件を表示しています（続きがあります）。`)
    : msg(str`${number(total)}件のうち${count}件を表示しています。`);
}

const number = (rows: number) => rows.toLocaleString('en-US');

declare global {
  interface HTMLElementTagNameMap {
    'surety-contract-list': SuretyContractList;
  }
}
