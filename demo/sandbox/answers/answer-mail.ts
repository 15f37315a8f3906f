import {formatDate} from '../../../src/domain/format.js';
import type {Answer} from '../../../src/schemas/answer.js';
import {requireApplication} from '../applications/view.js';
import type {ContractRow} from '../contracts/store.js';
import {footer, newMail} from '../mails/mail.js';
import type {Call} from '../platform/call.js';
import {toMoment} from '../platform/clock.js';

/** What an obligee did with a certificate. */
export type ObligeeAct = Answer['outcome'] | 'withdrawn' | 'released' | 'release-withdrawn';

interface Wording {
  subject: string;
  lead: string;
  next: string;
}

const wordings: Record<ObligeeAct, Wording> = {
  accepted: {
    subject: '発注者様が保証証書を受領されました',
    lead: '下記の保証証書を、発注者様が受領されました。',
    next: 'お客様のお手続きは、ありません。',
  },
  returned: {
    subject: '発注者様から保証証書が差し戻されました',
    lead: '下記の保証証書が、発注者様から差し戻されました。',
    next: '理由をご確認のうえ、内容の訂正が必要なときは、下記までご連絡ください。',
  },
  withdrawn: {
    subject: '発注者様が回答を取り消されました',
    lead: '先ほどお知らせした下記の保証証書への回答を、発注者様が取り消されました。',
    next: 'あらためて回答がありましたら、お知らせいたします。',
  },
  released: {
    subject: '保証証書が返還されました',
    lead: '下記の保証証書が、発注者様から返還されました。',
    next: 'お客様のお手続きは、ありません。',
  },
  'release-withdrawn': {
    subject: '保証証書の返還が取り消されました',
    lead: '先ほどお知らせした下記の保証証書の返還を、発注者様が取り消されました。',
    next: 'お客様のお手続きは、ありません。',
  },
};

/** Tells the contractor what its obligee did, where mails about the application go. Never holds a key. */
export async function mailContractor(
  {tx, services, now}: Pick<Call, 'tx' | 'services' | 'now'>,
  row: ContractRow,
  act: ObligeeAct,
): Promise<void> {
  const {content} = await requireApplication(tx, row.applicationId);
  const account = services.accounts.find(({id}) => id === row.contractorId);
  const to = content.issueNotification.email || account?.email;
  if (!to) return;
  const {subject} = wordings[act];
  const mail = {to, subject, text: textOf(row, act), sentAt: toMoment(now), contractorId: row.contractorId};
  await tx.insertMail(newMail(mail, services.mailConfigured));
}

function textOf({number, revision, terms, answer, releasedOn}: ContractRow, act: ObligeeAct): string {
  const {lead, next} = wordings[act];
  const {contractor, works, obligeeName, productName, surety, branch} = terms;
  return [
    `${contractor.name} 様`,
    '',
    'いつも格別のお引き立てを賜り、厚くお礼申し上げます。',
    lead,
    '',
    `工事名　　${works.name}`,
    `発注者名　${obligeeName}`,
    `${productName}　保証契約番号 ${number}${revision > 0 ? `（変更${revision}）` : ''}`,
    ...(act === 'returned' && answer?.reason ? ['', '■ 差戻しの理由', answer.reason] : []),
    ...(act === 'released' && releasedOn ? [`返還日　　${formatDate(releasedOn)}`] : []),
    '',
    next,
    ...footer(surety, branch),
  ].join('\n');
}
