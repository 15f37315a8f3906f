import {msg, str} from '@lit/localize';
import {html, nothing, type TemplateResult} from 'lit';
import {state} from 'lit/decorators.js';
import type {SuretyClient} from '../../src/api/client.js';
import type {SuretyError} from '../../src/errors.js';
import type {RegisterEntry, RegisterEntryPage} from '../../src/schemas/register-entry.js';
import {empty, failure, loading} from '../kernel/states.js';
import {SuretyElement} from '../kernel/surety-element.js';
import {Announcer} from '../ui/announcer.js';
import {answerPanelStyles} from '../ui/answer-panel.styles.js';
import {certificateSheetStyles} from '../ui/certificate-sheet.styles.js';
import {buttonStyles} from '../ui/button.styles.js';
import {fieldStyles} from '../ui/field.styles.js';
import {hostStyles} from '../ui/host.styles.js';
import {ListController} from '../ui/list-controller.js';
import {ListExport} from '../ui/list-export.js';
import {countText, moreButton, searchForm, staleNotice} from '../ui/list-view.js';
import {listStyles} from '../ui/list-view.styles.js';
import {EntryView} from './entry-view.js';
import {PaperForm} from './paper-form.js';
import {renderChoices, renderNotices} from './register-filter.js';
import {RegisterSource, wholeRegister, type RegisterListQuery} from './register-source.js';
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
 * @csspart stale - Shown while the entries could not be fetched again.
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
    listStyles,
    certificateSheetStyles,
    answerPanelStyles,
    styles,
  ];

  /** The entry that was removed last, and can be restored. */
  @state() private removed: RegisterEntry | undefined;
  @state() private problem: SuretyError | undefined;
  @state() private isWorking = false;

  #announcer = new Announcer(this);
  readonly #list: ListController<RegisterListQuery, RegisterEntryPage> = new ListController<
    RegisterListQuery,
    RegisterEntryPage
  >(this, {
    query: wholeRegister,
    source: new RegisterSource(() => this.client()),
    dependsOn: () => this.source && [this.source, this.attempt],
    describe: countText,
    announce: text => this.#announcer.announce(text),
    report: thrown => this.report(thrown),
    dropPerson: () => {
      this.removed = undefined;
    },
  });
  #export = new ListExport(
    this,
    async () => (await import('./register-exports.js')).registerExport(this, this.#list),
    thrown => this.report(thrown),
  );

  #paper = new PaperForm(this, {
    client: () => this.client(),
    fail: thrown => this.report(thrown),
    saved: (entry, isNew) => {
      const words = isNew ? msg('台帳に記録しました。') : msg('修正を保存しました。');
      this.#announcer.announce(words);
      if (isNew) this.#list.change(wholeRegister);
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
    const {query, page, isLoading} = this.#list;
    const change = (changes: Partial<RegisterListQuery>) => this.#list.change(changes);
    return html`<div class="list">
      ${renderNotices(page?.notices, query.notice, notice => change({notice}))}
      ${searchForm(this.#list, {
        hint: msg('受注者名・工事名・保証契約番号の一部で探せます。全角・半角やかなの違いは問いません。'),
      })}
      ${renderChoices(query, change)}
      <div class="tools">
        <button part="button" type="button" id="paper" @click=${() => this.#paper.open()}>
          ${msg('証書(紙)を記録する')}
        </button>
        ${this.#export.renderButton('csv', msg('CSVで保存'), 'button')}
        ${this.#export.renderButton('print', msg('印刷'), 'button')}
      </div>
      ${this.#export.renderOutcome()} ${this.#renderOutcome()}
      <div class="list" aria-busy=${isLoading ? 'true' : 'false'}>${this.#renderResult()}</div>
    </div>`;
  }

  /** What was removed with a way back, and what went wrong. */
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
    const {page, error, isStale} = this.#list;
    if (error && !isStale) return this.renderFailure(error);
    if (!page) return html`<slot name="loading">${loading()}</slot>`;
    return html`${error ? staleNotice(error, () => this.reload()) : nothing}
    ${page.items.length > 0 ? this.#renderEntries(page) : this.#renderEmpty()}`;
  }

  #renderEntries(page: RegisterEntryPage): TemplateResult {
    const actions = {
      open: (entry: RegisterEntry) => void this.#view.open(entry),
      edit: (entry: RegisterEntry) => this.#paper.open(entry),
      remove: (entry: RegisterEntry) => void this.#remove(entry),
    };
    return html`<p class="count">${countText(page)}</p>
      ${renderEntries(page.items, actions)} ${moreButton(this, this.#list, {focusRow: this.#focusRow})}`;
  }

  #renderEmpty(): TemplateResult {
    if (JSON.stringify(this.#list.query) === JSON.stringify(wholeRegister)) {
      return html`<slot name="empty"
        >${empty(
          msg('台帳には、まだ何もありません。'),
          msg('保証契約番号と認証キーで確認した証書は、ここに残ります。'),
        )}</slot
      >`;
    }
    return html`${empty(msg('条件に当てはまる証書はありません。'), msg('言葉を短くするか、条件を減らしてお探しください。'))}
      <p class="after">
        <button part="button" type="button" @click=${this.#handleClear}>
          ${msg('条件をすべて解除して全件を表示')}
        </button>
      </p>`;
  }

  #handleClear = () => {
    this.#list.change(wholeRegister);
    this.renderRoot.querySelector<HTMLElement>('#search')?.focus(); // the pressed button goes away
  };

  #focusRow = (index: number) =>
    this.renderRoot.querySelectorAll('tbody tr')[index]?.querySelector('button')?.focus();

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

  /** Changes one thing at a time; a failure is shown above the list. */
  async #work(act: (client: SuretyClient) => Promise<void>) {
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

  /** Moves the focus to the entry that one came from, once the list is drawn again. */
  async #returnTo(id: string) {
    await this.updateComplete;
    await this.#list.settled;
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

declare global {
  interface HTMLElementTagNameMap {
    'surety-register': SuretyRegister;
  }
}
