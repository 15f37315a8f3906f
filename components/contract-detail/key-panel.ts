import {msg} from '@lit/localize';
import {html, nothing, type TemplateResult} from 'lit';
import {formatDateTime} from '../../src/domain/format.js';
import type {SuretyError} from '../../src/errors.js';
import {labelled, sentences} from '../../src/i18n/format.js';
import type {Contract} from '../../src/schemas/contract.js';
import {keySpelling, keyText} from '../ui/key-text.js';
import {failure} from '../kernel/states.js';
import type {KeyStatus} from './key-disclosure.js';

/** How 「コピー」 went. */
export type CopyResult = 'done' | 'refused';

/** What the block 「認証キー」 shows. */
export interface KeyPanelState {
  contract: Contract;
  status: KeyStatus;
  key: string | undefined;
  error: SuretyError | undefined;
  copy: CopyResult | undefined;
  /** The look just now, if there was one. */
  viewedAt: string;
}

/** What its buttons do. */
export interface KeyPanelActions {
  show(): void;
  hide(): void;
  copy(): void;
  openNotice(): void;
}

/** The sentence after 「コピー」. */
export const copyText = (result: CopyResult): string =>
  result === 'done'
    ? msg('認証キーをコピーしました（12文字）。')
    : msg('コピーできませんでした。認証キーを選択しましたので、コピーの操作（Ctrl+C など）をしてください。');

/** The block 「認証キー」: hidden until asked for, and the way to the notice. */
export function renderKeyPanel(state: KeyPanelState, actions: KeyPanelActions): TemplateResult {
  return html`<section class="key-panel" part="key-panel" aria-labelledby="key-heading">
    <h3 id="key-heading">${msg('認証キー')}</h3>
    <p>
      ${msg('※発注者にお知らせください。（印刷ボタンをクリックして、PDF データを発注者に提出することをお奨めします。）')}
    </p>
    ${state.contract.state === 'cancelled' ? renderCancelled() : renderUsable(state, actions)}
  </section>`;
}

const renderCancelled = () =>
  html`<p class="notice" data-kind="error">
    ${msg('この保証契約は取り消されたため、認証キーで保証証書を開くことはできません。')}
  </p>`;

function renderUsable(state: KeyPanelState, actions: KeyPanelActions) {
  return html`<div class="key-box">
      ${
        state.key
          ? keyText(state.key)
          : html`<span class="key-mask" aria-hidden="true"
              ><span>••••</span><span>••••</span><span>••••</span></span
            >`
      }
      <div class="buttons">
        ${renderToggle(state, actions)}
        ${state.key ? html`<button part="button" type="button" @click=${actions.copy}>${msg('コピー')}</button>` : nothing}
      </div>
      ${state.copy ? html`<p class="copy" data-result=${state.copy}>${copyText(state.copy)}</p>` : nothing}
      ${renderLastView(state)}
    </div>
    ${state.error ? failure(state.error, {label: msg('もう一度表示する'), act: actions.show}) : nothing}
    ${state.key ? renderSpelling(state.key) : nothing}
    <div class="buttons">
      <button part="button" type="button" class="primary" @click=${actions.openNotice}>${msg('印刷')}</button>
      <span class="hint">${msg('「認証キー」のお知らせ（PDF）を開きます。')}</span>
    </div>
    ${renderPrintHelp()}`;
}

/** One button for both ways, so that the focus stays where it is. */
function renderToggle({status}: KeyPanelState, {show, hide}: KeyPanelActions) {
  const labels = {
    hidden: msg('認証キーを表示する'),
    failed: msg('認証キーを表示する'),
    pending: msg('確認しています'),
    shown: msg('認証キーを隠す'),
  };
  const acts = {hidden: show, failed: show, pending: nothing, shown: hide};
  return html`<button
    part="button"
    type="button"
    id="toggle"
    aria-disabled=${status === 'pending' ? 'true' : nothing}
    @click=${acts[status]}
  >
    ${labels[status]}
  </button>`;
}

function renderLastView({contract, viewedAt}: KeyPanelState) {
  const last = viewedAt || contract.keyViews[0]?.viewedAt;
  return html`<p class="hint">
    ${sentences(msg('表示した日時は記録されます。'), '')}${
      last
        ? html`${labelled(msg('最後に表示した日時'))}<time class="amount" datetime=${last}
              >${formatDateTime(last)}</time
            >`
        : msg('まだ表示されていません。')
    }
  </p>`;
}

const renderSpelling = (key: string) =>
  html`<details>
    <summary>${msg('1文字ずつの読み方')}</summary>
    <div class="details-body">
      <p class="hint">
        ${msg('大文字と小文字は区別されます。数字には点線の下線が付いています。電話などで伝えるときにお使いください。')}
      </p>
      ${keySpelling(key)}
    </div>
  </details>`;

const renderPrintHelp = () =>
  html`<details class="no-print">
    <summary>${msg('印刷方法について')}</summary>
    <ol class="details-body">
      <li>${msg('「印刷」を押すと、「認証キー」のお知らせが開きます。')}</li>
      <li>
        ${msg('内容を確認し、「ダウンロード」を押してPDFファイルを保存します。A4用紙1枚に印刷することもできます。')}
      </li>
      <li>
        ${msg('保存したPDFファイルを、電子契約システムへのアップロードか電子メールへの添付で、発注者に提出します。')}
      </li>
    </ol>
  </details>`;
