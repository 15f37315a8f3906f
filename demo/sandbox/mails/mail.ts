import type {Branch, Surety} from '../../../src/schemas/surety.js';
import type {ContractRow} from '../contracts/store.js';
import {mailSender} from '../data/surety.js';
import type {MailRow} from './store.js';

/** A mail on its way out. */
export interface OutgoingMail {
  id: string;
  from: string;
  to: string;
  subject: string;
  text: string;
}

/** Sends mails; rejects on failure. */
export interface MailTransport {
  send(mail: OutgoingMail): Promise<void>;
  close?(): void | Promise<void>;
}

/** Subject of the mail after an issue, as the leaflet calls it. */
export const ISSUED_SUBJECT = '電子保証(認証キー)発行完了のお知らせ';

const steps = [
  '■ 認証キーの確認方法',
  '1. トップページの「保証契約一覧」を開きます。',
  '2. 「電子保証（認証キー）」タブを選びます。',
  '3. 該当する保証契約の「詳細」を押します。',
  '4. 保証契約の内容をご確認のうえ、「電子保証にかかる「認証キー」のお知らせ」（PDF）をダウンロードして、発注者様にご提出ください。',
  '',
  '※認証キーは、安全のため、このメールには記載しておりません。',
];

/** Whom to ask, below every mail. */
export const footer = (surety: Pick<Surety, 'name'>, branch: Branch): string[] => [
  '',
  'ご不明な点がございましたら、下記までお問い合わせください。',
  '──────────────────',
  surety.name,
  branch.name,
  `電話番号　${branch.phone}（${branch.hours}）`,
  ...(branch.email ? [`メールアドレス　${branch.email}`] : []),
  '──────────────────',
  '※このメールは送信専用のアドレスから自動でお送りしています。',
];

/** Returns the mail to a contractor after an issue or a change. Never holds a key. */
export function issuedMailText(contracts: readonly ContractRow[], surety: Surety): string {
  const [first] = contracts;
  if (!first) return '';
  const {contractor, works, obligeeName, branch} = first.terms;
  const lines = contracts.map(
    ({terms, number, revision}) =>
      `${terms.productName}　保証契約番号 ${number}${revision > 0 ? `（変更${revision}）` : ''}`,
  );
  return [
    `${contractor.name} 様`,
    '',
    'いつも格別のお引き立てを賜り、厚くお礼申し上げます。',
    'お申し込みいただきました電子保証につきまして、発行手続きが完了いたしましたので、お知らせいたします。',
    '',
    `工事名　　${works.name}`,
    `発注者名　${obligeeName}`,
    ...lines,
    '',
    ...steps,
    ...footer(surety, branch),
  ].join('\n');
}

/** Subject of the mail after an application was sent back. */
export const RETURNED_SUBJECT = '保証申込の差戻しのお知らせ';

/** Returns the mail to a contractor whose application was sent back. */
export function returnedMailText(
  {
    contractorName,
    receiptNumber,
    worksName,
    reason,
  }: Record<'contractorName' | 'receiptNumber' | 'worksName' | 'reason', string>,
  surety: Surety,
  branch: Branch,
): string {
  return [
    `${contractorName} 様`,
    '',
    'いつも格別のお引き立てを賜り、厚くお礼申し上げます。',
    'お送りいただきました保証申込につきまして、ご確認いただきたい点がございますので、差し戻しいたしました。',
    'お手数をおかけいたしますが、内容を修正のうえ、もう一度ご送信ください。',
    '',
    `受付番号　${receiptNumber}`,
    `工事名　　${worksName}`,
    '',
    '■ 差戻しの理由',
    reason,
    ...footer(surety, branch),
  ].join('\n');
}

/** A new row for the outbox. */
export function newMail(
  mail: Pick<MailRow, 'to' | 'subject' | 'text' | 'sentAt' | 'contractorId'>,
  configured: boolean,
): MailRow {
  const delivery = configured ? 'pending' : 'not-configured';
  return {...mail, id: crypto.randomUUID(), from: mailSender, delivery, attempts: 0, nextAttemptAt: 0};
}
