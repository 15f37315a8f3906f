import {html, nothing} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import {formatDateTime, formatEra, formatYen} from '../../src/domain/format.js';
import {certificateFormName, contractStateName, guaranteeName, revisionName} from '../../src/i18n/terms.js';
import type {Contract} from '../../src/schemas/contract.js';
import type {ChangeRequest} from '../../src/schemas/office.js';
import {
  changeFields,
  readChange,
  type ChangeField,
  type ChangeLine,
  type CurrentTerms,
  type TypedChange,
} from './change-entry.js';
import {confirmDialog, lineField, textField, type Confirmation} from './confirm-dialog.js';
import {facts, OfficeElement} from './office-element.js';

type Act = {kind: 'change'; request: ChangeRequest; lines: ChangeLine[]; key: string} | {kind: 'cancel'};
type Errors = Partial<Record<ChangeField | 'cancelReason', string>>;

/** One contract: what it is, its history, and what the office may do with it: change or cancel. */
@customElement('office-contract')
export class OfficeContract extends OfficeElement {
  @property({attribute: 'contract-number'}) contractNumber = '';

  @state() private contract: Contract | undefined;
  @state() private current: CurrentTerms = {period: null};
  @state() private act: Act | undefined;
  @state() private errors: Errors = {};
  @state() private isChanging = false;
  @state() private done = '';

  override connectedCallback() {
    super.connectedCallback();
    void this.#load();
  }

  protected override render() {
    return html`<p class="back"><a href="#contracts">保証契約の一覧へ戻る</a></p>
      ${this.act ? nothing : this.renderFailure(() => void this.#load())}
      ${this.contract ? this.#renderContract(this.contract) : nothing}
      ${confirmDialog(this.act && this.contract ? this.#confirmation(this.act, this.contract) : undefined)}`;
  }

  protected override updated() {
    const dialog = this.querySelector('dialog');
    if (this.act && !dialog?.open) dialog?.showModal();
    else if (!this.act && dialog?.open) dialog.close();
  }

