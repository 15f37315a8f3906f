import {msg, str} from '@lit/localize';
import {html, nothing, type TemplateResult} from 'lit';
import {formatDateTime} from '../../../src/domain/format.js';
import {labelled} from '../../../src/i18n/format.js';
import type {Application} from '../../../src/schemas/application.js';
import type {Branch} from '../../../src/schemas/surety.js';
import type {FormStore} from '../form-store.js';
import {answerList} from './answers.js';
import {stepHeading} from './edit.js';

/** Whom to ask about an application. */
export const branchContact = ({name, phone, hours, email}: Branch): TemplateResult =>
  html`<p class="branch">
    <strong>${name}</strong><br />
    ${labelled(msg('電話番号'))}<span class="code">${phone}</span>（${hours}）${
      email
        ? html`<br />${labelled(msg('メールアドレス'))}<a href=${`mailto:${email}`}>${email}</a>`
        : nothing
    }
  </p>`;

/** The receipt, what happens next, and whom to ask. */
export function receipt(
  {receiptNumber, updatedAt, content}: Application,
  branch: Branch | undefined,
): TemplateResult {
  const {wanted, email} = content.issueNotification;
  return html`<div class="receipt" part="receipt">
      <p class="lead">${msg('保証申込を受け付けました。')}</p>
      <dl>
        <div>
          <dt>${msg('受付番号')}</dt>
          <dd class="code" translate="no">${receiptNumber}</dd>
        </div>
        <div>
          <dt>${msg('受付日時')}</dt>
          <dd>${formatDateTime(updatedAt)}</dd>
        </div>
      </dl>
    </div>
    <section class="next">
      <h4>${msg('これからの流れ')}</h4>
      <ol>
        <li>
          ${msg(str`${branch?.name ?? msg('申込先の支店')}で申込みの内容を確認します。お尋ねすることがあれば、連絡先にご連絡します。`)}
        </li>
        <li>${msg('保証料のお支払いなどの手続きが済むと、保証証書を発行します。')}</li>
        <li>
          ${
            wanted && email
              ? msg(str`電子保証の発行が終わると、${email}にメールでお知らせします。`)
              : msg('発行の結果は、保証契約一覧でご確認いただけます。')
          }
        </li>
      </ol>
    </section>
    ${
      branch
        ? html`<section class="ask">
            <h4>${msg('お問い合わせ先')}</h4>
            ${branchContact(branch)}
          </section>`
        : nothing
    }`;
}

/** 「送信完了」: the receipt, ways to keep a copy, and everything that was sent. */
export const receiptStep = (
  store: FormStore,
  application: Application,
  branch: Branch | undefined,
  copyActions: (other: TemplateResult) => unknown,
): TemplateResult =>
  html`${stepHeading('done')} ${receipt(application, branch)}
    ${copyActions(
      html`<button part="button" type="button" class="plain" data-act="new">
        ${msg('別の申込みを作成する')}
      </button>`,
    )}
    <p class="hint">${msg('受け付けた申込みは、「以前の申込みを見る・写す」からいつでも確認できます。')}</p>
    ${answerList(store, true)}`;
