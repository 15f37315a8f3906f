import {msg, str} from '@lit/localize';
import {initialState, Task} from '@lit/task';
import {html, nothing, type PropertyValues} from 'lit';
import {property} from 'lit/decorators.js';
import {diffRevisions} from '../../src/domain/revision-diff.js';
import {revisionName} from '../../src/i18n/terms.js';
import type {Certificate} from '../../src/schemas/certificate.js';
import {abortOnLeave} from '../kernel/abortable.js';
import {Announcer} from '../ui/announcer.js';
import {certificateSheet} from '../ui/certificate-sheet.js';
import {certificateSheetStyles} from '../ui/certificate-sheet.styles.js';
import {emit} from '../kernel/events.js';
import {buttonStyles} from '../ui/button.styles.js';
import {hostStyles} from '../ui/host.styles.js';
import {endPrintOut, printOut} from '../ui/print.js';
import {SignatureNotice} from '../ui/signature-notice.js';
import {empty, loading} from '../kernel/states.js';
import {SuretyElement} from '../kernel/surety-element.js';
import {styles} from './certificate-viewer.styles.js';
import {renderChanges, renderSwitcher} from './revisions.js';

/**
 * Shows 保証証書 as the obligee sees it, to be checked in the page, and what each change changed. It is not the document to hand in.
 * @tagname surety-certificate-viewer
 * @fires {CustomEvent<{contractNumber: string}>} surety-certificate-close - 「戻る」 was chosen.
 * @fires {CustomEvent<{error: SuretyError}>} surety-error - The certificate could not be fetched.
 * @slot empty - Shown while no contract is chosen.
 * @slot loading - Shown while the certificate is fetched.
 * @slot error - Shown when the certificate could not be fetched.
 * @csspart signature - What the surety's signature says: not altered, altered, or not to be checked.
 * @csspart notice - The line that says this is not the document to hand in.
 * @csspart revisions - The buttons of the revisions.
 * @csspart certificate - The certificate itself.
 * @csspart changes - What the revision changed.
 * @csspart buttons - 「印刷」 and 「戻る」.
 * @csspart button - A button without a part of its own.
 */
export class SuretyCertificateViewer extends SuretyElement {
  static override styles = [...hostStyles, buttonStyles, certificateSheetStyles, styles];

  /** 保証契約番号 of the contract whose certificates are fetched. */
  @property({attribute: 'contract-number'}) contractNumber = '';
  /** The revision to show: 0 is 新規, N is 変更N; the newest one when left out. */
  @property({type: Number}) revision: number | undefined;
  /** A certificate that the page already holds; when set, nothing is fetched. */
  @property({attribute: false}) certificate: Certificate | undefined;

  #announcer = new Announcer(this);

  #loading = new Task(this, {
    args: () => [this.source, this.contractNumber, this.certificate, this.attempt] as const,
    task: async ([source, number, given], {signal}) => {
      if (given) return [given];
      if (!source || !number) return initialState;
      return (await (await this.client()).listCertificates(number, {signal})).items;
    },
    onError: thrown => this.report(thrown),
  });

  #signature: SignatureNotice = new SignatureNotice(this, {
    client: () => this.client(),
    certificates: () => this.#loading.value,
    contractNumber: () => this.certificate?.contractNumber ?? this.contractNumber,
  });

  constructor() {
    super();
    abortOnLeave(this, this.#loading);
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    endPrintOut(this);
  }

  protected override willUpdate(changed: PropertyValues<this>) {
    // Another contract starts at its newest revision, unless the page named one along with it.
    if (changed.get('contractNumber') && !changed.has('revision')) this.revision = undefined;
  }

  protected override renderContent() {
    return html`${this.#announcer.render()}${this.#loading.render({
      initial: () => html`<slot name="empty">${empty(msg('保証証書が選ばれていません。'))}</slot>`,
      pending: () => html`<slot name="loading">${loading()}</slot>`,
      complete: certificates => this.#renderCertificates(certificates),
      error: thrown => html`${this.renderFailure(thrown)}${this.#renderButtons()}`,
    })}`;
  }

  #renderCertificates(certificates: readonly Certificate[]) {
    const newest = certificates.at(-1);
    if (!newest) {
      return html`${empty(msg('電子の保証証書はありません。'), msg('この保証は証書(紙)で発行されています。'))}
      ${this.#renderButtons()}`;
    }
    const shown = certificates.find(each => each.revision === this.revision) ?? newest;
    const before = certificates[certificates.indexOf(shown) - 1];
    const changes = before ? diffRevisions(before, shown) : [];
    return html`<div class="sections">
      <h2>${msg('保証証書の確認')}</h2>
      ${this.#signature.render()} ${renderConfirmation()}
      ${certificates.length > 1 ? renderSwitcher(certificates, shown, revision => this.#open(revision)) : nothing}
      ${shown === newest ? nothing : this.#renderOutdated(newest)}
      ${before ? renderChanges(before, shown, changes) : nothing}
      ${certificateSheet(shown, {changed: new Set(changes.map(({field}) => field))})}
      ${this.#renderButtons(shown)}
    </div>`;
  }

  #renderOutdated({revision}: Certificate) {
    return html`<div class="notice" data-kind="warning">
      <p>${msg(str`これは以前の内容です。いまの内容は${revisionName(revision)}の保証証書です。`)}</p>
      <button part="button" type="button" @click=${() => this.#open(revision)}>
        ${msg('いまの内容を見る')}
      </button>
    </div>`;
  }

  #renderButtons(shown?: Certificate) {
    return html`<div class="buttons" part="buttons">
      ${
        shown
          ? html`<button part="button" type="button" class="primary" @click=${() => print(this, shown)}>
              ${msg('印刷')}
            </button>`
          : nothing
      }
      <button part="button" type="button" @click=${this.#handleClose}>${msg('戻る')}</button>
    </div>`;
  }

  #open(revision: number) {
    this.revision = revision;
    this.#announcer.announce(msg(str`${revisionName(revision)}の保証証書を表示しています。`));
  }

  #handleClose = () =>
    emit(this, 'surety-certificate-close', {
      contractNumber: this.certificate?.contractNumber ?? this.contractNumber,
    });
}

const renderConfirmation = () =>
  html`<p class="notice" part="notice" data-kind="warning">
    ${msg('この画面は確認用です。発注者への提出には「認証キー」のお知らせ（PDF）をお使いください。')}
  </p>`;

/** Prints the certificate below the sentence that it is not to be handed in; no row is marked as changed. */
const print = (owner: SuretyCertificateViewer, certificate: Certificate) =>
  printOut(owner, {
    content: html`${renderConfirmation()}${certificateSheet(certificate)}`,
    styles: [...hostStyles, ...certificateSheetStyles, styles],
  });

declare global {
  interface HTMLElementTagNameMap {
    'surety-certificate-viewer': SuretyCertificateViewer;
  }
}
