import {msg} from '@lit/localize';
import {html, nothing, type TemplateResult} from 'lit';
import {mustHandInAgain} from '../../src/domain/contract-to-do.js';
import {formatDateTime} from '../../src/domain/format.js';
import type {Contract} from '../../src/schemas/contract.js';

/** Where the contractor's own record that the notice was handed in stands. */
export interface HandInState {
  contract: Contract;
  isBusy: boolean;
  /** Words of what went wrong with the last wish. */
  problem: string | undefined;
}

/**
 * 「渡しました」: recorded with its time, and taken back with 「取り消す」; after a change or 差戻し it can be recorded again. The record
 * is the contractor's, not the obligee's receipt.
 */
export function renderHandIn(
  {contract, isBusy, problem}: HandInState,
  act: (wish: 'record' | 'withdraw') => void,
): TemplateResult {
  const at = contract.handedInAt;
  const isDue = !at || mustHandInAgain(contract);
  const button = (wish: 'record' | 'withdraw', text: string) =>
    html`<button
      part="button"
      type="button"
      aria-disabled=${isBusy ? 'true' : 'false'}
      @click=${() => isBusy || act(wish)}
    >
      ${text}
    </button>`;
  return html`<div class="hand-in" part="hand-in" aria-busy=${isBusy}>
    ${
      at
        ? html`<p>
            <span class="badge" data-kind="good">${msg('提出済み')}</span>
            <time datetime=${at}>${formatDateTime(at)}</time>
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
    ${at ? button('withdraw', msg('取り消す')) : nothing}
    ${problem ? html`<p class="error" role="alert">${problem}</p>` : ''}
  </div>`;
}
