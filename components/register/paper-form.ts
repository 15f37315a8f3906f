import {msg, str} from '@lit/localize';
import {html, nothing, type ReactiveController, type TemplateResult} from 'lit';
import type {SuretyClient} from '../../src/api/client.js';
import {formatDate} from '../../src/domain/format.js';
import {dayInJapan} from '../../src/domain/instant.js';
import type {SuretyError} from '../../src/errors.js';
import {errorText} from '../../src/i18n/error-text.js';
import {guaranteeName} from '../../src/i18n/terms.js';
import type {GuaranteeKind} from '../../src/schemas/kinds.js';
import type {RegisterEntry} from '../../src/schemas/register-entry.js';
import {guardComposition} from '../kernel/composition.js';
import {errorSummary, SUMMARY_ID} from '../ui/error-summary.js';
import {selectField} from '../ui/choice-fields.js';
import {textArea, textField, textOf, type FieldForm} from '../ui/fields.js';
import type {SuretyElement} from '../kernel/surety-element.js';
import {paperFields, parsePaperCertificate, type PaperTexts} from './paper-certificate.js';

/** What the form needs of its element. */
export interface PaperFormSource {
  client: () => Promise<SuretyClient>;
  fail: (thrown: unknown) => SuretyError;
  saved: (entry: RegisterEntry, isNew: boolean) => void;
  closed: () => void;
}

const kinds: readonly GuaranteeKind[] = ['advance-payment', 'interim-payment', 'performance'];

/** 証書(紙)の記録. Texts stay as typed; sending the same form twice makes no second entry. */
export class PaperForm implements ReactiveController, FieldForm {
  readonly openHelp = '';
  readonly #host: SuretyElement;
  readonly #source: PaperFormSource;
  #texts: PaperTexts | undefined;
  #errors: Record<string, string> = {};
  #editing: RegisterEntry | undefined;
  #key = '';
  #problem = '';
  #isBusy = false;

  constructor(host: SuretyElement, source: PaperFormSource) {
    this.#host = host;
    this.#source = source;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#texts = undefined;
  }

  get isOpen(): boolean {
    return this.#texts !== undefined;
  }

  /** Opens the form empty, or to edit an entry. */
  open(entry?: RegisterEntry): void {
    this.#editing = entry;
    this.#texts = entry ? textsOf(entry) : {receivedOn: formatDate(dayInJapan(new Date()))};
    this.#errors = {};
    this.#problem = '';
    this.#key = crypto.randomUUID();
    this.#host.requestUpdate();
    void this.#focus('paper-title');
  }

  text(path: string): string {
    return this.#texts?.[path] ?? '';
  }

  error(path: string): string | undefined {
    return this.#errors[path];
  }

