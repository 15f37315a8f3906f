import type {AmountWarning as CodedAmountWarning} from '../domain/amount-warning.js';
import * as amounts from '../domain/amounts.js';
import type {AdvancePaymentRule, ApplicationAmounts} from '../domain/amounts.js';
import type {EligibilityFacts} from '../domain/eligibility-types.js';
import * as submission from '../domain/submission-plan.js';
import type {SubmissionContract} from '../domain/submission-template.js';
import {amountWarningText} from '../i18n/amount-text.js';
import {judgeInWords, type EligibilityText} from '../i18n/eligibility-text.js';
import {inputErrorText} from '../i18n/input-text.js';
import {attachmentName, stepText, submissionWarningText} from '../i18n/submission-text.js';
import {channelText} from '../i18n/channel-names.js';
import {inJapanese} from '../i18n/message.js';
import * as authKey from '../input/auth-key.js';
import * as contractNumber from '../input/contract-number.js';
import * as date from '../input/date.js';
import * as email from '../input/email.js';
import * as phone from '../input/phone.js';
import * as text from '../input/text.js';
import * as yen from '../input/yen.js';
import type {ObligeeRule} from '../schemas/obligee-rule.js';
import type {InputErrorCode, Parsed as Result, Read} from '../input/parsed.js';

/** A text that was not understood. */
interface Failure {
  valid: false;
  error: InputErrorCode;
  params: Record<string, string | number>;
  /** The end of a period that is at fault. */
  part?: 'from' | 'to';
  /** The sentence in Japanese: it names the field and says how to mend it. */
  readonly message: string;
}

/** The outcome of reading what a person typed. */
export type Parsed<T> = Read<T> | Failure;
/** The key, and the number that was pasted along with it. */
export type ParsedAuthKey = (Read<string> & {alsoFill?: {contractNumber: string}}) | Failure;
/** The number, and the key that was pasted along with it. */
export type ParsedContractNumber = (Read<string> & {alsoFill?: {authKey: string}}) | Failure;
/** A period; an error says which end is at fault. */
export type ParsedDateRange = Parsed<[string, string]>;

/** How a message calls the field, e.g. `{field: '請負金額'}`. */
export interface FieldName {
  field?: string;
}

/** Adds the Japanese sentence, written when it is read. */
function withMessage<Success extends {valid: true}>(
  parsed: Success | Extract<Result<unknown>, {valid: false}>,
  field: string,
): Success | Failure {
  if (parsed.valid) return parsed;
  return {
    ...parsed,
    get message() {
      return inJapanese(() => inputErrorText(parsed, {field}));
    },
  };
}

type Reader<Success> = (text: string, options?: FieldName) => Success | Failure;

/** A parser for one field, with the name that its messages use unless told otherwise. */
const reader =
  <Success extends {valid: true}>(
    parse: (text: string) => Success | Extract<Result<unknown>, {valid: false}>,
    name: string,
  ): Reader<Success> =>
  (typed, {field = name} = {}) =>
    withMessage(parse(typed), field);

/** Reads a sum of money in whole yen, however a Japanese contract writes it. */
export const parseYen = reader(yen.parseYen, '金額');
/** Reads a day, in the Gregorian calendar or by Japanese era, as `YYYY-MM-DD`. */
export const parseDate = reader(date.parseDate, '日付');
/** Reads a Japanese phone number as digits. */
export const parsePhone = reader(phone.parsePhone, '電話番号');
/** Reads a mail address. */
export const parseEmail = reader(email.parseEmail, 'メールアドレス');
/** Reads 認証キー; an error tells a position, never the key. */
export const parseAuthKey = reader(authKey.parseAuthKey, '認証キー');
/** Reads the name of a company. */
export const parseCompanyName = reader(text.parseCompanyName, '会社名');
/** Reads the name of a person. */
export const parsePersonName = reader(text.parsePersonName, '氏名');
/** Reads the name of the works (工事名). */
export const parseWorksName = reader(text.parseWorksName, '工事名');
/** Reads a bank and its branch, in full-width letters. */
export const parseBankBranch = reader(text.parseBankBranch, '金融機関・支店名');

