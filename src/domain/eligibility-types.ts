import type {GuaranteeKind, WorksKind} from '../schemas/kinds.js';

/** The days that obligees compare their start with, each `YYYY-MM-DD`. */
export interface TriggerDates {
  bidNotice?: string;
  bid?: string;
  designation?: string;
  procurementStart?: string;
  plannedContractNotice?: string;
  /** Of this contract: for an amendment, the day the amendment was signed. */
  contract?: string;
  guaranteeContract?: string;
}

/** What is known about one guarantee and its works. */
export interface EligibilityFacts {
  guaranteeKind: GuaranteeKind;
  worksKind?: WorksKind;
  /** Name of the surety, with or without 株式会社. */
  surety?: string;
  /** The obligee's section in charge of the procurement. */
  department?: string;
  procurement?: 'open-bid' | 'designated-bid' | 'negotiated';
  amendment?: boolean;
  originalSignedOn?: string;
  dates: TriggerDates;
  /** Answers to asks about exclusions that no other fact can tell, by the exclusion's own text. */
  exclusions?: Record<string, boolean>;
  /** Answer to an ask about a scope that no department tells, e.g. 「130万円を超えるもの」. */
  withinScope?: boolean;
}

/** One sentence of why, for people, with a code to branch on. */
export interface Reason {
  code: string;
  text: string;
}

/** What is missing for an answer, and who can tell. */
export interface Ask {
  /** Path of the fact that decides, e.g. `dates.bidNotice`; for the obligee, what its page leaves open. */
  fact: string;
  label: string;
  text: string;
  whom: 'applicant' | 'obligee';
}

/** What one clause of a rule says about the facts. */
export interface Finding {
  verdict: 'accepted' | 'not-accepted' | 'unknown';
  reason: Reason;
  ask?: Ask;
}

/** Says that a clause is met. */
export const yes = (code: string, text: string): Finding => ({verdict: 'accepted', reason: {code, text}});

/** Says that a clause is not met, so nothing else matters. */
export const no = (code: string, text: string): Finding => ({verdict: 'not-accepted', reason: {code, text}});

/** The applicant has not told the one fact that decides. */
export function askApplicant(fact: string, label: string): Finding {
  const text = `${label}を入力すると、電子保証を利用できるか分かります。`;
  return {
    verdict: 'unknown',
    reason: {code: `${fact}.missing`, text: `${label}が分からないため、判断できません。`},
    ask: {fact, label, text, whom: 'applicant'},
  };
}

/** The obligee's page leaves it open, so only the obligee can tell. */
export function askObligee(fact: string, label: string, why: string): Finding {
  const text = `${label}を発注者に確認してください。`;
  return {
    verdict: 'unknown',
    reason: {code: `${fact}.notStated`, text: why},
    ask: {fact, label, text, whom: 'obligee'},
  };
}
