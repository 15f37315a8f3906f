import {msg, str} from '@lit/localize';
import {html, nothing, type ReactiveController, type TemplateResult} from 'lit';
import {safeFileName} from '../../../src/domain/file-name.js';
import {formatDateTime} from '../../../src/domain/format.js';
import {dayInJapan} from '../../../src/domain/instant.js';
import {SuretyError} from '../../../src/errors.js';
import {applicationStateName, guaranteeName} from '../../../src/i18n/terms.js';
import {suggestGlyphBase} from '../../../src/pdf/glyph-base.js';
import type {RecordSheet} from '../../../src/pdf/record-page.js';
import type {Application} from '../../../src/schemas/application.js';
import type {Branch} from '../../../src/schemas/surety.js';
import {failure} from '../../kernel/states.js';
import {whileWanted} from '../../ui/pdf-making.js';
import {endPrintOut, printOut} from '../../ui/print.js';
import {saveBlob} from '../../ui/save-file.js';
import type {FormStore} from '../form-store.js';
import {paperStyles, recordStyles} from '../late.styles.js';
import {answerGroups, answerList} from '../steps/answers.js';
import {branchContact, receipt, receiptStep} from '../steps/receipt.js';

// Not written as one expression, or bundlers take the folder for a file of theirs.
const here = import.meta.url;
suggestGlyphBase(new URL('../../glyphs/', here));

const contactLine = ({name, phone, hours, email}: Branch) =>
  `${msg('お問い合わせ先')}：${name}　${msg('電話番号')} ${phone}（${hours}）${email ? `　${email}` : ''}`;

/** How far the copy on its way into the person's own folder is. */
interface CopyState {
  isBusy?: boolean;
  savedName?: string;
  /** Letters that no font could draw. */
  missing?: readonly string[];
  error?: SuretyError;
}

/** How an application stands, its receipt, and the copy for the person's own files, on paper or as a PDF. */
export class ApplicationStatus implements ReactiveController {
  readonly #store: FormStore;
  #leaving = new AbortController();
  #copy: CopyState = {};

  constructor(store: FormStore) {
    this.#store = store;
    store.host.element.addController(this);
  }

  hostDisconnected(): void {
    this.clear();
    endPrintOut(this.#store.host.element);
  }

  /** Forgets what was saved: another application is shown. */
  clear(): void {
    this.#leaving.abort();
    this.#leaving = new AbortController();
    this.#setCopy({});
  }

  /** 「送信完了」: the receipt, and everything that was sent. */
  renderReceipt(application: Application): TemplateResult {
    return receiptStep(this.#store, application, this.#branchOf(application), other =>
      this.#renderActions(other),
    );
  }

  /** An application that is with the surety or done: how it stands, and what it said. */
  renderRecord(application: Application): TemplateResult {
    return html`${this.#renderStanding(application)} ${this.#renderActions()} ${answerList(this.#store, true)}`;
  }

  /** Prints the receipt or the record, and nothing else of the page. */
  print(application: Application): void {
    const {addressee, sender} = this.#parties(application);
    const content = html`<div class="paper">
      <h2>${msg('保証申込の控え')}</h2>
      <p class="addressee" translate="no">${addressee}</p>
      <p class="sender" translate="no">${sender}</p>
      ${
        this.#store.state.step === 'done'
          ? receipt(application, this.#branchOf(application))
          : this.#renderStanding(application)
      }
      ${answerList(this.#store, true)}
    </div>`;
    printOut(this.#store.host.element, {content, styles: [...recordStyles, paperStyles]});
  }

  /** Saves the same as a PDF; a failure is shown. */
  async save(application: Application): Promise<void> {
    if (this.#copy.isBusy) return;
    const {signal} = this.#leaving;
    const {announce} = this.#store.host;
    this.#setCopy({isBusy: true});
    announce(msg('控えを作成しています'));
    try {
      const sheet = this.#sheet(application);
      const {bytes, missing} = await whileWanted(signal, async glyphBase => {
        const {createRecordPdf} = await import('../../../src/pdf/record-pdf.js');
        return createRecordPdf(sheet, {glyphBase, signal});
      });
      const savedName = `${safeFileName(`${sheet.title}_${sheet.number}`)}.pdf`;
      saveBlob(new Blob([bytes], {type: 'application/pdf'}), savedName);
      this.#setCopy({savedName, missing});
      announce(msg(str`${savedName}を保存しました。`));
    } catch (thrown) {
      const error = SuretyError.from(thrown);
      if (error.code !== 'aborted') this.#setCopy({error});
    }
  }

  #setCopy(copy: CopyState) {
    this.#copy = copy;
    this.#store.set({});
  }

  #branchOf({content}: Application): Branch | undefined {
    return this.#store.state.known?.surety.branches.find(({code}) => code === content.branchCode);
  }

  /** Whose copy it is, and to whom the application was sent. */
  #parties(application: Application): {addressee: string; sender: string} {
    const {account, surety} = this.#store.state.known ?? {};
    const sender = [surety?.name, this.#branchOf(application)?.name].filter(Boolean).join(' ');
    return {addressee: `${account?.party.name ?? ''} ${msg('様')}`, sender};
  }

  #renderActions(other?: TemplateResult) {
    const {isBusy, savedName, missing = [], error} = this.#copy;
    return html`<div class="actions">
        <button
          part="button"
          type="button"
          class="primary"
          data-act="save"
          aria-disabled=${isBusy ? 'true' : nothing}
        >
          ${msg('控えを保存する（PDF）')}
        </button>
        <button part="button" type="button" data-act="print">${msg('印刷する')}</button>
        ${other ?? nothing}
      </div>
      ${
        isBusy
          ? html`<p class="sending no-print">
              <span class="loading-mark" aria-hidden="true"></span>${msg('控えを作成しています')}
            </p>`
          : nothing
      }
      ${error ? failure(error) : nothing}
      ${
        savedName
          ? html`<div class="notice no-print" data-kind="success" part="saved">
              <p>${msg(str`${savedName}を保存しました。`)}</p>
              ${
                missing.length
                  ? html`<p class="detail">
                      ${msg(str`控えでは「${missing.join('」「')}」を「〓」などと表示しています。`)}
                    </p>`
                  : nothing
              }
            </div>`
          : nothing
      }`;
  }