/** Reads a period (工期); one day long is long enough. */
export const parseDateRange = (
  range: readonly [string, string],
  {field = '工期'}: FieldName = {},
): ParsedDateRange => withMessage(date.parseDateRange(range), field);

/** Reads 保証契約番号 as its surety writes it; without a surety, as 東日本 does. */
export const parseContractNumber = (
  typed: string,
  {field = '保証契約番号', surety}: FieldName & {surety?: string | contractNumber.ContractNumberShape} = {},
): ParsedContractNumber =>
  withMessage(contractNumber.parseContractNumber(typed, surety === undefined ? {} : {surety}), field);

/** Whether an obligee takes an electronic guarantee, why, and what to ask whom when that is open; in Japanese. */
export type Eligibility = EligibilityText;
/** Why, by a code to branch on with its parameters, and in words. */
export type Reason = Eligibility['reasons'][number];
/** What is missing for an answer, and who can tell. */
export type Ask = Eligibility['ask'][number];

/** Judges whether the obligee takes an electronic guarantee; what its page does not say is never a yes. */
export const judgeEligibility = (rule: ObligeeRule, facts: EligibilityFacts): Eligibility =>
  inJapanese(() => judgeInWords(rule, facts));

/** Something to look at again in the amounts, by a code to branch on with its parameters, and in Japanese. */
export type AmountWarning = CodedAmountWarning & {text: string};

/** Compares amounts with what the obligee says about them; an obligee that says nothing warns of nothing. */
export const checkAmounts = (
  rule: AdvancePaymentRule | null | undefined,
  application: ApplicationAmounts,
): AmountWarning[] =>
  inJapanese(() =>
    amounts.checkAmounts(rule, application).map(warning => ({...warning, text: amountWarningText(warning)})),
  );

type Recipient = submission.SubmissionPlan['recipients'][number] & {channelName: string};
type InJapanese<Coded> = Coded & {text: string};

/** How one guarantee is handed in to one obligee; what its codes say is in Japanese, too. */
export interface SubmissionPlan extends Omit<
  submission.SubmissionPlan,
  'steps' | 'recipients' | 'attachments' | 'warnings'
> {
  steps: InJapanese<submission.SubmissionStep>[];
  recipients: Recipient[];
  attachments: (submission.SubmissionPlan['attachments'][number] & {label: string})[];
  warnings: InJapanese<submission.SubmissionWarning>[];
}

/** Plans how a guarantee is handed in, the way this obligee wants it. */
export const planSubmission = (rule: ObligeeRule, contract: SubmissionContract): SubmissionPlan =>
  inJapanese(() => {
    const plan = submission.planSubmission(rule, contract);
    return {
      ...plan,
      steps: plan.steps.map(step => ({...step, text: stepText(step)})),
      recipients: plan.recipients.map(each => ({...each, channelName: channelText(each.channel)})),
      attachments: plan.attachments.map(each => ({...each, label: attachmentName(each.kind)})),
      warnings: plan.warnings.map(each => ({...each, text: submissionWarningText(each)})),
    };
  });

export type {ContractNumberShape} from '../input/contract-number.js';
export type {InputErrorCode, InputWarningCode} from '../input/parsed.js';
export {formatDate, formatEra, formatYen, ratio} from '../domain/format.js';
export {readNoticeData} from '../domain/notice-data.js';
export {verifyWebhook} from '../domain/verify-webhook.js';
export type {AdvancePaymentRule, ApplicationAmounts} from '../domain/amounts.js';
export type {EligibilityFacts, TriggerDates} from '../domain/eligibility-types.js';
export type {NoticeData} from '../domain/notice-data.js';
export type {Ratio} from '../domain/format.js';
export type {WebhookCheck, WebhookHeaders} from '../domain/verify-webhook.js';
export type {SubmissionContract} from '../domain/submission-template.js';
export type {ObligeeRule} from '../schemas/obligee-rule.js';
