import {readOpeningHours, type OpeningHours} from './business-hours.js';
import {safeFileName} from './file-name.js';
import {GUARANTEE_NAMES} from './kinds.js';
import {fillTemplate} from './submission-template.js';
import type {GuaranteeKind} from '../schemas/kinds.js';
import type {ObligeeRule, SubmissionChannel} from '../schemas/obligee-rule.js';

/** What of a guarantee and its works goes into the letter to the obligee. The key is none of it: it is in the notice. */
export interface SubmissionContract {
  kind: GuaranteeKind;
  /** 保証契約番号 */
  number: string;
  worksName: string;
  contractorName: string;
  /** 工事番号, where the contractor knows it. */
  worksNumber?: string | null;
  /** 案件番号 of the procurement, where it is another number. */
  procurementNumber?: string | null;
  contactName?: string | null;
  contactPhone?: string | null;
}

/** Where to hand in, and how. */
export interface SubmissionRecipient {
  /** `email`, `web_form`, `fax`, …, as the obligee's data names it. */
  channel: string;
  /** 「メール」, 「オンライン申請フォーム」 … */
  channelName: string;
  name: string;
  /** A mail address, where the page gives one. */
  address?: string;
}

/** One thing to do, in order; the facts that its words hold, for who writes them in another language. */
export interface SubmissionStep {
  code: 'check-certificate' | 'download-notice' | 'print-certificate' | 'ask-obligee' | 'send' | 'call';
  text: string;
  /** Of `send`. */
  recipient?: SubmissionRecipient;
  /** Of `send`: one may do so instead of the step before. */
  isAlternative?: boolean;
  /** Of `send`: the page gives no mail address, nor says where to ask for it. */
  mustAskAddress?: boolean;
  /** Of `ask-obligee`. */
  obligee?: string;
  /** Of `call`: the obligee's own words. */
  note?: string;
}

/** What is handed in. */
export interface SubmissionAttachment {
  kind: 'key-notice' | 'certificate-print';
  label: string;
  fileName: string;
}

/** Something to mind when handing in. */
export interface SubmissionWarning {
  code: string;
  text: string;
  /** Of `blank`: what is to be written. */
  label?: string;
}

/** A call to be made once it is handed in, as the obligee asks for it. */
export interface SubmissionCall {
  /** The obligee's own words. */
  note: string;
  phone?: string;
  hours?: OpeningHours;
}

/** How one guarantee is handed in to one obligee. */
export interface SubmissionPlan {
  steps: SubmissionStep[];
  recipients: SubmissionRecipient[];
  subject: string;
  body: string;
  fileName: string;
  attachments: SubmissionAttachment[];
  warnings: SubmissionWarning[];
  /** Left out where the obligee asks for none. */
  call?: SubmissionCall;
}

const CHANNEL_NAMES: Record<string, string> = {
  email: 'メール',
  web_form: 'オンライン申請フォーム',
  e_contract: '電子契約システム',
  e_contract_system: '電子契約システム',
  fax: 'ファクス',
  bring: '持参',
  bring_print: '印刷して持参',
  bring_or_mail_print: '印刷して持参または郵送',
  attach_to_invoice: '前払金請求書に添付',
};

const SENDING: Record<string, string> = {
  fax: 'お知らせを印刷し、ファクスで送ります。',
  bring: '持参します。',
  bring_print: 'お知らせを印刷して持参します。',
  bring_or_mail_print: 'お知らせを印刷し、持参または郵送します。',
  attach_to_invoice: 'お知らせを前払金請求書に添付します。',
};

/** The channels for this kind; 中間前払金 goes the way of 前払金 where the page does not part them. */
function channelsFor({channels}: ObligeeRule, kind: GuaranteeKind): SubmissionChannel[] {
  const of = (name: string) =>
    channels.filter(channel => !channel.for || channel.for.some(item => item === name));
  const own = of(GUARANTEE_NAMES[kind]);
  return own.length || kind !== 'interim-payment' ? own : of(GUARANTEE_NAMES['advance-payment']);
}

