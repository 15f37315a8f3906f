import {msg} from '@lit/localize';
import {html} from 'lit';
import type {Application} from '../../src/schemas/application.js';

/** What the form is about, below 「保証申込」. */
export function formTitle(application: Application | undefined): string {
  if (!application) return msg('申込の作成(新規)');
  return application.state === 'returned' ? msg('申込の修正(差戻し)') : msg('申込の内容');
}

/** The machine has no line; typing goes on. */
export const offlineNotice = () =>
  html`<p class="notice" data-kind="warning" role="status">
    ${msg('インターネットに接続していません。入力は続けられます。送信は、接続が戻ってから行ってください。')}
  </p>`;

/** What is typed is kept in this tab; whoever shares the machine has to know, and can end it. */
export const keptNotice = () =>
  html`<div class="notice kept no-print">
    <p>
      <strong>${msg('この端末に一時保存中')}</strong>
      ${msg('このタブを閉じるまで残ります。金融機関名は保存しません。')}
    </p>
    <button type="button" class="plain" data-act="delete-draft">${msg('一時保存を削除する')}</button>
  </div>`;
