import type {
  SubmissionAttachment,
  SubmissionStep,
  SubmissionWarning,
  SubmissionWarningParams,
} from '../domain/submission-plan.js';
import {inBrackets, labelled, sentences, sideBySide} from './format.js';
import {msg, str} from './message.js';
import {publishedGuaranteeName} from './published-terms.js';
import {guaranteeName} from './terms.js';

type Step<Code extends SubmissionStep['code']> = Extract<SubmissionStep, {code: Code}>;

const eContract = () => msg('電子契約システムで提出します。');
const ways: Partial<Record<string, () => string>> = {
  email: () => msg('メールで提出します。'),
  web_form: () => msg('オンライン申請フォームで提出します。'),
  e_contract: eContract,
  e_contract_system: eContract,
  fax: () => msg('お知らせを印刷し、ファクスで送ります。'),
  bring: () => msg('持参します。'),
  bring_print: () => msg('お知らせを印刷して持参します。'),
  bring_or_mail_print: () => msg('お知らせを印刷し、持参または郵送します。'),
  attach_to_invoice: () => msg('お知らせを前払金請求書に添付します。'),
};

/** Where to and how; a way that has no words is named as the obligee's data does. */
function sendingText({recipient, isAlternative, mustAskAddress}: Step<'send'>): string {
  const {channel, name, address} = recipient;
  const place = `${name}${address ? inBrackets(address) : ''}`;
  const way = ways[channel]?.() ?? msg(str`${channel}で提出します。`);
  return sentences(
    `${labelled(isAlternative ? msg(str`または、${place}`) : place)}${way}`,
    ...(mustAskAddress ? [msg('宛先のメールアドレスは、発注者の案内か担当者に確認します。')] : []),
  );
}

const steps: {[Code in SubmissionStep['code']]: (step: Step<Code>) => string} = {
  'check-certificate': () => msg('保証証書の内容が契約と合っていることを確認します。'),
  'download-notice': () => msg('「認証キー」のお知らせをダウンロードします。'),
  'print-certificate': () => msg('保証証書の画面を印刷します。'),
  'ask-obligee': ({obligee}) => msg(str`${obligee}に、提出先と提出方法を確認します。`),
  send: sendingText,
  call: ({note}) => `${msg('提出先に電話し、届いたことを確認します。')}${inBrackets(note)}`,
};

/** Returns the sentence for one thing to do; names and notes stay as the obligee writes them. */
export const stepText = (step: SubmissionStep): string => steps[step.code](step as never); // a code and its own facts

const warnings: {
  [Code in keyof SubmissionWarningParams]: (params: SubmissionWarningParams[Code]) => string;
} = {
  'kind.notListed': ({obligee, kind, listed}) =>
    msg(
      str`${obligee}の案内にある電子保証は${sideBySide(listed.map(publishedGuaranteeName))}です。${guaranteeName(kind)}を電子保証で提出できるか、先に確認してください。`,
    ),
  'channel.notStated': ({obligee}) => msg(str`${obligee}の案内に、この保証の提出先が書かれていません。`),
  'certificate.doNotSend': ({isRefused}) =>
    isRefused
      ? msg('保証証書の画面の印刷やPDFは受け付けられません。「認証キー」のお知らせを提出してください。')
      : msg('保証証書の画面の印刷やPDFは提出書類ではありません。「認証キー」のお知らせを提出してください。'),
  blank: ({label}) => msg(str`〔${label}〕を書き入れてください。`),
  note: ({note}) => note,
};

/** Returns the sentence for something to mind; what the obligee notes stays in its own words. */
export const submissionWarningText = ({code, params}: SubmissionWarning): string =>
  warnings[code](params as never); // a code and its own parameters

const attachments: Record<SubmissionAttachment['kind'], () => string> = {
  'key-notice': () => msg('「認証キー」のお知らせ（PDF）'),
  'certificate-print': () => msg('保証証書の画面を印刷したもの'),
};

/** Returns the name of what is handed in. */
export const attachmentName = (kind: SubmissionAttachment['kind']): string => attachments[kind]();