  #renderStanding(application: Application) {
    const {receiptNumber, state, submittedAt, updatedAt, contracts, messageFromSurety} = application;
    const branch = this.#branchOf(application);
    return html`<section class="record" part="record">
      <h3>${msg('申込みの状況')}</h3>
      <dl class="facts">
        <div>
          <dt>${msg('受付番号')}</dt>
          <dd class="code" translate="no">${receiptNumber}</dd>
        </div>
        <div>
          <dt>${msg('受付日時')}</dt>
          <dd>${formatDateTime(submittedAt)}</dd>
        </div>
        <div>
          <dt>${msg('更新日時')}</dt>
          <dd>${formatDateTime(updatedAt)}</dd>
        </div>
        <div>
          <dt>${msg('手続状況')}</dt>
          <dd>
            <span class="badge" data-kind=${state === 'issued' ? 'good' : nothing}
              >${applicationStateName(state)}</span
            >
          </dd>
        </div>
        ${contracts.map(
          ({kind, number}) =>
            html`<div>
              <dt>${msg(str`${guaranteeName(kind)}の保証契約番号`)}</dt>
              <dd class="code" translate="no">${number}</dd>
            </div>`,
        )}
        <div>
          <dt>${msg('弊社からお客様へのお知らせ')}</dt>
          <dd translate="no">${messageFromSurety ?? msg('お知らせはありません。')}</dd>
        </div>
      </dl>
      ${branch ? branchContact(branch) : nothing}
    </section>`;
  }

  /** 控え: when it was received, how it stands, and everything that was applied for. */
  #sheet(application: Application): RecordSheet {
    const {receiptNumber, submittedAt, updatedAt, state, messageFromSurety} = application;
    const branch = this.#branchOf(application);
    const rows = [
      {label: msg('受付番号'), value: receiptNumber},
      {label: msg('受付日時'), value: formatDateTime(submittedAt)},
      {label: msg('更新日時'), value: formatDateTime(updatedAt)},
      {label: msg('手続状況'), value: applicationStateName(state)},
      ...(messageFromSurety ? [{label: msg('弊社からお客様へのお知らせ'), value: messageFromSurety}] : []),
    ];
    const groups = answerGroups(this.#store, true).map(({title, rows: answers, more}) => ({
      heading: title,
      rows: [...answers, ...more].map(({label, answer}) => ({label, value: answer || msg('未入力')})),
    }));
    return {
      title: msg('保証申込の控え'),
      number: receiptNumber,
      day: dayInJapan(submittedAt),
      ...this.#parties(application),
      lead: msg('保証申込を受け付けました。'),
      sections: [{heading: msg('申込みの状況'), rows}, ...groups],
      notes: branch ? [contactLine(branch)] : [],
    };
  }
}