  #renderContract(contract: Contract) {
    return html`<header class="title">
        <h1 tabindex="-1">保証契約 <span class="code" translate="no">${contract.number}</span></h1>
        <span class="badge" data-kind=${contract.state}>${contractStateName(contract.state)}</span>
      </header>
      <p role="status" class="done">${this.done}</p>
      ${facts(contractFacts(contract))}
      ${contract.state === 'cancelled' ? nothing : this.isChanging ? this.#renderChange(contract) : this.#renderActions()}
      <section>
        <h2>履歴</h2>
        <ul class="history">
          ${contract.revisions.map(
            ({revision, arrivedAt}) =>
              html`<li><strong>${revisionName(revision)}</strong> ${formatDateTime(arrivedAt)}</li>`,
          )}
        </ul>
      </section>`;
  }

  #renderActions() {
    return html`<div class="actions">
      <button type="button" class="primary" @click=${this.#startChange}>変更する</button>
      <button type="button" @click=${() => this.#ask({kind: 'cancel'})}>取り消す</button>
    </div>`;
  }

  #renderChange(contract: Contract) {
    const {errors} = this;
    return html`<form class="panel" novalidate @submit=${this.#handleChange}>
      <h2 id="change-heading" tabindex="-1">${revisionName(contract.revision + 1)}の入力</h2>
      <p class="hint">変わる項目だけを入力してください。空欄の項目は、いまの内容のままです。</p>
      ${lineField({id: 'from', label: '工期の始まり', error: errors.from, hint: '例：令和8年4月1日、2026-04-01'})}
      ${lineField({id: 'to', label: '工期の終わり', error: errors.to, hint: '保証期限が工期の終わりと同じ契約では、保証期限もこの日に変わります。'})}
      ${lineField({
        id: 'worksPrice',
        label: '請負金額（円）',
        width: 'yen',
        error: errors.worksPrice,
        hint: `いまの金額：${formatYen(contract.worksPrice)}`,
      })}
      ${lineField({
        id: 'guaranteeAmount',
        label: '保証金額（円）',
        width: 'yen',
        error: errors.guaranteeAmount,
        hint: `いまの金額：${formatYen(contract.guaranteeAmount)}`,
      })}
      ${lineField({id: 'validUntil', label: '保証期限', error: errors.validUntil})}
      ${textField({id: 'reason', label: '変更の理由', isRequired: true, error: errors.reason})}
      <div class="actions">
        <button type="submit" class="primary">変更の内容を確認する</button>
        <button type="button" @click=${() => (this.isChanging = false)}>やめる</button>
      </div>
    </form>`;
  }

  #confirmation(act: Act, contract: Contract): Confirmation {
    const shared: Pick<Confirmation, 'isBusy' | 'failure' | 'cancel'> = {
      isBusy: this.isBusy,
      failure: this.renderFailure(() => void this.#load()),
      cancel: () => (this.act = undefined),
    };
    if (act.kind === 'cancel') {
      return {
        ...shared,
        heading: 'この保証契約を取り消しますか',
        action: '取り消す',
        isDangerous: true,
        confirm: () => void this.#cancel(contract),
        body: html`<p>発注者の確認画面には「取消」と表示されます。元に戻すことはできません。</p>
          ${textField({id: 'cancelReason', label: '取消の理由', isRequired: true, error: this.errors.cancelReason})}`,
      };
    }
    return {
      ...shared,
      heading: `${revisionName(contract.revision + 1)}を発行しますか`,
      action: '変更を発行する',
      confirm: () => void this.#change(act),
      body: html`<p>保証契約番号と認証キーは変わりません。</p>
        ${facts([
          ...act.lines.map(({label, before, after}) => [label, `${before} → ${after}`] as const),
          ['変更の理由', act.request.reason],
        ])}`,
    };
  }

  async #startChange() {
    this.errors = {};
    this.done = '';
    this.isChanging = true;
    await this.updateComplete;
    this.querySelector<HTMLElement>('#change-heading')?.focus();
  }

  #ask(act: Act) {
    this.failure = undefined;
    this.errors = {};
    this.done = '';
    this.act = act;
  }

  #text(id: string) {
    return this.querySelector<HTMLInputElement | HTMLTextAreaElement>(`#${id}`)?.value ?? '';
  }

  async #handleChange(event: SubmitEvent) {
    event.preventDefault();
    if (!this.contract) return;
    const typed = Object.fromEntries(changeFields.map(field => [field, this.#text(field)])) as TypedChange;
    const change = readChange(typed, this.contract, this.current);
    if ('request' in change) return this.#ask({kind: 'change', key: crypto.randomUUID(), ...change});
    this.errors = change.errors;
    await this.updateComplete;
    this.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
  }

  async #change({request, key}: Extract<Act, {kind: 'change'}>) {
    const isDone = await this.attempt(async () => {
      this.contract = await this.client.changeContract(this.contractNumber, request, key);
    });
    if (!isDone || !this.contract) return;
    this.isChanging = false;
    if (request.period) this.current = {period: request.period};
    this.#finish(`${revisionName(this.contract.revision)}を発行しました。`);
  }

  async #cancel({number}: Contract) {
    const reason = this.#text('cancelReason').trim();
    this.errors = reason ? {} : {cancelReason: '取消の理由を入力してください。'};
    if (!reason) {
      this.querySelector<HTMLElement>('#cancelReason')?.focus();
      return;
    }
    const isDone = await this.attempt(async () => {
      this.contract = await this.client.cancelContract(number, reason);
    });
    if (isDone) this.#finish('取り消しました。');
  }

  #finish(text: string) {
    this.done = text;
    this.act = undefined;
  }

  async #load() {
    this.act = undefined;
    await this.attempt(async () => {
      const {items} = await this.client.listContracts();
      this.contract = items.find(({number}) => number === this.contractNumber);
      if (!this.contract) return;
      const {content} = await this.client.getApplication(this.contract.applicationId);
      // The application tells 工期 of 新規 only; after a change it is on the certificate, which the office need not retype.
      this.current = {period: this.contract.revision === 0 ? content.works.period : null};
    });
  }
}

function contractFacts(contract: Contract) {
  return [
    ['保証種類', guaranteeName(contract.kind)],
    ['保証証書の形式', certificateFormName(contract.certificateForm)],
    ['最新の内容', revisionName(contract.revision)],
    ['請負契約者', contract.contractorName],
    ['JV名', contract.jointVentureName],
    ['発注者名', contract.obligeeName],
    ['工事名', contract.worksName],
    ['請負金額', formatYen(contract.worksPrice)],
    ['保証金額', formatYen(contract.guaranteeAmount)],
    ['保証期限', contract.validUntil ? formatEra(contract.validUntil) : null],
    ['預託金融機関', contract.depositBankName ?? '（なし）'],
    ['認証キーの表示', contract.keyViews.length ? `${contract.keyViews.length}回` : '表示されていません'],
  ] as const;
}

declare global {
  interface HTMLElementTagNameMap {
    'office-contract': OfficeContract;
  }
}
