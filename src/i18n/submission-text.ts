import {msg, str} from './message.js';
import type {SubmissionStep, SubmissionWarning} from '../domain/submission-plan.js';
import type {GuaranteeKind} from '../schemas/kinds.js';
import type {ObligeeRule} from '../schemas/obligee-rule.js';
import {inBrackets, labelled, sentences, sideBySide} from './format.js';
import {publishedGuaranteeName} from './published-terms.js';
import {guaranteeName} from './terms.js';

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

/** Where to and how; a way that the kit has no words for stays as the plan writes it. */
function sendingText({text, recipient, isAlternative, mustAskAddress}: SubmissionStep): string {
  const way = ways[recipient?.channel ?? '']?.();
  if (!recipient || !way) return text;
  const place = `${recipient.name}${recipient.address ? inBrackets(recipient.address) : ''}`;
  return sentences(
    `${labelled(isAlternative ? msg(str`または、${place}`) : place)}${way}`,
    ...(mustAskAddress ? [msg('宛先のメールアドレスは、発注者の案内か担当者に確認します。')] : []),
  );
}

const steps: Record<SubmissionStep['code'], (step: SubmissionStep) => string> = {
  'check-certificate': () => msg('保証証書の内容が契約と合っていることを確認します。'),
  'download-notice': () => msg('「認証キー」のお知らせをダウンロードします。'),
  'print-certificate': () => msg('保証証書の画面を印刷します。'),
  'ask-obligee': ({obligee, text}) =>
    obligee ? msg(str`${obligee}に、提出先と提出方法を確認します。`) : text,
  send: sendingText,
  call: ({note, text}) =>
    note ? `${msg('提出先に電話し、届いたことを確認します。')}${inBrackets(note)}` : text,
};

/** One thing to do, in the language in force; names and notes stay as the obligee writes them. */
export const stepText = (step: SubmissionStep): string => steps[step.code](step);

const warnings: Partial<
  Record<string, (rule: ObligeeRule, warning: SubmissionWarning, kind?: GuaranteeKind) => string>
> = {
  'kind.notListed': ({obligee, guarantee_kinds: kinds}, {text}, kind) => {
    if (!kind || !kinds) return text;
    const taken = sideBySide(kinds.map(publishedGuaranteeName));
    return msg(
      str`${obligee}の案内にある電子保証は${taken}です。${guaranteeName(kind)}を電子保証で提出できるか、先に確認してください。`,
    );
  },
  'channel.notStated': ({obligee}) => msg(str`${obligee}の案内に、この保証の提出先が書かれていません。`),
  'certificate.doNotSend': ({certificate_pdf_or_print_accepted: isAccepted}) =>
    isAccepted === false
      ? msg('保証証書の画面の印刷やPDFは受け付けられません。「認証キー」のお知らせを提出してください。')
      : msg('保証証書の画面の印刷やPDFは提出書類ではありません。「認証キー」のお知らせを提出してください。'),
  blank: (_, {label, text}) => (label ? msg(str`〔${label}〕を書き入れてください。`) : text),
};

/** Something to mind, in the language in force; what the obligee notes stays in its own words. */
export const submissionWarningText = (
  warning: SubmissionWarning,
  rule: ObligeeRule,
  kind?: GuaranteeKind,
): string => warnings[warning.code]?.(rule, warning, kind) ?? warning.text;
