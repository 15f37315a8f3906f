import {msg} from '@lit/localize';
import {html, nothing} from 'lit';
import {labelled} from '../../src/i18n/format.js';
import type {Application} from '../../src/schemas/application.js';
import type {SendingState} from './sending.js';
import type {Receipt, SessionDraft} from './session-draft.js';

/** Id of the notice about a twin, which takes the focus. */
export const TWIN_ID = 'twin';

/** The page was loaded anew after sending: it was received, and is not to be sent again. */
const receivedNotice = ({id, receiptNumber}: Receipt) =>
  html`<div class="notice no-print" data-kind="success" part="received">
    <p>
      ${msg('先ほどの申込みは受け付けています。')}${labelled(msg('受付番号'))}<span
        class="code"
        translate="no"
        >${receiptNumber}</span
      >
    </p>
    <button part="button" type="button" data-open=${id}>${msg('申込みの内容を見る')}</button>
  </div>`;

/** Another application was opened from the new one, which waits. */
export const backToNew = () =>
  html`<p class="no-print">
    <button part="button" type="button" class="plain" data-act="leave">${msg('作成中の申込みに戻る')}</button>
  </p>`;

/** What is typed is kept in this tab; whoever shares the machine has to know, and can end it. */
const keptNotice = () =>
  html`<div class="kept no-print">
    <p>
      <strong>${msg('この端末に一時保存中')}</strong>
      ${msg('このタブを閉じるまで残ります。金融機関名は保存しません。')}
    </p>
    <button part="button" type="button" class="plain" data-act="delete-draft">
      ${msg('一時保存を削除する')}
    </button>
  </div>`;

/** What this tab holds: what is being typed, or what was sent last. */
export function draftNotice({isKept, receipt}: SessionDraft, applicationId: string) {
  if (isKept) return keptNotice();
  return receipt && !applicationId ? receivedNotice(receipt) : nothing;
}

/** 差戻しの理由, before everything else. */
export const returnNotice = ({returnReason}: Application) =>
  html`<div class="notice" data-kind="warning" part="return-reason">
    <h4>${msg('差戻しの理由')}</h4>
    <p class="reason" translate="no">${returnReason ?? ''}</p>
    <p>${msg('内容を直して、もう一度送信してください。')}</p>
  </div>`;

const sendingTexts: Record<SendingState, () => string> = {
  idle: () => '',
  sending: () => msg('送信しています'),
  uncertain: () => msg('受付状況を確認しています'),
};
/** What the person reads while the application is on its way. */
export const sendingText = (state: SendingState): string => sendingTexts[state]();
