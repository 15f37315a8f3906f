import {msg, str} from '@lit/localize';
import {html, nothing, type ReactiveController, type TemplateResult} from 'lit';
import type {SuretyClient} from '../../src/api/client.js';
import {formatDateTime} from '../../src/domain/format.js';
import {dayText} from '../../src/i18n/format.js';
import {type SuretyError} from '../../src/errors.js';
import {errorText} from '../../src/i18n/error-text.js';
import {revisionName} from '../../src/i18n/terms.js';
import {inputErrorText} from '../../src/i18n/input-text.js';
import {parseDate} from '../../src/input/date.js';
import type {Answer, Answering} from '../../src/schemas/answer.js';
import {guardComposition} from '../kernel/composition.js';
import {emit} from '../kernel/events.js';
import {textArea, textField, textOf, type FieldForm} from './fields.js';
import type {SuretyElement} from '../kernel/surety-element.js';

/** What the panel needs of its element. */
export interface AnswerSource {
  client: () => Promise<SuretyClient>;
  announce: (text: string) => void;
  fail: (thrown: unknown) => SuretyError;
  /** Called after each change that the API has accepted. */
  changed?: (contractNumber: string, answering: Answering) => void;
}

type Mode = 'plain' | 'reason' | 'release';

const REASON = 'answer-reason';
const RELEASED_ON = 'released-on';
const MAX_REASON_LENGTH = 1000;

/** 受領, 差戻し with a reason, and 返還 of one certificate; the last answer can be withdrawn for a while. */
export class AnswerPanel implements ReactiveController, FieldForm {
  readonly openHelp = '';
  readonly #host: SuretyElement;
  readonly #source: AnswerSource;
  #contractNumber = '';
  #answering: Answering | undefined;
  #mode: Mode = 'plain';
  #text: Record<string, string> = {};
  #errors: Record<string, string> = {};
  #problem = '';
  #isBusy = false;

  constructor(host: SuretyElement, source: AnswerSource) {
    this.#host = host;
    this.#source = source;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.close();
  }

  /** Shows the answer to a contract; nothing where the API takes no answers. */
  open(contractNumber: string, answering: Answering | undefined): void {
    this.#contractNumber = contractNumber;
    this.#answering = answering;
    this.#reset('plain');
  }

  close(): void {
    this.open('', undefined);
  }

  text(path: string): string {
    return this.#text[path] ?? '';
  }

  error(path: string): string | undefined {
    return this.#errors[path];
  }

  render(): TemplateResult | typeof nothing {
    const answering = this.#answering;
    if (!answering) return nothing;
    return html`<section
      class="answering no-print"
      part="answer"
      aria-labelledby="answer-title"
      aria-busy=${this.#isBusy}
    >
      <h3 id="answer-title" tabindex="-1">${msg('この保証証書への回答')}</h3>
      ${answering.mayAnswer ? this.#renderContent(answering) : renderOther(answering)}
      ${this.#problem ? html`<p class="error" role="alert">${this.#problem}</p>` : nothing}
    </section>`;
  }

  #renderContent(answering: Answering) {
    const {answer, revision, releasedOn} = answering;
    if (this.#mode === 'reason') return this.#renderReason(revision);
    if (this.#mode === 'release') return this.#renderRelease();
    if (releasedOn !== null) return html`${renderReleased(releasedOn)}${this.#renderUndo(answering)}`;
    if (answer?.revision !== revision) return this.#renderQuestion(answering);
    return html`${renderAnswer(answer)}
    ${answer.outcome === 'accepted' ? this.#renderAccepted(answering) : this.#renderReturned(answering)}`;
  }

  #renderQuestion({answer, revision}: Answering) {
    return html`${
        answer
          ? html`<p>
              ${msg(str`${revisionName(revision)}の保証証書が発行されました。内容を確認して、もう一度回答してください。`)}
            </p>`
          : html`<p>${msg('内容に問題がなければ受領してください。回答は受注者に届きます。')}</p>`
      }
      <div class="answering-buttons">
        ${this.#button(msg('受領する'), () => this.#accept(revision), 'primary')}
        ${this.#button(msg('差し戻す'), () => this.#open('reason', REASON))}
      </div>`;
  }

  #renderAccepted(answering: Answering) {
    return html`<p class="hint">
        ${msg('保証の必要がなくなったら（工事の完成など）、返還を記録してください。')}
      </p>
      <div class="answering-buttons">
        ${this.#button(msg('返還を記録する'), () => this.#open('release', RELEASED_ON))}
        ${this.#undoButton(answering)}
      </div>`;
  }

