import {msg, str} from '@lit/localize';
import {initialState, Task, TaskStatus} from '@lit/task';
import {html, nothing, type PropertyValues} from 'lit';
import {property, state} from 'lit/decorators.js';
import {SuretyError} from '../../src/errors.js';
import {inBrackets} from '../../src/i18n/format.js';
import type {KeyNotice} from '../../src/schemas/key-notice.js';
import {Abortable} from '../kernel/abortable.js';
import {Announcer} from '../ui/announcer.js';
import {emit} from '../kernel/events.js';
import {buttonStyles} from '../ui/button.styles.js';
import {hostStyles} from '../ui/host.styles.js';
import {keyTextStyles} from '../ui/key-text.js';
import {endPrintOut, printOut} from '../ui/print.js';
import {empty, failure, loading} from '../kernel/states.js';
import {SuretyElement} from '../kernel/surety-element.js';
import {renderBatch, renderMissing, type BatchActions} from './batch-panel.js';
import {styles} from './key-notice.styles.js';
import {renderLetter, type LetterCode} from './letter.js';
import {letterStyles} from './letter.styles.js';
import {NoticeBatch} from './notice-batch.js';
import {canShare, makeNoticeFile, saveFile, shareFile, type NoticeFile} from '../ui/notice-file.js';

/**
 * 「認証キー」のお知らせ: the letter to hand in, read in the page, and as a one-page A4 PDF to save, print or share.
 * With `contractNumbers` the notices of several contracts are saved at once, as a ZIP or as one PDF.
 * A QR code and a data file in the PDF carry the number for machines. The letter and its file hold the key; both are forgotten when the element leaves the page or the page is left.
 * @tagname surety-key-notice
 * @fires {CustomEvent<{contractNumber: string, fileName: string}>} surety-notice-saved - The PDF was handed to the browser to be saved, or was shared.
 * @fires {CustomEvent<{error: SuretyError}>} surety-error - The notice or its PDF could not be made.
 * @slot empty - Shown while no contract is chosen.
 * @slot loading - Shown while the notice is fetched.
 * @slot error - Shown when the notice could not be fetched.
 * @csspart buttons - 「ダウンロード」, 「印刷」 and 「共有」.
 * @csspart letter - The letter.
 * @csspart key - The key in the letter.
 * @csspart button - A button without a part of its own.
 */
export class SuretyKeyNotice extends SuretyElement {
  static override styles = [...hostStyles, buttonStyles, keyTextStyles, letterStyles, styles];

  /** 保証契約番号 of the contract whose notice is made. */
  @property({attribute: 'contract-number'}) contractNumber = '';
  /** 保証契約番号 of several contracts, whose notices are saved at once; wins over `contractNumber`. */
  @property({attribute: false}) contractNumbers: readonly string[] = [];
  /** A notice that the page already holds; when set, nothing is fetched. */
  @property({attribute: false}) notice: KeyNotice | undefined;
  /** Puts the key, too, into the QR code and the data file of the PDF; without it they hold the number alone. */
  @property({type: Boolean, attribute: 'machine-readable-key'}) machineReadableKey = false;

  /** The letter that is shown; forgotten when the page is left. */
  @state() private letter: KeyNotice | undefined;
  @state() private file: NoticeFile | undefined;
  @state() private savedName = '';
  /** Counts up when the file is to be made again. */
  @state() private fileAttempt = 0;

  #announcer = new Announcer(this);
  #sharing = new Abortable(this);
  /** Whether the file is to be saved as soon as it is made. */
  #isSaveRequested = false;

