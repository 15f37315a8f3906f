import {msg} from '@lit/localize';
import {html, nothing, type TemplateResult} from 'lit';
import {mustHandInAgain} from '../../src/domain/contract-to-do.js';
import {formatDateTime} from '../../src/domain/format.js';
import {errorText} from '../../src/i18n/error-text.js';
import type {Contract} from '../../src/schemas/contract.js';
import {Abortable} from '../kernel/abortable.js';
import type {PanelContext} from './panel-context.js';

type HandInAction = 'record' | 'withdraw';

/**
 * 「渡しました」: the contractor's own record that the notice was handed in, with its time. It can be withdrawn, and made again after a
 * change or 差戻し. It is not the obligee's receipt.
 */
export class HandInPanel {
  readonly #context: PanelContext;
  readonly #recording: Abortable;
  /** What the API answered since the contract was fetched, for that contract only. */
  #recorded: {contract: Contract; handedInAt: string | null | undefined} | undefined;
  #problem: {contract: Contract; text: string} | undefined;

  constructor(context: PanelContext) {
    this.#context = context;
    this.#recording = new Abortable(context.host);
  }

  render(contract: Contract): TemplateResult {
    const handedInAt =
      this.#recorded?.contract === contract ? this.#recorded.handedInAt : contract.handedInAt;
    const problem = this.#problem?.contract === contract ? this.#problem.text : undefined;
    const isDue = !handedInAt || mustHandInAgain({...contract, handedInAt});
    const isBusy = this.#recording.isRunning;
    const button = (action: HandInAction, text: string) =>
      html`<button
        part="button"
        type="button"
        aria-disabled=${isBusy ? 'true' : 'false'}
        @click=${() => isBusy || void this.#handleRecord(action, contract)}
      >
        ${text}
      </button>`;
    return html`<div class="hand-in" part="hand-in" aria-busy=${isBusy}>
      ${
        handedInAt
          ? html`<p>
              <span class="badge" data-kind="good">${msg('提出済み')}</span>
              <time datetime=${handedInAt}>${formatDateTime(handedInAt)}</time>
              ${msg('に「渡しました」と記録しました。')}
              ${
                isDue
                  ? msg(
                      'そのあとに変更または差戻しがありました。提出し直したら、もう一度「渡しました」を押してください。',
                    )
                  : nothing
              }
            </p>`
          : html`<p>${msg('発注者に提出したら、記録を残せます。この記録は発注者には届きません。')}</p>`
      }
      ${isDue ? button('record', msg('渡しました')) : nothing}
      ${handedInAt ? button('withdraw', msg('取り消す')) : nothing}
      ${problem ? html`<p class="error" role="alert">${problem}</p>` : nothing}
    </div>`;
  }

  async #handleRecord(action: HandInAction, contract: Contract) {
    const {host, announcer} = this.#context;
    this.#problem = undefined;
    // Without the signal: what the person recorded is sent even if the element leaves meanwhile.
    const outcome = await this.#recording.run(async () => {
      const client = await this.#context.client();
      return action === 'record'
        ? client.recordHandIn(contract.number)
        : client.withdrawHandIn(contract.number);
    });
    if (!outcome) return;
    if (outcome.error) {
      this.#problem = {contract, text: errorText(outcome.error.code)};
      this.#context.report(outcome.error);
    } else {
      this.#recorded = {contract, handedInAt: outcome.value.handedInAt};
      announcer.announce(
        action === 'record' ? msg('渡したことを記録しました。') : msg('渡した記録を取り消しました。'),
      );
    }
    host.requestUpdate();
  }
}