  #renderReturned(answering: Answering) {
    return html`<p class="hint">
        ${msg('受注者に理由が届きました。問題がなくなったら、この画面で受領できます。')}
      </p>
      <div class="answering-buttons">
        ${this.#button(msg('受領する'), () => this.#accept(answering.revision))}
        ${this.#undoButton(answering)}
      </div>`;
  }

  #renderReason(revision: number) {
    return html`<form
      novalidate
      @submit=${(event: SubmitEvent) => this.#submit(event, () => this.#return(revision))}
      @input=${this.#handleInput}
    >
      ${textArea(this, {
        path: REASON,
        label: msg('差戻しの理由'),
        isRequired: true,
        hint: msg('受注者にそのまま届きます。どこを、どう直せばよいかを書いてください。'),
      })}
      ${this.#formButtons(msg('理由を付けて差し戻す'))}
    </form>`;
  }

  #renderRelease() {
    return html`<form
      novalidate
      @submit=${(event: SubmitEvent) => this.#submit(event, () => this.#release())}
      @keydown=${guardComposition}
      @input=${this.#handleInput}
    >
      ${textField(this, {
        path: RELEASED_ON,
        label: msg('返還日'),
        isRequired: true,
        width: 'short',
        hint: msg('例：令和8年2月1日、2026/2/1'),
      })}
      ${this.#formButtons(msg('返還を記録する'))}
    </form>`;
  }

  #formButtons(label: string) {
    return html`<div class="answering-buttons">
      <button part="button" type="submit" class="primary" aria-disabled=${this.#isBusy ? 'true' : 'false'}>
        ${label}
      </button>
      ${this.#button(msg('やめる'), () => this.#open('plain', 'answer-title'), 'plain')}
    </div>`;
  }

  #renderUndo(answering: Answering) {
    const button = this.#undoButton(answering);
    return button === nothing ? nothing : html`<div class="answering-buttons">${button}</div>`;
  }

  #undoButton({withdrawableUntil, releasedOn}: Answering) {
    if (!withdrawableUntil) return nothing;
    const time = formatDateTime(withdrawableUntil).slice(-5);
    const label =
      releasedOn === null ? msg(str`回答を取り消す（${time}まで）`) : msg(str`返還を取り消す（${time}まで）`);
    return this.#button(label, () => this.#withdraw(releasedOn !== null), 'plain');
  }

  #button(label: string, act: () => unknown, kind = '') {
    return html`<button
      part="button"
      type="button"
      class=${kind || nothing}
      aria-disabled=${this.#isBusy ? 'true' : 'false'}
      @click=${() => this.#isBusy || void act()}
    >
      ${label}
    </button>`;
  }

  /** In the capture phase: the text must be stored before `live()` compares it. */
  #handleInput = {
    handleEvent: ({target}: Event) => {
      if (!(target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement)) return;
      this.#text[target.id] = textOf(target);
      this.#host.requestUpdate();
    },
    capture: true,
  };

  #submit(event: SubmitEvent, act: () => Promise<void>) {
    event.preventDefault();
    if (!this.#isBusy) void act();
  }

  #accept(revision: number) {
    return this.#act(
      client => client.answerContract(this.#contractNumber, {outcome: 'accepted', revision}),
      () => this.#announceAnswer('accepted', msg('受領しました。受注者にお知らせしました。')),
    );
  }

  async #return(revision: number) {
    const reason = this.text(REASON).trim();
    const error = reasonError(reason);
    if (error) return this.#showError(REASON, error);
    await this.#act(
      client => client.answerContract(this.#contractNumber, {outcome: 'returned', revision, reason}),
      () => this.#announceAnswer('returned', msg('差し戻しました。受注者に理由をお知らせしました。')),
    );
  }

  async #release() {
    const parsed = parseDate(this.text(RELEASED_ON));
    if (!parsed.valid) return this.#showError(RELEASED_ON, inputErrorText(parsed, {field: msg('返還日')}));
    const releasedOn = parsed.value;
    await this.#act(
      client => client.releaseContract(this.#contractNumber, {releasedOn}),
      () => {
        this.#source.announce(msg('返還を記録しました。'));
        emit(this.#host, 'surety-certificate-released', {contractNumber: this.#contractNumber, releasedOn});
      },
    );
  }

  #withdraw(isRelease: boolean) {
    const contractNumber = this.#contractNumber;
    return this.#act(
      client => (isRelease ? client.withdrawRelease(contractNumber) : client.withdrawAnswer(contractNumber)),
      () => {
        if (!isRelease) return this.#announceAnswer('withdrawn', msg('回答を取り消しました。'));
        this.#source.announce(msg('返還を取り消しました。'));
        emit(this.#host, 'surety-certificate-released', {contractNumber, releasedOn: null});
      },
    );
  }

  #announceAnswer(answer: Answer['outcome'] | 'withdrawn', text: string) {
    this.#source.announce(text);
    emit(this.#host, 'surety-certificate-answered', {contractNumber: this.#contractNumber, answer});
  }

  async #act(send: (client: SuretyClient) => Promise<Answering>, tell: () => void) {
    const contractNumber = this.#contractNumber;
    this.#isBusy = true;
    this.#problem = '';
    this.#host.requestUpdate();
    try {
      const answering = await send(await this.#source.client());
      // Another certificate may have been opened meanwhile; the act is done all the same.
      if (this.#contractNumber === contractNumber) {
        this.#answering = answering;
        this.#reset('plain');
        tell();
        void this.#focus('answer-title');
      }
      this.#source.changed?.(contractNumber, answering);
    } catch (thrown) {
      this.#fail(this.#source.fail(thrown));
    } finally {
      this.#isBusy = false;
      this.#host.requestUpdate();
    }
  }

  #fail(error: SuretyError) {
    if (error.code === 'aborted') return;
    const [field] = error.fields;
    if (field && this.#mode !== 'plain')
      return this.#showError(this.#mode === 'reason' ? REASON : RELEASED_ON, field.message);
    this.#problem =
      error.code === 'conflict'
        ? msg('内容が変わったか、取り消せる時間を過ぎています。もう一度証書を確認してください。')
        : errorText(error.code);
  }

  #showError(path: string, message: string) {
    this.#errors = {[path]: message};
    this.#host.requestUpdate();
    void this.#focus(path);
  }

  #open(mode: Mode, focus: string) {
    this.#reset(mode);
    void this.#focus(focus);
  }

  #reset(mode: Mode) {
    this.#mode = mode;
    this.#text = {};
    this.#errors = {};
    this.#problem = '';
    this.#host.requestUpdate();
  }

  async #focus(id: string) {
    await this.#host.updateComplete;
    this.#host.renderRoot.querySelector<HTMLElement>(`#${id}`)?.focus();
  }
}

