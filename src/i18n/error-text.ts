import {msg} from '@lit/localize';
import type {ErrorCode} from '../errors.js';

/** The sentence a person reads for a code: what happened, and what to do about it. */
const sentences: Record<ErrorCode, () => string> = {
  config: () => msg('この部品の設定が足りません。ページの管理者にお知らせください。'),
  network: () => msg('通信できませんでした。インターネットの接続を確認して、もう一度お試しください。'),
  timeout: () => msg('時間内に応答がありませんでした。少し待ってから、もう一度お試しください。'),
  'unknown-outcome': () =>
    msg(
      '送信できたかどうかを確認できませんでした。入力内容は残っています。「もう一度送信する」を押しても、二重に申し込まれることはありません。',
    ),
  unauthorized: () => msg('ログインの有効時間が過ぎました。ログインし直してから、もう一度お試しください。'),
  forbidden: () => msg('この操作をする権限がありません。ログインしている会社・部署をご確認ください。'),
  'not-found': () => msg('該当する保証が見つかりません。番号をご確認ください。'),
  conflict: () => msg('ほかの画面で内容が変わりました。新しい内容を読み込んでから、もう一度お試しください。'),
  rejected: () => msg('入力内容に問題があります。示された項目を直してください。'),
  'rate-limited': () =>
    msg('続けてお試しいただける回数を超えました。しばらく待ってから、もう一度お試しください。'),
  unavailable: () => msg('ただいまサービスを利用できません。しばらく待ってから、もう一度お試しください。'),
  'bad-response': () =>
    msg('サービスからの応答を読み取れませんでした。しばらく待っても直らないときは、お問い合わせください。'),
  'api-version': () =>
    msg('このページの部品が古いため、サービスを利用できません。ページの管理者にお知らせください。'),
  'asset-load': () =>
    msg(
      '必要なファイルを読み込めませんでした。接続を確認して、もう一度お試しください。直らないときは、ページを再読み込みしてください。',
    ),
  aborted: () => msg('中止しました。'),
};

/** The sentence for an error code. */
export const errorText = (code: ErrorCode): string => sentences[code]();
