import {msg, str} from '@lit/localize';
import {initialState, Task, TaskStatus} from '@lit/task';
import {html, nothing, type TemplateResult} from 'lit';
import {state} from 'lit/decorators.js';
import {type SuretyError} from '../../src/errors.js';
import type {RegisterEntry, RegisterEntryPage} from '../../src/schemas/register-entry.js';
import {abortOnLeave} from '../kernel/abortable.js';
import {Announcer} from '../ui/announcer.js';
import {answerPanelStyles} from '../ui/answer-panel.styles.js';
import {certificateSheetStyles} from '../ui/certificate-sheet.styles.js';
import {fieldStyles} from '../ui/field.styles.js';
import {buttonStyles} from '../ui/button.styles.js';
import {hostStyles} from '../ui/host.styles.js';
import {loadModule} from '../kernel/lazy-module.js';
import {endPrintOut} from '../ui/print.js';
import {MOST_PRINTED_ROWS} from '../ui/printed-rows.js';
import {SearchLine} from '../ui/search-line.js';
import {searchLineStyles} from '../ui/search-line.styles.js';
import {empty, failure, loading} from '../kernel/states.js';
import {SuretyElement} from '../kernel/surety-element.js';
import {EntryView} from './entry-view.js';
import {PaperForm} from './paper-form.js';
import {renderChoices, renderNotices} from './register-filter.js';
import {fetchAllEntries, fetchEntries, ROWS, wholeRegister, type RegisterSearch} from './register-page.js';
import {styles} from './register.styles.js';
import {renderEntries} from './register-table.js';

/**
 * 保証証書の台帳: everything that the obligee has opened, and its paper certificates beside it; what needs attention comes first.
 * @tagname surety-register
 * @fires {CustomEvent<{contractNumber: string; revision: number}>} surety-certificate-checked - A certificate of the register was opened again.
 * @fires {CustomEvent<{contractNumber: string; answer: 'accepted' | 'returned' | 'withdrawn'}>} surety-certificate-answered - The obligee answered, or took its answer back.
 * @fires {CustomEvent<{contractNumber: string; releasedOn: string | null}>} surety-certificate-released - 返還 was recorded, or taken back.
 * @fires {CustomEvent<{error: SuretyError}>} surety-error - The register could not be fetched or changed.
 * @slot empty - Shown while the register holds nothing.
 * @slot loading - Shown while the register is fetched.
 * @slot error - Shown when the register could not be fetched.
 * @csspart heading - The heading.
 * @csspart notices - What needs attention, as buttons.
 * @csspart search - The search field with its button.
 * @csspart table - The table, or its cards on a narrow screen.
 * @csspart more - 「さらに表示」.
 * @csspart paper-form - The form for a paper certificate.
 * @csspart answer - 受領・差戻し・返還 below an opened certificate.
 * @csspart certificate - An opened certificate.
 * @csspart button - A button without a part of its own.
 * @csspart input - A text field.
 * @csspart select - A list to choose from.
 * @csspart checkbox - A box to tick.
 */
export class SuretyRegister extends SuretyElement {
  static override styles = [
    ...hostStyles,
    buttonStyles,
    fieldStyles,
    searchLineStyles,
    certificateSheetStyles,
    answerPanelStyles,
    styles,
  ];

  @state() private search: RegisterSearch = wholeRegister;
  @state() private page: RegisterEntryPage | undefined;
  /** The line that was taken out last, and can be put back. */
  @state() private removed: RegisterEntry | undefined;
  @state() private problem: SuretyError | undefined;
  @state() private isWorking = false;

  #announcer = new Announcer(this);
  #pageKey = '';
  #mustAnnounce = false;