function reasonError(reason: string): string | undefined {
  if (!reason) return msg('差戻しの理由を入力してください。');
  const over = [...reason].length - MAX_REASON_LENGTH;
  return over > 0 ? msg(str`差戻しの理由を${over}文字減らしてください。`) : undefined;
}

function renderAnswer({outcome, answeredAt, reason}: Answer): TemplateResult {
  const isAccepted = outcome === 'accepted';
  return html`<p class="answering-state" data-outcome=${outcome}>
      <span class="badge" data-kind=${isAccepted ? 'good' : 'bad'}
        >${isAccepted ? msg('受領済み') : msg('差戻し済み')}</span
      >
      <time datetime=${answeredAt}>${formatDateTime(answeredAt)}</time>
    </p>
    ${reason ? html`<blockquote translate="no">${reason}</blockquote>` : nothing}`;
}

const renderReleased = (releasedOn: string) =>
  html`<p class="answering-state" data-outcome="released">
    <span class="badge">${msg('返還済み')}</span>
    <time datetime=${releasedOn}>${dayText(releasedOn)}</time>
  </p>`;

/** Shows the answer to those who may not answer themselves. */
const renderOther = ({answer, revision, releasedOn}: Answering) =>
  html`${releasedOn === null ? nothing : renderReleased(releasedOn)}
    ${answer?.revision === revision ? renderAnswer(answer) : nothing}
    <p>${msg('回答できるのは、この保証証書の発注者だけです。')}</p>`;
