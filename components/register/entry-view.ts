import {msg, str} from '@lit/localize';
import {html, nothing, type ReactiveController, type TemplateResult} from 'lit';
import type {SuretyClient} from '../../src/api/client.js';
import {diffRevisions} from '../../src/domain/revision-diff.js';
import type {SuretyError} from '../../src/errors.js';
import {inBrackets} from '../../src/i18n/format.js';
import {revisionName} from '../../src/i18n/terms.js';
import type {RegisterEntry} from '../../src/schemas/register-entry.js';
import type {RegisterCheck} from '../../src/schemas/register.js';
import {AnswerPanel} from '../ui/answer-panel.js';
import {certificateSheet} from '../ui/certificate-sheet.js';
import {emit} from '../kernel/events.js';
import {SignatureNotice} from '../ui/signature-notice.js';
import {failure, loading} from '../kernel/states.js';
import type {SuretyElement} from '../kernel/surety-element.js';

/** What the view needs of its element. */
export interface EntryViewSource {
  client: () => Promise<SuretyClient>;
  announce: (text: string) => void;
  fail: (thrown: unknown) => SuretyError;
  closed: (id: string) => void;
}

/** A certificate of the register, opened again: its newest revision, whether it was altered, and the answer to it. */
export class EntryView implements ReactiveController {
  readonly #host: SuretyElement;
  readonly #source: EntryViewSource;
  readonly #answers: AnswerPanel;
  readonly #signature: SignatureNotice;
  #entry: RegisterEntry | undefined;
  #check: RegisterCheck | undefined;
  #error: SuretyError | undefined;
  #request: AbortController | undefined;

  constructor(host: SuretyElement, source: EntryViewSource) {
    this.#host = host;
    this.#source = source;
    this.#answers = new AnswerPanel(host, source);
    this.#signature = new SignatureNotice(host, {
      client: source.client,
      certificates: () => this.#check?.certificates,
      contractNumber: () => this.#check?.contractNumber ?? '',
    });
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#leave();
  }

  get isOpen(): boolean {
    return this.#entry !== undefined;
  }

  async open(entry: RegisterEntry): Promise<void> {
    this.#leave();
    this.#entry = entry;
    const request = new AbortController();
    this.#request = request;
    this.#host.requestUpdate();
    try {
      const client = await this.#source.client();
      const check = await client.reopenCertificate(entry.contractNumber, {signal: request.signal});
      if (this.#request !== request) return;
      this.#check = check;
      this.#answers.open(check.contractNumber, check.answering);
      const {contractNumber} = check;
      const revision = check.certificates.at(-1)?.revision ?? 0;
      emit(this.#host, 'surety-certificate-checked', {contractNumber, revision});
    } catch (thrown) {
      if (this.#request === request) this.#error = this.#source.fail(thrown);
    }
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    this.#host.renderRoot.querySelector<HTMLElement>('#entry-title')?.focus();
  }

  render(): TemplateResult {
    return html`<section class="certificate" aria-labelledby="entry-title">
      <h3 id="entry-title" tabindex="-1">
        ${msg('保証証書')}<span translate="no">${inBrackets(this.#entry?.contractNumber ?? '')}</span>
      </h3>
      <p class="no-print">
        <button part="button" type="button" id="back" @click=${() => this.#close()}>
          ${msg('台帳に戻る')}
        </button>
      </p>
      ${this.#renderContent()}
    </section>`;
  }

  #renderContent() {
    const entry = this.#entry;
    if (this.#error && entry)
      return failure(this.#error, {label: msg('もう一度読み込む'), act: () => void this.open(entry)});
    const newest = this.#check?.certificates.at(-1);
    if (!this.#check || !newest) return loading();
    const before = this.#check.certificates.at(-2);
    const changed = new Set(before ? diffRevisions(before, newest).map(({field}) => field) : []);
    return html`${this.#signature.render()}
    ${
      before
        ? html`<p class="notice" data-kind="warning">
            ${msg(str`最新の内容（${revisionName(newest.revision)}）です。変わった項目に印が付いています。`)}
          </p>`
        : nothing
    }
    ${certificateSheet(newest, {changed})} ${this.#answers.render()}`;
  }

  #close() {
    const id = this.#entry?.id ?? '';
    this.#leave();
    this.#host.requestUpdate();
    this.#source.closed(id);
  }

  #leave() {
    this.#request?.abort();
    this.#request = undefined;
    this.#entry = undefined;
    this.#check = undefined;
    this.#error = undefined;
    this.#answers.close();
  }
}
