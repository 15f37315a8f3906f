import {msg, str} from '@lit/localize';
import {html, nothing, type TemplateResult} from 'lit';
import {formatDateTime} from '../../src/domain/format.js';
import {inBrackets} from '../../src/i18n/format.js';
import {contractStateName, revisionName} from '../../src/i18n/terms.js';
import type {Certificate} from '../../src/schemas/certificate.js';
import type {ContractState} from '../../src/schemas/contract.js';
import type {RegisterCheck} from '../../src/schemas/register.js';
import type {ComparedField} from './comparison.js';

const stateSentences: Record<ContractState, () => string> = {
  'in-force': () => msg('この保証契約は有効です。'),
  expired: () => msg('この保証契約は、保証期限を過ぎて満了しています。'),
  cancelled: () => msg('この保証契約は取り消されています。'),
  released: () => msg('この保証証書は、発注者から返還されています。'),
};
const stateKinds: Record<ContractState, 'success' | 'warning' | 'error'> = {
  'in-force': 'success',
  expired: 'warning',
  cancelled: 'error',
  released: 'warning',
};
/** How the state of a contract is coloured where it is a badge; the words say it too. */
export const badgeKinds: Record<ContractState, 'good' | 'warning' | 'bad'> = {
  'in-force': 'good',
  expired: 'warning',
  cancelled: 'bad',
  released: 'warning',
};

/** What was checked, when and by whom, and where the contract stands: the register's own answer, nothing of ours. */
export function checkedState(check: RegisterCheck, checkedBy: string | undefined): TemplateResult {
  const {state} = check;
  const newest = check.certificates.at(-1);
  return html`<div class="notice" data-kind=${stateKinds[state]} data-state=${state} part="state">
    <p class="state-line">
      <span class="badge" data-kind=${badgeKinds[state]}>${contractStateName(state)}</span>
      <strong>${stateSentences[state]()}</strong>
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

/** 電子保証情報（履歴情報）: the revisions, newest first, one of them shown. */
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

/** Says that an older revision is shown, so that nobody takes it for what is in force. */
export const olderRevision = (shown: Certificate, newest: Certificate): TemplateResult | typeof nothing =>
  shown.revision === newest.revision
    ? nothing
    : html`<p class="notice" data-kind="warning" part="older">
        ${msg(
          str`これは「${revisionName(shown.revision)}」のときの内容です。いまの内容は「${revisionName(newest.revision)}」です。`,
        )}
      </p>`;

/** The obligee's own data beside the certificate's; agreement is said in words. */
export function comparisonTable(fields: readonly ComparedField[]): TemplateResult | typeof nothing {
  if (fields.length === 0) return nothing;
  const differing = fields.filter(field => !field.isSame).length;
  return html`<section part="comparison" class="comparison" data-kind=${differing ? 'different' : 'same'}>
    <h3 id="comparison-title">${msg('お手元の情報との照合')}</h3>
    <p>
      ${
        differing
          ? msg(str`${fields.length}項目のうち、${differing}項目が異なります。`)
          : msg(str`${fields.length}項目とも一致しています。`)
      }
    </p>
    <table class="ruled" aria-labelledby="comparison-title">
      <thead>
        <tr>
          <th scope="col">${msg('項目')}</th>
          <th scope="col">${msg('お手元の情報')}</th>
          <th scope="col">${msg('保証証書')}</th>
          <th scope="col">${msg('照合結果')}</th>
        </tr>
      </thead>
      <tbody>
        ${fields.map(
          ({label, expected, actual, isSame}) =>
            html`<tr ?data-different=${!isSame}>
              <th scope="row">${label}</th>
              <td data-label=${msg('お手元の情報')} translate="no">${expected}</td>
              <td data-label=${msg('保証証書')} translate="no">${actual || msg('記載なし')}</td>
              <td data-label=${msg('照合結果')}>
                <span class="badge" data-kind=${isSame ? 'good' : 'bad'}
                  >${isSame ? msg('一致') : msg('相違')}</span
                >
              </td>
            </tr>`,
        )}
      </tbody>
    </table>
  </section>`;
}
