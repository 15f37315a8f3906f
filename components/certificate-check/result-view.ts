import {msg, str} from '@lit/localize';
import {html, nothing, type TemplateResult} from 'lit';
import {formatDateTime} from '../../src/domain/format.js';
import {inBrackets} from '../../src/i18n/format.js';
import {contractStateName, revisionName} from '../../src/i18n/terms.js';
import type {Certificate} from '../../src/schemas/certificate.js';
import type {ContractState} from '../../src/schemas/contract.js';
import type {RegisterCheck} from '../../src/schemas/register.js';

const STATE_SENTENCES: Record<ContractState, () => string> = {
  'in-force': () => msg('この保証契約は有効です。'),
  expired: () => msg('この保証契約は、保証期限を過ぎて満了しています。'),
  cancelled: () => msg('この保証契約は取り消されています。'),
  released: () => msg('この保証証書は、発注者から返還されています。'),
};
const STATE_KINDS: Record<ContractState, 'success' | 'warning' | 'error'> = {
  'in-force': 'success',
  expired: 'warning',
  cancelled: 'error',
  released: 'warning',
};

/** Colours of the badge of a contract's state; its words say the state too. */
export const BADGE_KINDS: Record<ContractState, 'good' | 'warning' | 'bad'> = {
  'in-force': 'good',
  expired: 'warning',
  cancelled: 'bad',
  released: 'warning',
};

/** Draws the state of the contract, and which certificate was checked when and by whom. All of it is the register's answer. */
export function checkedState(check: RegisterCheck, checkedBy: string | undefined): TemplateResult {
  const {state} = check;
  const newest = check.certificates.at(-1);
  return html`<div class="notice" data-kind=${STATE_KINDS[state]} data-state=${state} part="state">
    <p class="state-line">
      <span class="badge" data-kind=${BADGE_KINDS[state]}>${contractStateName(state)}</span>
      <strong>${STATE_SENTENCES[state]()}</strong>
    </p>
    <dl class="checked">
      <div>
        <dt>${msg('保証契約番号')}</dt>
        <dd class="code" translate="no">${check.contractNumber}</dd>
      </div>
      <div>
        <dt>${msg('最新の内容')}</dt>
        <dd>${newest ? revisionName(newest.revision) : nothing}</dd>
      </div>
      <div>
        <dt>${msg('確認日時')}</dt>
        <dd><time datetime=${check.checkedAt}>${formatDateTime(check.checkedAt)}</time></dd>
      </div>
      ${
        checkedBy
          ? html`<div>
              <dt>${msg('確認した方')}</dt>
              <dd translate="no">${checkedBy}</dd>
            </div>`
          : nothing
      }
    </dl>
  </div>`;
}

/** Draws 電子保証情報（履歴情報）: the revisions, newest first, with a button each; the shown one is marked. */
export function revisionTable(
  certificates: readonly Certificate[],
  shown: number,
  select: (revision: number) => void,
): TemplateResult {
  return html`<section part="history">
    <h3 id="history-title">${msg('電子保証情報（履歴情報）')}</h3>
    <p class="hint">${msg('※訂正、変更取消された履歴は表示されません。')}</p>
    <table class="ruled" aria-labelledby="history-title">
      <thead>
        <tr>
          <th scope="col">No.</th>
          <th scope="col">${msg('電子保証発行日時')}</th>
          <th scope="col">${msg('対象')}</th>
          <th scope="col">${msg('電子保証')}</th>
        </tr>
      </thead>
      <tbody>
        ${certificates.toReversed().map((certificate, index) => {
          const isShown = certificate.revision === shown;
          return html`<tr ?data-shown=${isShown}>
            <td>${index + 1}</td>
            <td><time datetime=${certificate.arrivedAt}>${formatDateTime(certificate.arrivedAt)}</time></td>
            <th scope="row">${revisionName(certificate.revision)}</th>
            <td>
              <button
                type="button"
                class="plain"
                part="select"
                aria-current=${isShown ? 'true' : nothing}
                @click=${() => select(certificate.revision)}
              >
                ${isShown ? msg('表示中') : msg('選択')}<span class="visually-hidden"
                  >${inBrackets(revisionName(certificate.revision))}</span
                >
              </button>
            </td>
          </tr>`;
        })}
      </tbody>
    </table>
  </section>`;
}

/** Warns that an older revision is shown, so that nobody takes it for the one in force. */
export const olderRevision = (shown: Certificate, newest: Certificate): TemplateResult | typeof nothing =>
  shown.revision === newest.revision
    ? nothing
    : html`<p class="notice" data-kind="warning" part="older">
        ${msg(
          str`これは「${revisionName(shown.revision)}」のときの内容です。いまの内容は「${revisionName(newest.revision)}」です。`,
        )}
      </p>`;
