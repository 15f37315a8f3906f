import {msg, str} from '@lit/localize';
import {html, nothing} from 'lit';
import {property, state} from 'lit/decorators.js';
import {diffRevisions} from '../../src/domain/revision-diff.js';
import type {Certificate} from '../../src/schemas/certificate.js';
import type {RegisterCheck} from '../../src/schemas/register.js';
import {AnswerPanel} from '../ui/answer-panel.js';
import {answerPanelStyles} from '../ui/answer-panel.styles.js';
import {Announcer} from '../ui/announcer.js';
import {certificateSheet} from '../ui/certificate-sheet.js';
import {certificateSheetStyles} from '../ui/certificate-sheet.styles.js';
import {emit} from '../kernel/events.js';
import {fieldStyles} from '../ui/field.styles.js';
import {buttonStyles} from '../ui/button.styles.js';
import {hostStyles} from '../ui/host.styles.js';
import {endPrintOut, printOut} from '../ui/print.js';
import {SignatureNotice} from '../ui/signature-notice.js';
import {SuretyElement, type ElementServices} from '../kernel/surety-element.js';
import {ruledTableStyles} from '../ui/table.styles.js';
import {styles} from './certificate-check.styles.js';
import {Entry} from './entry.js';
import {comparisonTable, expectedNote} from './expected-view.js';
import {compareCertificate, expectedFor, expectedList, type Expected} from './expected.js';
import {NoticeDrop} from './notice-drop.js';
import {checkedState, olderRevision, revisionTable} from './result-view.js';

/** The certificate that is open, and which of its revisions is shown. */
interface Opened {
  check: RegisterCheck;
  checkedBy: string | undefined;
  revision: number;
}

/** Styles of the certificate on the screen and on paper. */
const sheetStyles = [...hostStyles, ...certificateSheetStyles];

/**
 * Opens a certificate for the obligee: asks for 保証契約番号 and 認証キー, then shows the certificate, its history and whether it is in force.
 * The key stands in its field only until the certificate is open, and travels in the body of one POST request.
 * @tagname surety-certificate-check
 * @fires {CustomEvent<{contractNumber: string; revision: number}>} surety-certificate-checked - A certificate was opened.
 * @fires {CustomEvent<{contractNumber: string; answer: 'accepted' | 'returned' | 'withdrawn'}>} surety-certificate-answered - The obligee answered, or took its answer back.
 * @fires {CustomEvent<{contractNumber: string; releasedOn: string | null}>} surety-certificate-released - 返還 was recorded, or taken back.
 * @fires {CustomEvent<{error: SuretyError}>} surety-error - The check could not be made; not fired for a wrong key.
 * @fires {CustomEvent<{error: SuretyError}>} surety-auth-required - The session has ended.
 * @slot empty - Shown above the fields instead of the introduction.
 * @slot loading - Shown while the register is asked.
 * @slot error - Shown when the register could not be asked.
 * @csspart heading - The heading of the entry and of the result.
 * @csspart form - The form with both fields.
 * @csspart field - A field with its label, hint and error.
 * @csspart label - The label of a field.
 * @csspart hint - The hint of a field.
 * @csspart input - The control of a field.
 * @csspart field-error - What is wrong with a field.
 * @csspart error-summary - What is to be mended, above the form.
 * @csspart mismatch - The neutral answer to a number and key that do not fit.
 * @csspart waiting - The countdown after too many tries.
 * @csspart submit - The button that checks.
 * @csspart state - Where the contract stands, and what was checked when.
 * @csspart signature - What the surety's signature says: not altered, altered, or not to be checked.
 * @csspart comparison - The comparison with `expected`.
 * @csspart history - The table of revisions.
 * @csspart older - The line that says that an older revision is shown.
 * @csspart select - The button that shows a revision.
 * @csspart certificate - The certificate.
 * @csspart answer - 受領・差戻し・返還 by the obligee.
 * @csspart actions - The buttons below the certificate or the list.
 * @csspart drop - Where notices are dropped.
 * @csspart batch - The list of notices that were put in together.
 * @csspart progress - How far the list is, with 「中止」.
 * @csspart counts - How many came to what.
 * @csspart missing - The expected numbers that have not come.
 * @csspart button - A button without a part of its own.
 * @csspart checkbox - A box to tick.
 */
export class SuretyCertificateCheck extends SuretyElement {
  static override styles = [
    ...sheetStyles,
    buttonStyles,
    fieldStyles,
    ruledTableStyles,
    answerPanelStyles,
    styles,
  ];

  /** The obligee's own data, to be compared field by field: of one contract, a list with numbers, or a table as CSV. */
  @property({attribute: false}) expected: Expected | undefined;

  @state() private opened: Opened | undefined;

