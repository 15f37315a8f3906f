import {readOpeningHours, type OpeningHours} from './business-hours.js';
import {safeFileName} from './file-name.js';
import {GUARANTEE_NAMES} from './kinds.js';
import {fillTemplate, type SubmissionContract} from './submission-template.js';
import type {GuaranteeKind} from '../schemas/kinds.js';
import type {ObligeeRule, SubmissionChannel} from '../schemas/obligee-rule.js';

/** Where to hand in, and how. */
export interface SubmissionRecipient {
  /** `email`, `web_form`, `fax`, …, as the obligee's data names it. */
  channel: string;
  name: string;
  /** A mail address, where the page gives one. */
  address?: string;
}

/** One thing to do, in order. `src/i18n/submission-text.ts` has the words. */
export type SubmissionStep =
  | {code: 'check-certificate' | 'download-notice' | 'print-certificate'}
  | {code: 'ask-obligee'; obligee: string}
  | {
      code: 'send';
      recipient: SubmissionRecipient;
      /** One may do so instead of the step before. */
      isAlternative?: boolean;
      /** The page gives no mail address, nor says where to ask for it. */
      mustAskAddress?: boolean;
    }
  /** `note` is in the obligee's own words. */
  | {code: 'call'; note: string};

/** What is handed in. */
export interface SubmissionAttachment {
  kind: 'key-notice' | 'certificate-print';
  fileName: string;
}

/** Something to mind when handing in, by code, with what its sentence needs. */
export interface SubmissionWarningParams {
  'kind.notListed': {obligee: string; kind: GuaranteeKind; listed: readonly string[]};
  'channel.notStated': {obligee: string};
  /** `isRefused`: the obligee says that it does not take a print or PDF of the certificate. */
  'certificate.doNotSend': {isRefused: boolean};
  /** `label` is the obligee's name of what is to be written in its place. */
  blank: {label: string};
  /** In the obligee's own words. */
  note: {note: string};
}

/** Something to mind when handing in. */
export type SubmissionWarning = {
  [Code in keyof SubmissionWarningParams]: {code: Code; params: SubmissionWarningParams[Code]};
}[keyof SubmissionWarningParams];

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

/** The channels for this kind; 中間前払金 goes the way of 前払金 where the page does not part them. */
export function channelsFor({channels}: ObligeeRule, kind: GuaranteeKind): SubmissionChannel[] {
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
  const notice = {kind: 'key-notice', fileName} as const;
  if (!rule.certificate_pdf_or_print_accepted) return [notice];
  const print = toFileName(`保証証書_${GUARANTEE_NAMES[contract.kind]}_${contract.number}`);
  return [notice, {kind: 'certificate-print', fileName: print}];
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

const sendingStep = (recipient: SubmissionRecipient, index: number): SubmissionStep => ({
  code: 'send',
  recipient,
  ...(mustAskAddress(recipient) && {mustAskAddress: true}),
  ...(index > 0 && {isAlternative: true}),
});

function stepsOf(rule: ObligeeRule, recipients: SubmissionRecipient[]): SubmissionStep[] {
  const note = callNote(rule);
  return [
    {code: 'check-certificate'},
    {code: 'download-notice'},
    ...(rule.certificate_pdf_or_print_accepted ? [{code: 'print-certificate' as const}] : []),
    ...recipients.map(sendingStep),
    ...(recipients.length ? [] : [{code: 'ask-obligee' as const, obligee: rule.obligee}]),
    ...(note ? [{code: 'call' as const, note}] : []),
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
  const {obligee, guarantee_kinds: listed, certificate_pdf_or_print_accepted: isPrintAccepted} = rule;
  return [
    ...(listed && !listed.includes(GUARANTEE_NAMES[kind])
      ? [{code: 'kind.notListed' as const, params: {obligee, kind, listed}}]
      : []),
    ...(hasChannels ? [] : [{code: 'channel.notStated' as const, params: {obligee}}]),
    ...(isPrintAccepted
      ? []
      : [{code: 'certificate.doNotSend' as const, params: {isRefused: isPrintAccepted === false}}]),
    ...[...new Set(missing)].map(label => ({code: 'blank' as const, params: {label}})),
    ...rule.notes.filter(note => isAbout(note, kind)).map(note => ({code: 'note' as const, params: {note}})),
  ];
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
