export {parseAuthKey} from '../input/auth-key.js';
export {parseContractNumber} from '../input/contract-number.js';
export {parseDate, parseDateRange} from '../input/date.js';
export {parseEmail} from '../input/email.js';
export {parsePhone} from '../input/phone.js';
export {
  parseBankBranch,
  parseCompanyName,
  parseFreeText,
  parsePersonName,
  parseWorksName,
} from '../input/text.js';
export {parseYen} from '../input/yen.js';
export {warningText} from '../input/warnings.js';
export {matchText, sameText, searchKey} from '../input/search.js';
export type {Parsed} from '../input/parsed.js';
export {ratio} from '../domain/ratio.js';
export {formatDate, formatDateTime, formatEra, formatYen, formatYenKanji, today} from '../domain/format.js';
export {judgeEligibility} from '../domain/eligibility.js';
export type {Eligibility} from '../domain/eligibility.js';
export type {Ask, EligibilityFacts, Reason, TriggerDates} from '../domain/eligibility-types.js';
export {contractState} from '../domain/contract-state.js';
export {checkAmounts} from '../domain/amounts.js';
export type {AdvancePaymentRule, AmountWarning, ApplicationAmounts} from '../domain/amounts.js';
export {planSubmission} from '../domain/submission-plan.js';
export type {SubmissionContract, SubmissionPlan} from '../domain/submission-plan.js';
