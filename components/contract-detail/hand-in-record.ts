import {msg} from '@lit/localize';
import {html, type TemplateResult} from 'lit';
import {formatDateTime} from '../../src/domain/format.js';
import type {Contract} from '../../src/schemas/contract.js';

/** Where the contractor's own record that the notice was handed in stands. */
export interface HandInState {
  contract: Contract;
  isBusy: boolean;
  /** Words of what went wrong with the last wish. */
  problem: string | undefined;
}

/** 「渡しました」: recorded with its time, and taken back with 「取り消す」. The record is the contractor's, not the obligee's receipt. */
export function renderHandIn(
  {contract, isBusy, problem}: HandInState,
  act: (wish: 'record' | 'withdraw') => void,
): TemplateResult {
  const at = contract.handedInAt;
  return html`<div class="hand-in" part="hand-in" aria-busy=${isBusy}>
    ${
      at
        ? html`<p>
            <span class="badge" data-kind="good">${msg('提出済み')}</span>
            <time datetime=${at}>${formatDateTime(at)}</time>
            ${msg('に「渡しました」と記録しました。')}
          </p>`
        : html`<p>${msg('発注者に提出したら、記録を残せます。この記録は発注者には届きません。')}</p>`
    }
    <button
      type="button"
      aria-disabled=${isBusy ? 'true' : 'false'}
      @click=${() => isBusy || act(at ? 'withdraw' : 'record')}
    >
      ${at ? msg('取り消す') : msg('渡しました')}
    </button>
    ${problem ? html`<p class="error" role="alert">${problem}</p>` : ''}
  </div>`;
}