/** Without the address, and without a pointer into the obligee's page, which the reader does not see. */
function toRecipient({kind, to}: SubmissionChannel, obligee: string): SubmissionRecipient {
  const address = /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}/.exec(to ?? '')?.[0];
  const name = (to ?? '')
    .replace(address ?? '', '')
    .replace(/[(（]ページ[^()（）]*[)）]|^ページ.*$/, '')
    .trim()
    .replace(/^[(（]([^()（）]+)[)）]$/, '$1');
  return {
    channel: kind,
    channelName: CHANNEL_NAMES[kind] ?? kind,
    name: name || obligee,
    ...(address && {address}),
  };
}

const toFileName = (text: string): string => `${safeFileName(text.replace(/\.pdf$/i, ''), 80)}.pdf`;

function writeBody(
  contract: SubmissionContract,
  recipient: SubmissionRecipient | undefined,
  obligee: string,
  wanted: string,
): string {
  const {contactName, contactPhone, contractorName, worksName, worksNumber, number, kind} = contract;
  const section = /^[^\s(（]{0,20}?(?:課|係|室|部(?!署)|局)/.exec(recipient?.name ?? '')?.[0];
  const addressee = section ? `${obligee} ${section} 御中` : `${obligee} ご担当者様`;
  const wantsContact = /担当者|連絡先/.test(wanted);
  const contact = (label: string, value: string | null | undefined) =>
    value || wantsContact ? [`${label}：${value || `〔${label}〕`}`] : [];
  return [
    addressee,
    '',
    `${contractorName}です。`,
    `${GUARANTEE_NAMES[kind]}の電子保証について、「認証キー」のお知らせを提出します。`,
    'ご確認をお願いします。',
    '',
    `工事（業務）名：${worksName}`,
    ...(worksNumber ? [`工事番号：${worksNumber}`] : []),
    `保証の種類：${GUARANTEE_NAMES[kind]}`,
    `保証契約番号：${number}`,
    `受注者名：${contractorName}`,
    ...contact('担当者の氏名', contactName),
    ...contact('連絡先', contactPhone),
  ].join('\n');
}

function attachmentsOf(
  rule: ObligeeRule,
  contract: SubmissionContract,
  fileName: string,
): SubmissionAttachment[] {
  const notice = {kind: 'key-notice', label: '「認証キー」のお知らせ（PDF）', fileName} as const;
  if (!rule.certificate_pdf_or_print_accepted) return [notice];
  const print = toFileName(`保証証書_${GUARANTEE_NAMES[contract.kind]}_${contract.number}`);
  return [notice, {kind: 'certificate-print', label: '保証証書の画面を印刷したもの', fileName: print}];
}

/** The notes that ask for a call once the mail is out. */
const callNote = ({notes}: ObligeeRule): string | undefined =>
  notes.find(note => /電話/.test(note) && /到達|着信|受信/.test(note));

/** The call with the number and hours of the channel it belongs to, where the obligee's data has them. */
function callOf(rule: ObligeeRule, channels: SubmissionChannel[]): SubmissionCall | undefined {
  const note = callNote(rule);
  if (!note) return undefined;
  const {phone, hours: words} = channels.find(channel => channel.phone) ?? {};
  const hours = words ? readOpeningHours(words) : undefined;
  return {note, ...(phone && {phone}), ...(hours && {hours})};
}

/** Whether the page gives no mail address, nor says where to ask for it. */
const mustAskAddress = ({channel, address, name}: SubmissionRecipient): boolean =>
  channel === 'email' && !address && !/確認|指定/.test(name);

function sendingStep(recipient: SubmissionRecipient): SubmissionStep {
  const {channel, channelName, name, address} = recipient;
  const how = SENDING[channel] ?? `${channelName}で提出します。`;
  const mustAsk = mustAskAddress(recipient);
  const ask = mustAsk ? '宛先のメールアドレスは、発注者の案内か担当者に確認します。' : '';
  return {
    code: 'send',
    text: `${name}${address ? `（${address}）` : ''}：${how}${ask}`,
    recipient,
    ...(mustAsk && {mustAskAddress: true}),
  };
}

function stepsOf(rule: ObligeeRule, recipients: SubmissionRecipient[]): SubmissionStep[] {
  const [first, ...others] = recipients;
  const sending: SubmissionStep[] = first
    ? [
        sendingStep(first),
        ...others.map(other => ({
          ...sendingStep(other),
          text: `または、${sendingStep(other).text}`,
          isAlternative: true,
        })),
      ]
    : [
        {
          code: 'ask-obligee',
          text: `${rule.obligee}に、提出先と提出方法を確認します。`,
          obligee: rule.obligee,
        },
      ];
  const call = callNote(rule);
  return [
    {code: 'check-certificate', text: '保証証書の内容が契約と合っていることを確認します。'},
    {code: 'download-notice', text: '「認証キー」のお知らせをダウンロードします。'},
    ...(rule.certificate_pdf_or_print_accepted
      ? [{code: 'print-certificate' as const, text: '保証証書の画面を印刷します。'}]
      : []),
    ...sending,
    ...(call
      ? [{code: 'call' as const, text: `提出先に電話し、届いたことを確認します。（${call}）`, note: call}]
      : []),
  ];
}

/** What else goes with it: an application or an invoice; those of the advance payment do not concern 契約保証. */
const isAbout = (note: string, kind: GuaranteeKind): boolean =>
  /請求書|請求時|申請書/.test(note) &&
  (kind !== 'performance' || !/前払/.test(note) || /契約保証/.test(note));

/** Everything to mind; what is missing are the blanks of subject, file name and body. */
function warningsOf(
  rule: ObligeeRule,
  kind: GuaranteeKind,
  {hasChannels, missing}: {hasChannels: boolean; missing: string[]},
): SubmissionWarning[] {
  const warnings: SubmissionWarning[] = [];
  const warn = (code: string, text: string, more: {label?: string} = {}) =>
    warnings.push({code, text, ...more});
  const name = GUARANTEE_NAMES[kind];
  if (rule.guarantee_kinds && !rule.guarantee_kinds.includes(name)) {
    const taken = rule.guarantee_kinds.join('・');
    warn(
      'kind.notListed',
      `${rule.obligee}の案内にある電子保証は${taken}です。${name}を電子保証で提出できるか、先に確認してください。`,
    );
  }
  if (!hasChannels)
    warn('channel.notStated', `${rule.obligee}の案内に、この保証の提出先が書かれていません。`);
  if (!rule.certificate_pdf_or_print_accepted) {
    const refusal =
      rule.certificate_pdf_or_print_accepted === false ? '受け付けられません' : '提出書類ではありません';
    warn(
      'certificate.doNotSend',
      `保証証書の画面の印刷やPDFは${refusal}。「認証キー」のお知らせを提出してください。`,
    );
  }
  for (const label of new Set(missing)) warn('blank', `〔${label}〕を書き入れてください。`, {label});
  for (const note of rule.notes) if (isAbout(note, kind)) warn('note', note);
  return warnings;
}

/** Plans how a guarantee is handed in, the way this obligee wants it; what it does not prescribe is filled with good custom. */
export function planSubmission(rule: ObligeeRule, contract: SubmissionContract): SubmissionPlan {
  const channels = channelsFor(rule, contract.kind);
  const recipients = channels.map(channel => toRecipient(channel, rule.obligee));
  const prescribed = channels.find(({subject}) => subject)?.subject;
  const subject = fillTemplate(prescribed ?? '【電子保証】保証の種類 保証契約番号 案件名 受注者名', contract);
  const named = channels.find(({file_name: name}) => name)?.file_name;
  const file = fillTemplate(named ?? '認証キーのお知らせ_保証の種類_保証契約番号', contract);
  const fileName = toFileName(file.text);
  const body = writeBody(
    contract,
    recipients[0],
    rule.obligee,
    channels.find(channel => channel.body)?.body ?? '',
  );
  const call = callOf(rule, channels);
  const blanks = [...body.matchAll(/^.*：〔(.*)〕$/gm)].map(([, label = '']) => label);
  return {
    steps: stepsOf(rule, recipients),
    recipients,
    subject: subject.text.trim(),
    body,
    fileName,
    attachments: attachmentsOf(rule, contract, fileName),
    warnings: warningsOf(rule, contract.kind, {
      hasChannels: channels.length > 0,
      missing: [...subject.missing, ...file.missing, ...blanks],
    }),
    ...(call && {call}),
  };
}
