import {msg, str} from '@lit/localize';
import {html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {property, state} from 'lit/decorators.js';
import type {ContractSort, ContractSummary, ContractToDo} from '../../src/schemas/contract.js';
import {emit} from '../kernel/events.js';
import {loadModule} from '../kernel/lazy-module.js';
import {empty, loading} from '../kernel/states.js';
import {SuretyElement} from '../kernel/surety-element.js';
import {Announcer} from '../ui/announcer.js';
import {buttonStyles} from '../ui/button.styles.js';
import {fieldStyles} from '../ui/field.styles.js';
import {hostStyles} from '../ui/host.styles.js';
import {ListController} from '../ui/list-controller.js';
import {ListExport} from '../ui/list-export.js';
import {countText, moreButton, printText, searchForm, staleNotice} from '../ui/list-view.js';
import {listStyles} from '../ui/list-view.styles.js';
import {printStyles} from '../ui/printed-table.styles.js';
import {tabsStyles} from '../ui/tabs.styles.js';
import {styles} from './contract-list.styles.js';
import {
  countConditions,
  effectiveQuery,
  type ContractListQuery,
  type ContractPage,
  type ListView,
} from './contract-query.js';
import {ContractSource} from './contract-source.js';
import {FilterControl} from './filter-control.js';
import {renderSortSelect, sortName} from './list-sort.js';
import {renderTable} from './list-table.js';
import {tableStyles} from './list-table.styles.js';
import {focusTab, listViews, renderTabs, viewName} from './list-tabs.js';
import type {NoticeChoice} from './notice-choice.js';
import {RowWindow, type WindowContent} from './row-window.js';
import {headsOf, renderRows} from './rows.js';

/** Further rows are fetched as soon as one comes so near to the last row: they are there before a fast scroll is. */
const ROWS_AHEAD = 100;

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
 * @csspart stale - Shown while the rows could not be fetched again.
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
    listStyles,
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

  @state() private choice: NoticeChoice | undefined;

  #announcer = new Announcer(this);
  #source = new ContractSource(
    () => this.client(),
    () => this.contracts,
  );
  readonly #list: ListController<ContractListQuery, ContractPage> = new ListController<
    ContractListQuery,
    ContractPage
  >(this, {
    query: {view: 'contracts', words: '', filter: {}, sort: ''},
    source: this.#source,
    dependsOn: () => this.source && [this.source, this.contracts, this.attempt],
    describe: (page, query) => {
      const {sort} = effectiveQuery(query);
      return `${sort ? `${sortName(sort)}。` : ''}${countText(page)}`;
    },
    announce: text => this.#announcer.announce(text),
    report: thrown => this.report(thrown),
    dropPerson: () => this.choice?.clear(),
  });
  #filter = new FilterControl(this, this.#list);
  #export = new ListExport(
    this,
    async () => (await import('./contract-exports.js')).contractExport(this, this.#list),
    thrown => this.report(thrown),
  );
  #rows = new RowWindow(this, rows => this.#fetchAhead(rows));
  #isLoadingChoice = false;

  /** Goes back to the row or the button that one left by, else to the search field. */
  override focus(options?: FocusOptions) {
    this.#rows.show(this.#list.page ? findRow(this.#list.page, this.selected) : -1);
    const targets = ['[aria-current] button, #choice-open', '#search', '[role=tab]'];
    for (const target of targets) {
      const element = this.renderRoot.querySelector<HTMLElement>(target);
      if (element) return element.focus(options);
    }
  }

  protected override willUpdate(changed: PropertyValues<this>) {
    if (!listViews.includes(this.view)) this.view = 'contracts';
    if (this.view !== this.#list.query.view) {
      this.#list.change({view: this.view});
      this.#list.clear(); // rows of another list must not stand under this one's headings
      this.#export.reset();
    }
    if (changed.has('toDo')) this.#filter.showToDo(this.toDo);
    else this.toDo = this.#filter.filter.toDo ?? '';
    if (changed.has('contracts')) this.#source.forget();
  }

  protected override updated() {
    const {page} = this.#list;
    this.#rows.draw(this.renderRoot.querySelector<HTMLElement>('.rows'), page && this.#windowContent(page));
    if (this.selectable && !this.choice) void this.#loadChoice();
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

  protected override renderContent() {
    return html`${this.#announcer.render()} ${renderTabs(this.view, view => this.#open(view))}
      <section role="tabpanel" id="panel" aria-labelledby=${`tab-${this.view}`}>
        <h2>${viewName(this.view)}</h2>
        ${searchForm(this.#list, {
          hint: msg(
            '工事名・発注者名・保証契約番号の一部で探せます。全角・半角やハイフンの違いは問いません。',
          ),
          prepare: this.#source.prepare,
        })}
        ${this.#renderTools()} ${this.#export.renderOutcome()}
        <div aria-busy=${this.#list.isLoading ? 'true' : 'false'}>
          ${this.#renderResult()}${this.#choice?.renderBar(this.#list.page?.items ?? []) ?? nothing}
        </div>
      </section>`;
  }

  #renderTools() {
    const outputs = html`<span class="outputs"
      >${this.#export.renderButton('print', msg('一覧を印刷'))}${this.#export.renderButton('csv', msg('CSVで保存'))}</span
    >`;
    if (this.view === 'history') return html`<div class="tools">${outputs}</div>`;
    return html`<div class="tools">
        ${this.#filter.renderToggle()} ${renderSortSelect(this.#list.query.sort, this.#sort)} ${outputs}
      </div>
      ${this.#filter.renderPanel()} ${this.#filter.renderChips()}`;
  }

  #renderResult() {
    const {page, error, isStale} = this.#list;
    if (error && !isStale) return this.renderFailure(error);
    if (!page) return html`<slot name="loading">${loading()}</slot>`;
    return html`${error ? staleNotice(error, () => this.reload()) : nothing}
    ${page.items.length > 0 ? this.#renderRows(page) : this.#renderEmpty()}`;
  }

  #renderRows(page: ContractPage) {
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
      ${moreButton(this, this.#list, {focusRow: this.#focusRow})}`;
  }

  /** Returns what the row window has to draw of a page. */
  #windowContent(page: ContractPage): WindowContent {
    const {pageQuery, query} = this.#list;
    const choice = this.#choice;
    const {items: rows, total = page.nextCursor ? undefined : rows.length} = page;
    const marked = findRow(page, this.selected);
    const heads = [...(choice ? [choice.renderHead(rows)] : []), ...headsOf(page)];
    const renderChoice = choice && ((contract: ContractSummary) => choice.renderCell(contract));
    const table = {caption: viewName(this.view), total, sort: query.sort, act: this.#sort};
    return {
      rows,
      total: total ?? 0,
      query: pageQuery,
      stamp: [table.caption, choice?.version],
      marked,
      renderTable: bodies => renderTable(table, {list: page.kind, heads}, bodies),
      renderRows: (start, end) => renderRows(page, [start, end], {marked, renderChoice}),
    };
  }

  /** Nothing fits, or nothing is there yet; and the way back to all. */
  #renderEmpty(): TemplateResult {
    const {words, filter} = effectiveQuery(this.#list.query);
    const isFiltered = countConditions(filter) > 0;
    if (!isFiltered && !words)
      return html`<slot name="empty">
        ${empty(msg('保証契約はまだありません。'), msg('お申込みの手続きが済むと、ここに表示されます。'))}
      </slot>`;
    const [text, hint, label] = isFiltered
      ? [
          msg('検索と絞り込みの条件に当てはまる保証契約はありません。'),
          msg('条件を減らしてお探しください。'),
          msg('条件をすべて解除して全件を表示'),
        ]
      : [
          msg(str`「${words}」に当てはまる保証契約はありません。`),
          msg('言葉を短くするか、別の言葉でお探しください。'),
          msg('検索をやめて全件を表示'),
        ];
    return html`${empty(text, hint)}
      <p class="after">
        <button part="button" type="button" @click=${this.#handleClear}>${label}</button>
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
    void focusTab(this, view);
  }

  #sort = (sort: ContractSort | '') => this.#list.change({sort});

  #fetchAhead(rows: number) {
    const {page, isLoading, error, moreError} = this.#list;
    if (!page?.nextCursor || rows + ROWS_AHEAD < page.items.length) return;
    if (!RowWindow.isNeeded({rows: page.items, total: page.total ?? 0})) return;
    if (!isLoading && !error && !moreError) void this.#list.loadMore({isAhead: true});
  }

  #focusRow = (index: number) => {
    this.#rows.show(index);
    this.renderRoot.querySelector<HTMLElement>(`tr[aria-rowindex="${index + 2}"] button`)?.focus();
  };

  #handleClear = () => {
    this.#filter.clear();
    this.renderRoot.querySelector<HTMLElement>('#search')?.focus();
  };
}

/** Returns the index of a contract among the rows; -1 where it is not there. */
const findRow = (page: ContractPage, contractNumber: string): number =>
  contractNumber && page.kind === 'contracts'
    ? page.items.findIndex(({number}) => number === contractNumber)
    : -1;

declare global {
  interface HTMLElementTagNameMap {
    'surety-contract-list': SuretyContractList;
  }
}
