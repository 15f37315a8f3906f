import {msg} from '@lit/localize';
import {html, nothing, type ReactiveController, type TemplateResult} from 'lit';
import {formatDateTime} from '../../src/domain/format.js';
import type {SuretyError} from '../../src/errors.js';
import {labelled, sentences} from '../../src/i18n/format.js';
import type {Contract} from '../../src/schemas/contract.js';
import {Abortable} from '../kernel/abortable.js';
import {emit} from '../kernel/events.js';
import {failure} from '../kernel/states.js';
import {keySpelling, keyText} from '../ui/key-text.js';
import type {PanelContext} from './panel-context.js';

/**
 * The panel 「認証キー」 and the only owner of the key. The key is fetched when it is asked for, held in one private field, and
 * cleared when it is hidden, another contract is shown, the element leaves the page or the page is left (also into the
 * back-forward cache).
 */
export class KeyPanel implements ReactiveController {
  readonly #context: PanelContext;
  readonly #disclosing: Abortable;
  readonly #copying: Abortable;
  #key: string | undefined;
  #error: SuretyError | undefined;
  #copyResult: 'done' | 'refused' | undefined;
  /** When this panel last showed the key; newer than what the contract says. */
  #viewedAt = '';

  constructor(context: PanelContext) {
    this.#context = context;
    this.#disclosing = new Abortable(context.host);
    this.#copying = new Abortable(context.host);
    context.host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('pagehide', this.#clear);
  }

  hostDisconnected(): void {
    window.removeEventListener('pagehide', this.#clear);
    this.#clear();
  }

  /** Clears everything that is about the contract shown so far. */
  reset(): void {
    this.#clear();
    this.#viewedAt = '';
  }

  render(contract: Contract): TemplateResult {
    return html`<section class="key-panel" part="key-panel" aria-labelledby="key-heading">
      <h3 id="key-heading">${msg('認証キー')}</h3>
      <p>
        ${msg('※発注者にお知らせください。（印刷ボタンをクリックして、PDF データを発注者に提出することをお奨めします。）')}
      </p>
      ${contract.state === 'cancelled' ? this.#renderCancelled() : this.#renderKey(contract)}
    </section>`;
  }

  #renderCancelled() {
    return html`<p class="notice" data-kind="error">
      ${msg('この保証契約は取り消されたため、認証キーで保証証書を開くことはできません。')}
    </p>`;
  }

  #renderKey(contract: Contract) {
    const contractNumber = contract.number;
    const key = this.#key;
    const handleShow = () => void this.#handleShow(contractNumber);
    return html`<div class="key-box">
        ${
          key
            ? keyText(key)
            : html`<span class="key-mask" aria-hidden="true"
                ><span>••••</span><span>••••</span><span>••••</span></span
              >`
        }
        <div class="buttons">
          ${this.#renderToggle(handleShow)}
          ${
            key
              ? html`<button part="button" type="button" @click=${() => void this.#handleCopy(key)}>
                  ${msg('コピー')}
                </button>`
              : nothing
          }
        </div>
        ${this.#copyResult ? html`<p class="copy" data-result=${this.#copyResult}>${this.#copyText}</p>` : nothing}
        ${this.#renderLastView(contract)}
      </div>
      ${this.#error ? failure(this.#error, {label: msg('もう一度表示する'), act: handleShow}) : nothing}
      ${key ? renderSpelling(key) : nothing}
      <div class="buttons">
        <button
          part="button"
          type="button"
          class="primary"
          @click=${() => emit(this.#context.host, 'surety-notice-open', {contractNumber})}
        >
          ${msg('印刷')}
        </button>
        <span class="hint">${msg('「認証キー」のお知らせ（PDF）を開きます。')}</span>
      </div>
      ${renderPrintHelp()}`;
  }

  /** One button for showing and hiding, so that the focus stays where it is. */
  #renderToggle(handleShow: () => void) {
    const isPending = this.#disclosing.isRunning;
    const isShown = this.#key !== undefined;
    return html`<button
      part="button"
      type="button"
      id="toggle"
      aria-disabled=${isPending ? 'true' : nothing}
      @click=${isPending ? nothing : isShown ? this.#handleHide : handleShow}
    >
      ${isPending ? msg('確認しています') : isShown ? msg('認証キーを隠す') : msg('認証キーを表示する')}
    </button>`;
  }

  #renderLastView({keyViews}: Contract) {
    const last = this.#viewedAt || keyViews[0]?.viewedAt;
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

  get #copyText(): string {
    return this.#copyResult === 'done'
      ? msg('認証キーをコピーしました（12文字）。')
      : msg(
          'コピーできませんでした。認証キーを選択しましたので、コピーの操作（Ctrl+C など）をしてください。',
        );
  }

  /** Fetches the key; the API records that it was shown. */
  async #handleShow(contractNumber: string) {
    const {host, announcer} = this.#context;
    this.#clear();
    const outcome = await this.#disclosing.run(async signal =>
      (await this.#context.client()).discloseKey(contractNumber, {signal}),
    );
    if (!outcome) return;
    if (outcome.error) {
      this.#error = outcome.error;
      this.#context.report(outcome.error);
    } else {
      this.#key = outcome.value.authKey;
      this.#viewedAt = outcome.value.viewedAt;
      announcer.announce(msg('認証キーを表示しました。'));
    }
    host.requestUpdate();
  }

  readonly #handleHide = () => {
    this.#clear();
    this.#context.announcer.announce(msg('認証キーを隠しました。'));
  };

  async #handleCopy(key: string) {
    const {host, announcer} = this.#context;
    const outcome = await this.#copying.run(() => navigator.clipboard.writeText(key));
    if (!outcome) return;
    if (outcome.error) {
      // Where a page may not write to the clipboard, a selected key can still be copied by hand.
      const shown = host.renderRoot.querySelector('.key');
      if (shown) getSelection()?.selectAllChildren(shown);
    }
    this.#copyResult = outcome.error ? 'refused' : 'done';
    announcer.announce(this.#copyText, outcome.error ? 'assertive' : 'polite');
    host.requestUpdate();
  }

  readonly #clear = () => {
    this.#disclosing.abort();
    this.#copying.abort();
    this.#key = undefined;
    this.#error = undefined;
    this.#copyResult = undefined;
    this.#context.host.requestUpdate();
  };
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