  #announcer = new Announcer(this);
  #services: ElementServices = {
    client: () => this.client(),
    announce: text => this.#announcer.announce(text),
    report: thrown => this.report(thrown),
  };
  #entry = new Entry(this, this.#services, ({check, checkedBy}) => {
    this.#emitChecked(check);
    return this.#open(check, checkedBy);
  });
  #drop = new NoticeDrop(this, {
    ...this.#services,
    expected: () => this.expected,
    handleChecked: check => this.#emitChecked(check),
    open: check => void this.#open(check),
  });
  #answers: AnswerPanel = new AnswerPanel(this, {
    ...this.#services,
    fail: this.#services.report,
    changed: (contractNumber, answering) => this.#drop.setAnswering(contractNumber, answering),
  });
  #signature: SignatureNotice = new SignatureNotice(this, {
    client: () => this.client(),
    certificates: () => this.opened?.check.certificates,
    contractNumber: () => this.opened?.check.contractNumber ?? '',
  });

  protected override get mockRole() {
    return 'obligee' as const;
  }

  override connectedCallback() {
    super.connectedCallback();
    window.addEventListener('pagehide', this.#forget);
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    window.removeEventListener('pagehide', this.#forget);
    this.#forget();
  }

  /** Checks again what could not be checked; an open certificate stays, because its key is not kept. */
  override reload() {
    super.reload();
    this.#entry.retry();
  }

  /** Closes the certificate and empties both fields. */
  reset() {
    this.#forget();
    this.#entry.reset();
  }

  override focus(options?: FocusOptions) {
    (this.#byId('number') ?? this.#byId('result-title'))?.focus(options);
  }

  protected override renderContent() {
    return html`${this.#announcer.render()}${this.#drop.renderInputs()}${this.#renderView()}`;
  }

  #renderView() {
    if (this.opened) return this.#renderResult(this.opened);
    return this.#drop.isOpen ? this.#drop.renderBatch() : this.#renderEntry();
  }

  #renderEntry() {
    return html`<section class="entry" aria-labelledby="entry-title">
      <h2 id="entry-title" part="heading">${msg('保証証書の確認')}</h2>
      <slot name="empty"
        ><p>
          ${msg('受注者から受け取った「認証キー」のお知らせにある、保証契約番号と認証キーを入力してください。')}
        </p></slot
      >
      ${expectedNote(this.expected)} ${this.#entry.render()} ${this.#drop.renderDrop()}
    </section>`;
  }

  #renderResult({check, checkedBy, revision}: Opened) {
    const newest = check.certificates.at(-1);
    const shown = check.certificates.find(certificate => certificate.revision === revision) ?? newest;
    if (!shown || !newest) return nothing;
    return html`<section class="result" aria-labelledby="result-title">
      <h2 id="result-title" part="heading" tabindex="-1">${msg('保証証書の確認結果')}</h2>
      ${checkedState(check, checkedBy)} ${this.#signature.render()} ${this.#renderComparison(newest)}
      ${revisionTable(check.certificates, shown.revision, chosen => this.#handleSelect(chosen))}
      ${olderRevision(shown, newest)}${this.#renderSheet(check, shown)} ${this.#answers.render()}
      <div class="actions" part="actions">
        <button part="button" type="button" @click=${this.#handlePrint}>${msg('印刷')}</button>
        <button part="button" type="button" class="primary" @click=${this.#handleAnother}>
          ${this.#drop.isOpen ? msg('一覧に戻る') : msg('別の証書を確認する')}
        </button>
      </div>
    </section>`;
  }

  #renderComparison(newest: Certificate) {
    const expected = expectedFor(expectedList(this.expected), newest.contractNumber);
    return expected ? comparisonTable(compareCertificate(expected, newest)) : nothing;
  }

  #renderSheet({certificates}: RegisterCheck, shown: Certificate) {
    const before = certificates.filter(({revision}) => revision < shown.revision).at(-1);
    const changed = new Set(before ? diffRevisions(before, shown).map(({field}) => field) : []);
    return certificateSheet(shown, {changed});
  }

  #handleSelect(revision: number) {
    if (!this.opened) return;
    this.opened = {...this.opened, revision};
    const name = revision === 0 ? msg('新規') : msg(str`変更${revision}`);
    this.#announcer.announce(msg(str`${name}の保証証書を表示しました。`));
  }

  #handlePrint() {
    if (!this.opened) return;
    const {check, checkedBy, revision} = this.opened;
    const shown = check.certificates.find(certificate => certificate.revision === revision);
    if (!shown) return;
    const content = html`${checkedState(check, checkedBy)}${this.#renderSheet(check, shown)}`;
    printOut(this, {content, styles: [...sheetStyles, styles]});
  }

  async #handleAnother() {
    if (this.#drop.isOpen) {
      const number = this.opened?.check.contractNumber;
      this.opened = undefined;
      this.#answers.close();
      return this.#focusOnRow(number);
    }
    this.reset();
    await this.updateComplete;
    this.#byId('number')?.focus();
  }

  #emitChecked({contractNumber, certificates}: RegisterCheck) {
    const revision = certificates.at(-1)?.revision ?? 0;
    emit(this, 'surety-certificate-checked', {contractNumber, revision});
  }

  #open(check: RegisterCheck, checkedBy?: string) {
    this.opened = {check, checkedBy, revision: check.certificates.at(-1)?.revision ?? 0};
    this.#answers.open(check.contractNumber, check.answering);
    return this.#focusOn('result-title');
  }

  async #focusOn(id: string) {
    await this.updateComplete;
    this.#byId(id)?.focus();
  }

  /** Returns the focus to the button that opened the certificate, because the next one is near. */
  async #focusOnRow(contractNumber: string | undefined) {
    await this.updateComplete;
    const buttons = [...this.renderRoot.querySelectorAll<HTMLElement>('[data-open]')];
    const opener = buttons.find(({dataset}) => dataset['open'] === contractNumber);
    (opener ?? this.#byId('batch-title'))?.focus();
  }

  #byId(id: string) {
    return this.renderRoot.querySelector<HTMLElement>(`#${id}`);
  }

  /** Leaves nothing for the next person at this desk, not even for the browser's way back. */
  #forget = () => {
    endPrintOut(this);
    this.#entry.forget();
    this.#drop.forget();
    this.opened = undefined;
    this.#answers.close();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'surety-certificate-check': SuretyCertificateCheck;
  }
}
