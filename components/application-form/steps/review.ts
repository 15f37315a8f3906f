import {msg} from '@lit/localize';
import {html, nothing} from 'lit';
import {guaranteeKinds, isElectronic} from '../../../src/application/draft.js';
import type {SubmissionStatus} from '../../../src/application/submit.js';
import {formatDateTime} from '../../../src/domain/format.js';
import type {SuretyError} from '../../../src/errors.js';
import {errorText} from '../../../src/i18n/error-text.js';
import {labelled} from '../../../src/i18n/format.js';
import {applicationStateName} from '../../../src/i18n/terms.js';
import type {Application} from '../../../src/schemas/application.js';
import {waitText} from '../../kernel/states.js';
import {verdict, type Judged} from '../../ui/certificate-choice.js';
import type {FormStore} from '../form-store.js';
import {answerList} from './answers.js';
import {stepHeading} from './edit.js';

/** Id of the notice about a duplicate, which takes the focus. */
export const DUPLICATE_ID = 'twin';

const statusTexts: Record<SubmissionStatus, () => string> = {
  idle: () => '',
  sending: () => msg('送信しています'),
  uncertain: () => msg('受付状況を確認しています'),
};
/** Returns what the person reads while the application is being sent. */
export const statusText = (status: SubmissionStatus): string => statusTexts[status]();

/** Why the last attempt failed; everything typed is still there. */
const failureNotice = ({code, retryAfter}: SuretyError) =>
  html`<div class="notice" data-kind="error" part="error" role="alert">
    <p>${errorText(code)}</p>
    ${retryAfter ? html`<p>${labelled(msg('次にお試しいただけるまで'))}${waitText(retryAfter)}</p>` : nothing}
    <p class="detail">${msg('入力した内容は、この画面に残っています。')}</p>
    ${
      code === 'conflict'
        ? html`<button part="button" type="button" data-act="reload">${msg('最新の内容を読み込む')}</button>`
        : nothing
    }
  </div>`;

/** The same works were applied for before: nothing was sent, and the person says what was meant. */
const duplicateNotice = ({id, receiptNumber, submittedAt, state}: Application, isDisabled: boolean) =>
  html`<div class="notice" data-kind="warning" part="twin" id=${DUPLICATE_ID} tabindex="-1" role="alert">
    <p class="lead">${msg('まだ送信していません。同じ工事の同じ保証の申込みを、すでに受け付けています。')}</p>
    <p>
      ${labelled(msg('受付番号'))}<span class="code" translate="no">${receiptNumber}</span
      >・${labelled(msg('受付日時'))}${formatDateTime(submittedAt)}・${applicationStateName(state)}
    </p>
    <p>${msg('別のタブや別の担当者が送信していないか、確かめてください。')}</p>
    <p class="choices">
      <button part="button" type="button" data-open=${id}>${msg('受け付けた申込みを見る')}</button>
      <button part="button" type="button" data-act="send-anyway" ?disabled=${isDisabled}>
        ${msg('別の申込みとして送信する')}
      </button>
    </p>
  </div>`;

/** 「申込確認」: everything once more, each with a way to change it, and verdicts that are not a plain yes. */
export function reviewStep(store: FormStore, judgedOf: (kind: (typeof guaranteeKinds)[number]) => Judged) {
  const {isDisabled, submission} = store.state;
  const {status, error, duplicate} = submission;
  const isBusy = status !== 'idle';
  const mayRepeat = error && error.code !== 'rejected' && error.code !== 'conflict';
  const doubts = guaranteeKinds
    .filter(kind => isElectronic(store.draft, kind))
    .map(judgedOf)
    .filter(({eligibility}) => eligibility?.verdict !== 'accepted');
  return html`${stepHeading('check')}
    <p>
      ${msg('内容を確かめて、よろしければ「この内容で申し込む」を押してください。まだ送信されていません。')}
    </p>
    ${doubts.map(verdict)} ${answerList(store, false)}
    <div class="sending" aria-hidden=${isBusy ? nothing : 'true'}>
      ${isBusy ? html`<span class="loading-mark" aria-hidden="true"></span>${statusText(status)}` : nothing}
    </div>
    ${error && !isBusy ? failureNotice(error) : nothing}
    ${duplicate && !isBusy ? duplicateNotice(duplicate, isDisabled) : nothing}
    <div class="actions">
      <button
        part="button"
        type="button"
        class="primary"
        data-act="send"
        ?disabled=${isDisabled}
        aria-disabled=${isBusy ? 'true' : nothing}
      >
        ${mayRepeat ? msg('もう一度送信する') : msg('この内容で申し込む')}
      </button>
      <button part="button" type="button" data-act="back">${msg('入力に戻る')}</button>
    </div>`;
}
