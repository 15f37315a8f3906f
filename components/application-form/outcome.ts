import {msg, str} from '@lit/localize';
import {html, nothing, type TemplateResult} from 'lit';
import {formatDateTime} from '../../src/domain/format.js';
import {errorText} from '../../src/i18n/error-text.js';
import {applicationStateName, guaranteeName} from '../../src/i18n/terms.js';
import type {SuretyError} from '../../src/errors.js';
import {labelled} from '../../src/i18n/format.js';
import type {Application} from '../../src/schemas/application.js';
import type {Branch} from '../../src/schemas/surety.js';
import {verdict} from '../ui/certificate-choice.js';
import {endPrintOut, printOut} from '../ui/print.js';
import {failure, waitText} from '../kernel/states.js';
import {paperStyles, printStyles} from './outcome.styles.js';
import {answerList} from './answers.js';
import {isElectronic} from './draft.js';
import {stepHeading, type StepName} from './frame.js';
import {judgedOf} from './judged.js';
import {guaranteeKinds} from './kinds.js';
import {sendingText, TWIN_ID} from './notices.js';
import {branchOf, parties, recordSheet} from './record-sheet.js';
import type {Sending} from './sending.js';
import type {WholeView} from './whole-view.js';

/** Why the last sending did not end well; everything typed is still there. */
const sendingFailure = ({code, retryAfter}: SuretyError) =>
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
const twinNotice = ({id, receiptNumber, submittedAt, state}: Application) =>
  html`<div class="notice" data-kind="warning" part="twin" id=${TWIN_ID} tabindex="-1" role="alert">
    <p class="lead">${msg('まだ送信していません。同じ工事の同じ保証の申込みを、すでに受け付けています。')}</p>
    <p>
      ${labelled(msg('受付番号'))}<span class="code" translate="no">${receiptNumber}</span
      >・${labelled(msg('受付日時'))}${formatDateTime(submittedAt)}・${applicationStateName(state)}
    </p>
    <p>${msg('別のタブや別の担当者が送信していないか、確かめてください。')}</p>
    <p class="choices">
      <button part="button" type="button" data-open=${id}>${msg('受け付けた申込みを見る')}</button>
      <button part="button" type="button" data-act="send-anyway">${msg('別の申込みとして送信する')}</button>
    </p>
  </div>`;

/** Verdicts that are not a plain yes, right before sending; never in the way. */
const doubts = ({model}: WholeView) =>
  guaranteeKinds
    .filter(kind => isElectronic(model.draft, kind))
    .map(kind => judgedOf(model, kind))
    .filter(({eligibility}) => eligibility?.verdict !== 'accepted')
    .map(verdict);

/** Whom to ask about an application. */
const branchContact = ({name, phone, hours, email}: Branch) =>
  html`<p class="branch">
    <strong>${name}</strong><br />
    ${labelled(msg('電話番号'))}<span class="code">${phone}</span>（${hours}）${
      email
        ? html`<br />${labelled(msg('メールアドレス'))}<a href=${`mailto:${email}`}>${email}</a>`
        : nothing
    }
  </p>`;

/** 「申込確認」: everything once more, each with a way to change it. */
export function checkStep(view: WholeView, {state, error, twin}: Sending) {
  const isBusy = state !== 'idle';
  const mayRepeat = error && error.code !== 'rejected' && error.code !== 'conflict';
  return html`${stepHeading('check')}
    <p>
      ${msg('内容を確かめて、よろしければ「この内容で申し込む」を押してください。まだ送信されていません。')}
    </p>
    ${doubts(view)} ${answerList(view, true)}
    <div class="sending" aria-hidden=${isBusy ? nothing : 'true'}>
      ${isBusy ? html`<span class="loading-mark" aria-hidden="true"></span>${sendingText(state)}` : nothing}
    </div>
    ${error && !isBusy ? sendingFailure(error) : nothing} ${twin && !isBusy ? twinNotice(twin) : nothing}
    <div class="actions">
      <button
        part="button"
        type="button"
        class="primary"
        data-act="send"
        aria-disabled=${isBusy ? 'true' : nothing}
      >
        ${mayRepeat ? msg('もう一度送信する') : msg('この内容で申し込む')}
      </button>
      <button part="button" type="button" data-act="back">${msg('入力に戻る')}</button>
    </div>`;
}