  render(): TemplateResult | typeof nothing {
    if (!this.#texts) return nothing;
    return html`<section part="paper-form" class="paper" aria-labelledby="paper-title">
      <h3 id="paper-title" tabindex="-1">
        ${this.#editing ? msg('証書(紙)の記録を修正') : msg('証書(紙)を記録')}
      </h3>
      <p>
        ${msg('紙で受け取った保証証書を、電子保証と並べて管理できます。この記録は受注者や保証会社には届きません。')}
      </p>
      ${errorSummary(paperFields.flatMap(path => (this.#errors[path] ? {path, message: this.#errors[path]} : [])))}
      ${this.#problem ? html`<p class="notice" data-kind="error" role="alert">${this.#problem}</p>` : nothing}
      <form
        novalidate
        aria-busy=${this.#isBusy}
        @submit=${this.#handleSubmit}
        @keydown=${guardComposition}
        @click=${this.#handleClick}
        @input=${this.#handleInput}
      >
        ${this.#renderFields()}
        <div class="buttons">
          <button
            part="button"
            type="submit"
            class="primary"
            aria-disabled=${this.#isBusy ? 'true' : 'false'}
          >
            ${this.#editing ? msg('修正を保存する') : msg('台帳に記録する')}
          </button>
          <button part="button" type="button" class="plain" @click=${() => this.#close()}>
            ${msg('やめる')}
          </button>
        </div>
      </form>
    </section>`;
  }

  #renderFields() {
    const day = msg('例：令和8年2月1日、2026/2/1');
    return html`${textField(this, {path: 'contractNumber', label: msg('保証契約番号'), isRequired: true, width: 'short', hint: msg('証書に書かれているとおりに入力してください。')})}
    ${selectField(this, {
      path: 'kind',
      label: msg('保証種類'),
      isRequired: true,
      choices: kinds.map(kind => ({value: kind, label: guaranteeName(kind)})),
    })}
    ${textField(this, {path: 'suretyName', label: msg('保証会社'), isRequired: true})}
    ${textField(this, {path: 'contractorName', label: msg('受注者名'), isRequired: true})}
    ${textField(this, {path: 'worksName', label: msg('工事名'), isRequired: true})}
    ${textField(this, {path: 'guaranteeAmount', label: msg('保証金額'), isRequired: true, width: 'yen', inputmode: 'text', unit: msg('円')})}
    ${textField(this, {path: 'validUntil', label: msg('保証期限'), width: 'short', hint: day})}
    ${textField(this, {path: 'receivedOn', label: msg('受領日'), isRequired: true, width: 'short', hint: day})}
    ${textField(this, {path: 'releasedOn', label: msg('返還日'), width: 'short', hint: msg('返還したときに入力してください。')})}
    ${textArea(this, {path: 'note', label: msg('メモ'), hint: msg('保管場所など')})}`;
  }

  /** In the capture phase: the text must be stored before `live()` compares it. */
  #handleInput = {
    handleEvent: ({target}: Event) => {
      const isField =
        target instanceof HTMLInputElement ||
        target instanceof HTMLTextAreaElement ||
        target instanceof HTMLSelectElement;
      if (isField && this.#texts) this.#texts[target.id] = textOf(target);
    },
    capture: true,
  };

  #handleClick = (event: Event) => {
    const link = event.target instanceof Element ? event.target.closest('[data-go]') : null;
    if (!link) return;
    event.preventDefault();
    void this.#focus(link.getAttribute('data-go') ?? '');
  };

  #handleSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    if (!this.#isBusy) void this.#save();
  };

  async #save() {
    const {paper, errors} = parsePaperCertificate(this.#texts ?? {});
    this.#errors = errors;
    this.#problem = '';
    this.#host.requestUpdate();
    if (!paper) return this.#focus(SUMMARY_ID);
    const editing = this.#editing;
    this.#isBusy = true;
    try {
      const client = await this.#source.client();
      const entry = editing
        ? await client.changePaper(editing, paper)
        : await client.recordPaper(paper, this.#key);
      this.#texts = undefined;
      this.#source.saved(entry, !editing);
    } catch (thrown) {
      await this.#fail(this.#source.fail(thrown));
    } finally {
      this.#isBusy = false;
      this.#host.requestUpdate();
    }
  }

  async #fail(error: SuretyError) {
    if (error.code === 'aborted') return;
    this.#errors = Object.fromEntries(
      error.fields.map(({pointer, message}) => [pointer.split('/')[1] ?? '', message]),
    );
    if (Object.keys(this.#errors).length === 0) {
      this.#problem =
        error.code === 'conflict'
          ? msg('ほかの方がこの記録を変更しました。「やめる」を押してから、開き直してください。')
          : msg(str`記録できませんでした。${errorText(error.code)}`);
    }
    this.#host.requestUpdate();
    if (Object.keys(this.#errors).length) await this.#focus(SUMMARY_ID);
  }

  #close() {
    this.#texts = undefined;
    this.#host.requestUpdate();
    this.#source.closed();
  }

  async #focus(id: string) {
    await this.#host.updateComplete;
    this.#host.renderRoot.querySelector<HTMLElement>(`#${id}`)?.focus();
  }
}

const dayOf = (date: string | null) => (date ? formatDate(date) : '');

const textsOf = (entry: RegisterEntry): PaperTexts => ({
  contractNumber: entry.contractNumber,
  kind: entry.kind,
  suretyName: entry.suretyName,
  contractorName: entry.contractorName,
  worksName: entry.worksName,
  guaranteeAmount: entry.guaranteeAmount.toLocaleString('en-US'),
  validUntil: dayOf(entry.validUntil),
  receivedOn: dayOf(entry.receivedOn),
  releasedOn: dayOf(entry.releasedOn),
  note: entry.note,
});
