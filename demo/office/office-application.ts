import {html, nothing} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import {formatDateTime, formatYen} from '../../src/domain/format.js';
import {applicationStateName, certificateFormName, guaranteeName} from '../../src/i18n/terms.js';
import type {Application} from '../../src/schemas/application.js';
import {guaranteeKinds} from '../../src/schemas/kinds.js';
import type {Surety} from '../../src/schemas/surety.js';
import {applicationFacts} from './application-facts.js';
import {confirmDialog, textField, type Confirmation} from './confirm-dialog.js';
import {facts, OfficeElement} from './office-element.js';

type Act = 'return' | 'issue';

/** One application with all its data, and what the office may do with it: send it back or issue. */
@customElement('office-application')
export class OfficeApplication extends OfficeElement {
  @property({attribute: 'application-id'}) applicationId = '';

  @state() private application: Application | undefined;
  @state() private surety: Surety | undefined;
  @state() private act: Act | undefined;
  @state() private textError: string | undefined;
  @state() private done = '';

  /** One key for one decision, however often it is sent. */
  #issueKey = crypto.randomUUID();

  override connectedCallback() {
    super.connectedCallback();
    void this.#load();
  }

  protected override render() {
    return html`<p class="back"><a href="#applications">申込の一覧へ戻る</a></p>
      ${this.act ? nothing : this.renderFailure(() => void this.#load())}
      ${this.application ? this.#renderApplication(this.application) : nothing}
      ${confirmDialog(this.act && this.application ? this.#confirmation(this.act, this.application) : undefined)}`;
  }

  protected override updated() {
    const dialog = this.querySelector('dialog');
    if (this.act && !dialog?.open) dialog?.showModal();
    else if (!this.act && dialog?.open) dialog.close();
  }

  #renderApplication(application: Application) {
    const {content, receiptNumber, state: applicationState} = application;
    return html`<header class="title">
        <h1 tabindex="-1">保証申込 <span class="code" translate="no">${receiptNumber}</span></h1>
        <span class="badge" data-kind=${applicationState}>${applicationStateName(applicationState)}</span>
      </header>
      <p role="status" class="done">${this.done}</p>
      ${this.#renderOutcome(application)}
      ${facts([
        ['受付番号', receiptNumber],
        ['受付日時', formatDateTime(application.submittedAt)],
        ['更新日時', formatDateTime(application.updatedAt)],
        ['送信の回数', `${application.version}回`],
      ])}
      ${applicationState === 'submitted' ? this.#renderActions() : nothing}
      ${applicationFacts(content, this.surety).map(
        ({heading, rows}) =>
          html`<section>
            <h2>${heading}</h2>
            ${facts(rows)}
          </section>`,
      )}`;
  }

  #renderActions() {
    return html`<div class="actions">
      <button type="button" class="primary" @click=${() => this.#ask('issue')}>発行する</button>
      <button type="button" @click=${() => this.#ask('return')}>差し戻す</button>
    </div>`;
  }

  #renderOutcome({state: applicationState, returnReason, messageFromSurety, contracts}: Application) {
    if (applicationState === 'returned') {
      return html`<div class="notice" data-kind="warning">
        <h2>差戻しの理由</h2>
        <p class="text" translate="no">${returnReason}</p>
        <p class="hint">お客様の修正を待っています。</p>
      </div>`;
    }
    if (applicationState !== 'issued') return nothing;
    return html`<div class="notice" data-kind="success">
      <h2>発行した保証契約</h2>
      <ul class="issued">
        ${contracts.map(
          ({kind, number}) =>
            html`<li>
              ${guaranteeName(kind)}
              <a class="code" href=${`#contract/${number}`} translate="no">${number}</a>
            </li>`,
        )}
      </ul>
      ${messageFromSurety ? html`<p>お客様へのお知らせ：<span class="text" translate="no">${messageFromSurety}</span></p>` : nothing}
    </div>`;
  }

  #confirmation(act: Act, application: Application): Confirmation {
    const shared: Pick<Confirmation, 'isBusy' | 'failure' | 'cancel'> = {
      isBusy: this.isBusy,
      failure: this.renderFailure(() => void this.#load()),
      cancel: () => this.#close(),
    };
    if (act === 'return') {
      return {
        ...shared,
        heading: 'この申込を差し戻しますか',
        action: '差し戻す',
        confirm: () => void this.#return(application),
        body: textField({
          id: 'reason',
          label: '差戻しの理由',
          isRequired: true,
          hint: 'お客様の画面とメールに、そのまま表示されます。直していただきたい項目を書いてください。',
          error: this.textError,
        }),
      };
    }
    return {
      ...shared,
      heading: 'この申込で発行しますか',
      action: '発行する',
      confirm: () => void this.#issue(application),
      body: html`<p>次の保証契約を発行します。電子保証は、認証キーを付けて登録されます。</p>
        ${facts(this.#issueRows(application))}
        ${textField({
          id: 'message',
          label: '弊社からお客様へのお知らせ',
          isRequired: false,
          error: this.textError,
        })}`,
    };
  }

  #issueRows({content}: Application) {
    return guaranteeKinds.flatMap(kind => {
      const request = content.guarantees[kind];
      if (!request) return [];
      return [
        [
          guaranteeName(kind),
          `${formatYen(request.guaranteeAmount)}　${certificateFormName(request.certificateForm)}`,
        ] as const,
      ];
    });
  }

  #ask(act: Act) {
    this.failure = undefined;
    this.textError = undefined;
    this.done = '';
    this.act = act;
  }

  #close() {
    this.act = undefined;
  }

  #text(id: string) {
    return this.querySelector<HTMLTextAreaElement>(`#${id}`)?.value.trim() ?? '';
  }

  async #return({id, version}: Application) {
    const reason = this.#text('reason');
    this.textError = reason
      ? undefined
      : '差戻しの理由を入力してください。お客様に何を直していただくかを書きます。';
    if (this.textError) {
      this.querySelector<HTMLElement>('#reason')?.focus();
      return;
    }
    const isDone = await this.attempt(async () => {
      this.application = await this.client.returnApplication(id, {version, reason});
    });
    if (isDone) this.#finish('差し戻しました。お客様に理由をお知らせしました。');
  }

  async #issue({id, version}: Application) {
    const message = this.#text('message');
    const isDone = await this.attempt(async () => {
      await this.client.issueApplication(id, {version, ...(message && {message})}, this.#issueKey);
      this.application = await this.client.getApplication(id);
    });
    if (isDone) this.#finish('発行しました。');
  }

  #finish(text: string) {
    this.done = text;
    this.#close();
  }

  async #load() {
    this.#close();
    await this.attempt(async () => {
      const [application, surety] = await Promise.all([
        this.client.getApplication(this.applicationId),
        this.surety ?? this.client.getSurety(),
      ]);
      this.application = application;
      this.surety = surety;
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'office-application': OfficeApplication;
  }
}