/** The copy for the person's own files: on paper, or as a file. */
function copyActions({recordFile}: WholeView, other?: TemplateResult) {
  const {isBusy, savedName, missing, error} = recordFile;
  return html`<div class="actions">
      <button
        part="button"
        type="button"
        class="primary"
        data-act="save"
        aria-disabled=${isBusy ? 'true' : nothing}
      >
        ${msg('控えを保存する（PDF）')}
      </button>
      <button part="button" type="button" data-act="print">${msg('印刷する')}</button>
      ${other ?? nothing}
    </div>
    ${
      isBusy
        ? html`<p class="sending no-print">
            <span class="loading-mark" aria-hidden="true"></span>${msg('控えを作成しています')}
          </p>`
        : nothing
    }
    ${error ? failure(error) : nothing}
    ${
      savedName
        ? html`<div class="notice no-print" data-kind="success" part="saved">
            <p>${msg(str`${savedName}を保存しました。`)}</p>
            ${
              missing.length
                ? html`<p class="detail">
                    ${msg(str`控えでは「${missing.join('」「')}」を「〓」などと表示しています。`)}
                  </p>`
                : nothing
            }
          </div>`
        : nothing
    }`;
}

/** The receipt, what happens next, and whom to ask. */
function receipt(view: WholeView, application: Application) {
  const {receiptNumber, updatedAt, content} = application;
  const branch = branchOf(view, application);
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

/** 「送信完了」: the receipt, and everything that was sent. */
export const doneStep = (view: WholeView, application: Application) =>
  html`${stepHeading('done')} ${receipt(view, application)}
    ${copyActions(
      view,
      html`<button part="button" type="button" class="plain" data-act="new">
        ${msg('別の申込みを作成する')}
      </button>`,
    )}
    <p class="hint">${msg('受け付けた申込みは、「以前の申込みを見る・写す」からいつでも確認できます。')}</p>
    ${answerList(view, false)}`;

/** How an application stands, and whom to ask. */
function standing(view: WholeView, application: Application) {
  const {receiptNumber, state, submittedAt, updatedAt, contracts, messageFromSurety} = application;
  const branch = branchOf(view, application);
  return html`<section class="record" part="record">
    <h3>${msg('申込みの状況')}</h3>
    <dl class="facts">
      <div>
        <dt>${msg('受付番号')}</dt>
        <dd class="code" translate="no">${receiptNumber}</dd>
      </div>
      <div>
        <dt>${msg('受付日時')}</dt>
        <dd>${formatDateTime(submittedAt)}</dd>
      </div>
      <div>
        <dt>${msg('更新日時')}</dt>
        <dd>${formatDateTime(updatedAt)}</dd>
      </div>
      <div>
        <dt>${msg('手続状況')}</dt>
        <dd>
          <span class="badge" data-kind=${state === 'issued' ? 'good' : nothing}
            >${applicationStateName(state)}</span
          >
        </dd>
      </div>
      ${contracts.map(
        ({kind, number}) =>
          html`<div>
            <dt>${msg(str`${guaranteeName(kind)}の保証契約番号`)}</dt>
            <dd class="code" translate="no">${number}</dd>
          </div>`,
      )}
      <div>
        <dt>${msg('弊社からお客様へのお知らせ')}</dt>
        <dd translate="no">${messageFromSurety ?? msg('お知らせはありません。')}</dd>
      </div>
    </dl>
    ${branch ? branchContact(branch) : nothing}
  </section>`;
}

/** An application that is with the surety or done: what became of it, and what it said. */
export const record = (view: WholeView, application: Application) =>
  html`${standing(view, application)} ${copyActions(view)} ${answerList(view, false)}`;

/** Prints the receipt or the record as a copy for the files, and nothing else of the page. */
export function print(owner: object, view: WholeView, application: Application, step: StepName): void {
  const {addressee, sender} = parties(view, application);
  const content = html`<div class="paper">
    <h2>${msg('保証申込の控え')}</h2>
    <p class="addressee" translate="no">${addressee}</p>
    <p class="sender" translate="no">${sender}</p>
    ${step === 'done' ? receipt(view, application) : standing(view, application)} ${answerList(view, false)}
  </div>`;
  printOut(owner, {content, styles: [...printStyles, paperStyles]});
}

/** Saves the same as a file. */
export const save = (view: WholeView, application: Application): Promise<void> =>
  view.recordFile.save(recordSheet(view, application));

/** The form leaves the page while something is being printed. */
export const endPrint = endPrintOut;