  #first: Task<readonly unknown[], {key: string; page: RegisterEntryPage}> = new Task(this, {
    args: () => [this.source, this.search, this.attempt] as const,
    task: async ([source], {signal}) => {
      if (!source) return initialState;
      const {search} = this;
      const key = JSON.stringify(search);
      // A reload keeps the rows that were added, and with them one's place.
      const rows = key === this.#pageKey ? (this.page?.items.length ?? ROWS) : ROWS;
      return {key, page: await fetchEntries(await this.client(), search, {rows, signal})};
    },
    onComplete: ({key, page}) => {
      this.page = page;
      this.#pageKey = key;
      if (this.#mustAnnounce) this.#announcer.announce(countText(page));
      this.#mustAnnounce = false;
    },
    onError: thrown => this.report(thrown),
  });

  #searchLine = new SearchLine(this, {
    words: () => this.search.q,
    hint: () => msg('受注者名・工事名・保証契約番号の一部で探せます。全角・半角やかなの違いは問いません。'),
    search: q => this.#seek({q}),
  });

  #paper = new PaperForm(this, {
    client: () => this.client(),
    fail: thrown => this.report(thrown),
    saved: (entry, isNew) => {
      const words = isNew ? msg('台帳に記録しました。') : msg('修正を保存しました。');
      this.#announcer.announce(words);
      if (isNew) this.search = wholeRegister;
      this.reload();
      void this.#returnTo(entry.id);
    },
    closed: () => void this.#returnTo(''),
  });

  #view = new EntryView(this, {
    client: () => this.client(),
    announce: text => this.#announcer.announce(text),
    fail: thrown => this.report(thrown),
    closed: id => {
      this.reload();
      void this.#returnTo(id);
    },
  });

  constructor() {
    super();
    abortOnLeave(this, this.#first);
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    endPrintOut(this);
  }

  protected override get mockRole() {
    return 'obligee' as const;
  }

  protected override renderContent() {
    return html`${this.#announcer.render()}
      <section aria-labelledby="register-title">
        <h2 id="register-title" part="heading" tabindex="-1">${msg('保証証書の台帳')}</h2>
        ${this.#view.isOpen ? this.#view.render() : this.#paper.isOpen ? this.#paper.render() : this.#renderList()}
      </section>`;
  }

  #renderList() {
    const notices = this.page?.notices;
    return html`<div class="list">
      ${renderNotices(notices, this.search.notice, notice => this.#seek({notice}))}
      ${this.#searchLine.render()} ${renderChoices(this.search, changes => this.#seek(changes))}
      <div class="tools">
        <button part="button" type="button" id="paper" @click=${() => this.#paper.open()}>
          ${msg('証書(紙)を記録する')}
        </button>
        <button
          part="button"
          type="button"
          id="csv"
          aria-disabled=${this.isWorking ? 'true' : 'false'}
          @click=${this.#handleCsv}
        >
          ${msg('CSVで保存')}
        </button>
        <button
          part="button"
          type="button"
          id="print"
          aria-disabled=${this.isWorking ? 'true' : 'false'}
          @click=${this.#handlePrint}
        >
          ${msg('印刷')}
        </button>
      </div>
      ${this.#renderOutcome()}
      <div class="list" aria-busy=${this.#first.status === TaskStatus.PENDING ? 'true' : 'false'}>
        ${this.#renderResult()}
      </div>
    </div>`;
  }

  /** What was taken out with a way back, and what went wrong. */
  #renderOutcome() {
    const {removed, problem} = this;
    return html`${problem ? failure(problem) : nothing}${
      removed
        ? html`<p class="notice undo">
            <span>${msg(str`${removed.contractNumber}を台帳から外しました。`)}</span>
            <button part="button" type="button" id="undo" @click=${() => this.#restore(removed)}>
              ${msg('元に戻す')}
            </button>
          </p>`
        : nothing
    }`;
  }

  #renderResult(): TemplateResult {
    if (this.#first.status === TaskStatus.ERROR) return this.renderFailure(this.#first.error);
    const {page} = this;
    if (!page) return html`<slot name="loading">${loading()}</slot>`;
    if (page.items.length === 0) return this.#renderEmpty();
    const actions = {
      open: (entry: RegisterEntry) => void this.#view.open(entry),
      edit: (entry: RegisterEntry) => this.#paper.open(entry),
      remove: (entry: RegisterEntry) => void this.#remove(entry),
    };
    return html`<p class="count">${countText(page)}</p>
      ${renderEntries(page.items, actions)}
      ${
        page.nextCursor
          ? html`<p class="after">
              <button
                type="button"
                part="more"
                aria-disabled=${this.isWorking ? 'true' : 'false'}
                @click=${() => this.#more(page)}
              >
                ${msg('さらに表示')}
              </button>
            </p>`
          : nothing
      }`;
  }

  #renderEmpty(): TemplateResult {
    if (JSON.stringify(this.search) === JSON.stringify(wholeRegister)) {
      return html`<slot name="empty"
        >${empty(
          msg('台帳には、まだ何もありません。'),
          msg('保証契約番号と認証キーで確認した証書は、ここに残ります。'),
        )}</slot
      >`;
    }
    return html`${empty(msg('条件に当てはまる証書はありません。'), msg('言葉を短くするか、条件を減らしてお探しください。'))}
      <p class="after">
        <button part="button" type="button" @click=${() => this.#seek(wholeRegister)}>
          ${msg('条件をすべて解除して全件を表示')}
        </button>
      </p>`;
  }

  #seek(changes: Partial<RegisterSearch>) {
    this.#searchLine.cancel();
    this.search = {...this.search, ...changes};
    this.#mustAnnounce = true;
  }

  #handlePrint = () =>
    this.#work(async client => {
      const page = await fetchEntries(client, this.search, {
        rows: MOST_PRINTED_ROWS,
        signal: new AbortController().signal,
      });
      const {printRegister} = await loadModule(import('./print-register.js'));
      if (this.isConnected) printRegister(this, page, this.search);
    });

  #handleCsv = () =>
    this.#work(async client => {
      const entries = await fetchAllEntries(client, this.search, new AbortController().signal);
      const {saveRegisterCsv} = await loadModule(import('./register-csv.js'));
      saveRegisterCsv(entries);
      this.#announcer.announce(msg(str`${entries.length.toLocaleString('en-US')}件をCSVで保存しました。`));
    });

  #more(page: RegisterEntryPage) {
    return this.#work(async client => {
      const rows = page.items.length + ROWS;
      const next = await fetchEntries(client, this.search, {rows, signal: new AbortController().signal});
      if (this.page !== page) return;
      this.page = {...next, total: page.total, notices: page.notices};
      this.#announcer.announce(countText(this.page));
    });
  }

  #remove(entry: RegisterEntry) {
    return this.#work(async client => {
      await client.removeRegisterEntry(entry.id);
      this.removed = entry;
      this.#announcer.announce(msg(str`${entry.contractNumber}を台帳から外しました。`));
      this.reload();
      await this.#focus('#undo');
    });
  }

  #restore(entry: RegisterEntry) {
    return this.#work(async client => {
      await client.restoreRegisterEntry(entry.id);
      this.removed = undefined;
      this.#announcer.announce(msg(str`${entry.contractNumber}を台帳に戻しました。`));
      this.reload();
      await this.#returnTo(entry.id);
    });
  }

  /** One thing at a time; what fails is said above the list. */
  async #work(act: (client: Awaited<ReturnType<SuretyRegister['client']>>) => Promise<void>) {
    if (this.isWorking) return;
    this.isWorking = true;
    this.problem = undefined;
    try {
      await act(await this.client());
    } catch (thrown) {
      const error = this.report(thrown);
      if (error.code !== 'aborted') this.problem = error;
    } finally {
      this.isWorking = false;
    }
  }

  /** Back to the line that one came from, once the list is drawn again. */
  async #returnTo(id: string) {
    await this.updateComplete;
    await this.#first.taskComplete.catch(() => undefined);
    await this.updateComplete;
    const row = this.renderRoot.querySelector(`tr[data-id="${CSS.escape(id)}"] button`);
    (row instanceof HTMLElement
      ? row
      : this.renderRoot.querySelector<HTMLElement>('#register-title')
    )?.focus();
  }

  async #focus(selector: string) {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }
}

function countText({items, nextCursor, total}: RegisterEntryPage): string {
  const count = items.length.toLocaleString('en-US');
  return nextCursor && total !== undefined
    ? msg(str`${total.toLocaleString('en-US')}件のうち${count}件を表示しています。`)
    : msg(str`${count}件を表示しています。`);
}

declare global {
  interface HTMLElementTagNameMap {
    'surety-register': SuretyRegister;
  }
}