  #batch = new NoticeBatch(this, {
    client: () => this.client(),
    announce: text => this.#announcer.announce(text),
    report: thrown => this.report(thrown),
  });

  #fetching = new Task(this, {
    args: () => [this.source, this.single, this.notice, this.attempt] as const,
    task: async ([source, number, given], {signal}) => {
      this.#forget();
      if (!given && !(source && number)) return initialState;
      const letter = given ?? (await (await this.client()).createNotice(number, {signal}));
      signal.throwIfAborted();
      this.letter = letter;
      return true;
    },
    onError: thrown => this.report(thrown),
  });

  #making = new Task(this, {
    args: () => [this.letter, this.machineReadableKey, this.fileAttempt] as const,
    task: async ([letter, machineReadableKey], {signal}) => {
      this.file = undefined;
      if (!letter) return initialState;
      const file = await makeNoticeFile(letter, {machineReadableKey, signal});
      signal.throwIfAborted();
      this.file = file;
      return true;
    },
    onComplete: () => {
      if (this.#isSaveRequested && this.file) this.#save(this.file);
      this.#isSaveRequested = false;
    },
    onError: thrown => this.report(thrown),
  });

  override connectedCallback() {
    super.connectedCallback();
    window.addEventListener('pagehide', this.#forget);
    window.addEventListener('pageshow', this.#handlePageShow);
    if (this.hasUpdated) this.reload(); // the letter was forgotten when the element left
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    window.removeEventListener('pagehide', this.#forget);
    window.removeEventListener('pageshow', this.#handlePageShow);
    this.#fetching.abort();
    this.#forget();
  }

  #forget = () => {
    this.#making.abort();
    this.#isSaveRequested = false;
    this.letter = undefined;
    this.file = undefined;
    endPrintOut(this);
  };

  /** Fetches the letter anew when the page comes back from the back-forward cache. */
  #handlePageShow = ({persisted}: PageTransitionEvent) => {
    if (persisted) this.reload();
  };

  #makeAgain = () => {
    this.fileAttempt += 1;
  };

  /** The one contract whose letter is shown; none while several are saved at once. */
  private get single(): string {
    return this.contractNumbers.length ? '' : this.contractNumber;
  }

  protected override willUpdate(changed: PropertyValues<this>) {
    if (changed.has('contractNumbers')) this.#batch.cancel();
    if (changed.has('contractNumber') || changed.has('notice')) this.savedName = '';
  }

  protected override renderContent() {
    const {letter, contractNumbers} = this;
    if (contractNumbers.length) {
      return html`${this.#announcer.render()}${renderBatch(contractNumbers, this.#batch.state, {
        start: this.#handleStart,
        cancel: this.#handleCancel,
      })}`;
    }
    return html`${this.#announcer.render()}${this.#fetching.render({
      initial: () => html`<slot name="empty">${empty(msg('保証契約が選ばれていません。'))}</slot>`,
      pending: () => html`<slot name="loading">${loading(msg('お知らせを作成しています'))}</slot>`,
      complete: () => (letter ? this.#renderNotice(letter) : nothing),
      error: thrown => this.renderFailure(thrown),
    })}`;
  }

  #renderNotice(letter: KeyNotice) {
    return html`<div class="sections">
      <header>
        <h2>${msg('「認証キー」のお知らせ')}</h2>
        <p>
          ${msg('このお知らせをダウンロードして保存し、発注者に提出してください。保証証書の画面ではなく、このお知らせを提出します。')}
        </p>
      </header>
      ${this.#renderButtons(letter)} ${this.#renderFileState()}${renderLetter(letter, this.#code)}
    </div>`;
  }

  #renderButtons(letter: KeyNotice) {
    const {file} = this;
    return html`<div class="buttons" part="buttons">
      <button part="button" type="button" class="primary" @click=${this.#handleSave}>
        ${msg('ダウンロード（PDF）')}
      </button>
      <button part="button" type="button" @click=${() => this.#print(letter)}>${msg('印刷')}</button>
      ${
        file && canShare(file)
          ? html`<button part="button" type="button" @click=${() => this.#share(file)}>
              ${msg('共有')}
            </button>`
          : nothing
      }
    </div>`;
  }

  get #code(): LetterCode | undefined {
    return this.file && {squares: this.file.code, holdsKey: this.machineReadableKey};
  }

  #renderFileState() {
    if (this.#making.status === TaskStatus.ERROR) {
      return failure(SuretyError.from(this.#making.error), {
        label: msg('PDFをもう一度作成する'),
        act: this.#makeAgain,
      });
    }
    const {file, savedName} = this;
    if (!file) return html`<p class="file-state" data-pending>${msg('PDFを作成しています')}</p>`;
    return html`<p class="file-state">
        <span translate="no">${file.name}</span>
        <span class="amount">${inBrackets(`${msg('A4 1枚')}・${Math.ceil(file.size / 1024)}KB`)}</span>
      </p>
      ${savedName ? renderSaved(savedName) : nothing}
      ${file.missing.length ? renderMissing(file.missing) : nothing}`;
  }

  #handleStart: BatchActions['start'] = async (form, contractNumbers) => {
    const saved = await this.#batch.start(form, contractNumbers, this.machineReadableKey);
    if (saved.length) this.#announcer.announce(msg(str`${saved.length}件のお知らせを保存しました。`));
    for (const each of saved) emit(this, 'surety-notice-saved', each);
  };

  #handleCancel = () => {
    this.#batch.cancel();
    this.#announcer.announce(msg('作成を中止しました。'));
  };

  /** Saves the file; a file that is still being made is saved as soon as it is there. */
  #handleSave = () => {
    if (this.#making.status === TaskStatus.ERROR) this.#makeAgain();
    if (this.file) this.#save(this.file);
    else this.#isSaveRequested = true;
  };

  #save(file: NoticeFile) {
    saveFile(file);
    this.#handleSaved(file);
  }

  async #share(file: NoticeFile) {
    const outcome = await this.#sharing.run(() => shareFile(file));
    if (outcome?.error) this.report(outcome.error);
    if (outcome?.value) this.#handleSaved(file);
  }

  #handleSaved({contractNumber, name: fileName}: NoticeFile) {
    this.savedName = fileName;
    this.#announcer.announce(msg(str`${fileName}を保存しました。`));
    emit(this, 'surety-notice-saved', {contractNumber, fileName});
  }

  #print(letter: KeyNotice) {
    printOut(this, {
      content: renderLetter(letter, this.#code),
      styles: [...hostStyles, keyTextStyles, ...letterStyles],
    });
  }
}

const renderSaved = (fileName: string) =>
  html`<div class="notice" data-kind="success">
    <p><span translate="no">${fileName}</span>${msg('を保存しました。')}</p>
    <p>
      ${msg('次に、このファイルを発注者に提出してください。電子契約システムへのアップロードか、電子メールへの添付が一般的です。')}
    </p>
  </div>`;

declare global {
  interface HTMLElementTagNameMap {
    'surety-key-notice': SuretyKeyNotice;
  }
}
