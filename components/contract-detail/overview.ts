import {msg, str} from '@lit/localize';
import {html, nothing, type TemplateResult} from 'lit';
import {newestAnswer} from '../../src/domain/contract-to-do.js';
import {formatDateTime, formatYenKanji} from '../../src/domain/format.js';
import {dayText, gregorianText, yenText, inBrackets, labelled} from '../../src/i18n/format.js';
import {publishedGuaranteeName} from '../../src/i18n/published-terms.js';
import {contractStateName, revisionName} from '../../src/i18n/terms.js';
import type {Contract, ContractState} from '../../src/schemas/contract.js';

const badgeKinds: Record<ContractState, string> = {
  'in-force': 'good',
  expired: 'warning',
  cancelled: 'bad',
  released: '',
};
const noticeKinds: Record<ContractState, string> = {
  'in-force': 'success',
  expired: 'warning',
  cancelled: 'error',
  released: 'success',
};

/** The state of the contract, until when it is in force, and what is to be done next. */
export function renderStanding(contract: Contract): TemplateResult {
  const {state, revision, validUntil} = contract;
  return html`<div class="notice standing" part="standing" data-kind=${noticeKinds[state]}>
    <p class="standing-line">
      <span class="badge" data-kind=${badgeKinds[state]}>${contractStateName(state)}</span>
      ${revision > 0 ? html`<span class="badge" data-kind="warning">${revisionName(revision)}</span>` : nothing}
      ${
        validUntil
          ? html`<span
              >${labelled(msg('保証期限'))}<time datetime=${validUntil}>${dayText(validUntil)}</time></span
            >`
          : nothing
      }
    </p>
    <p>${nextStep(contract)}</p>
  </div>`;
}

function nextStep(contract: Contract): string {
  const {state, certificateForm, obligeeName, revision, validUntil} = contract;
  if (state === 'cancelled') return msg('この保証契約は取り消されました。発注者への提出は必要ありません。');
  if (state === 'released')
    return msg(str`${obligeeName}から返還されました。お手続きは、すべて終わっています。`);
  if (state === 'expired') {
    return msg(
      str`保証期限（${validUntil ? gregorianText(validUntil) : ''}）を過ぎています。提出の必要はありません。`,
    );
  }
  const answer = newestAnswer(contract)?.outcome;
  if (answer === 'accepted') return msg(str`${obligeeName}が受領しました。お客様のお手続きは済んでいます。`);
  if (answer === 'returned') return msg(str`${obligeeName}から差し戻されました。理由を確認してください。`);
  if (certificateForm === 'paper') {
    return msg(
      str`この保証は証書(紙)で発行されています。認証キーはありません。保証証書の原本を${obligeeName}に提出してください。`,
    );
  }
  if (revision > 0) {
    return msg(
      str`${revisionName(revision)}の保証証書が発行されています。認証キーは変わりません。内容を確認し、変更があったことを${obligeeName}に伝えてください。`,
    );
  }
  return msg(str`保証証書の内容を確認し、「認証キー」のお知らせ（PDF）を${obligeeName}に提出してください。`);
}

const none = () =>
  html`<span aria-hidden="true">－</span><span class="visually-hidden">${msg('なし')}</span>`;

const amount = (value: number) =>
  html`<span class="amount">${yenText(value)}</span>
    <span class="hint">${inBrackets(formatYenKanji(value))}</span>`;

/** The facts in the order and with the labels of 電子保証概要. */
export function renderFacts(contract: Contract): TemplateResult {
  const rows: [string, unknown][] = [
    [msg('保証契約番号'), html`<span class="code">${contract.number}</span>`],
    [msg('請負契約者'), `${contract.contractorName} 様`],
    [msg('JV名'), contract.jointVentureName || none()],
    [msg('工事名'), contract.worksName],
    [msg('発注者名'), contract.obligeeName],
    [msg('請負金額'), amount(contract.worksPrice)],
    [msg('保証金額'), amount(contract.guaranteeAmount)],
    [msg('商品名'), publishedGuaranteeName(contract.productName)],
    [msg('預託金融機関'), contract.depositBankName || none()],
  ];
  return html`<dl class="facts" part="facts">
    ${rows.map(
      ([label, value]) =>
        html`<div>
          <dt>${label}</dt>
          <dd translate="no">${value}</dd>
        </div>`,
    )}
  </dl>`;
}

/** 電子保証情報（履歴情報）: the revisions on the register, and when the key was shown. */
export function renderHistory(
  {revisions, keyViews}: Contract,
  open: (revision: number) => void,
): TemplateResult {
  return html`<section class="history" part="history" aria-labelledby="history-heading">
    <h3 id="history-heading">${msg('電子保証情報（履歴情報）')}</h3>
    <p class="hint">${msg('※訂正、変更取消された履歴は表示されません。')}</p>
    <p class="hint">
      ${msg('電子保証発行日時とは、発注者が保証証書を確認するシステム（ブラウザフォーム）に保証証書が到着した日時のことです。')}
    </p>
    <table class="ruled">
      <caption class="visually-hidden">
        ${msg('電子保証情報（履歴情報）')}
      </caption>
      <thead>
        <tr>
          <th scope="col">${msg('No.')}</th>
          <th scope="col">${msg('電子保証発行日時')}</th>
          <th scope="col">${msg('対象')}</th>
          <th scope="col">${msg('電子保証')}</th>
        </tr>
      </thead>
      <tbody>
        ${revisions.map(({revision, arrivedAt}, index) => renderRevision(revision, arrivedAt, index, open))}
      </tbody>
    </table>
    ${renderViews(keyViews)}
  </section>`;
}

const renderRevision = (
  revision: number,
  arrivedAt: string,
  index: number,
  open: (revision: number) => void,
) =>
  html`<tr>
    <td>${index + 1}</td>
    <td><time class="amount" datetime=${arrivedAt}>${formatDateTime(arrivedAt)}</time></td>
    <th scope="row">${revisionName(revision)}</th>
    <td>
      <button part="button" type="button" @click=${() => open(revision)}>
        <span>${msg('選択')}<span class="visually-hidden">${inBrackets(revisionName(revision))}</span></span>
      </button>
    </td>
  </tr>`;

const viewPurposes: Record<Contract['keyViews'][number]['purpose'], () => string> = {
  shown: () => msg('画面で表示'),
  notice: () => msg('お知らせを作成'),
};

const renderViews = (keyViews: Contract['keyViews']) =>
  keyViews.length
    ? html`<details class="no-print">
        <summary>${msg('認証キーを表示した記録')}</summary>
        <ol class="details-body views">
          ${keyViews.map(
            ({viewedAt, purpose}) =>
              html`<li>
                <time class="amount" datetime=${viewedAt}>${formatDateTime(viewedAt)}</time>
                ${viewPurposes[purpose]()}
              </li>`,
          )}
        </ol>
      </details>`
    : nothing;
