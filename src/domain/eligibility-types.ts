import type {GuaranteeKind, Procurement, WorksKind} from '../schemas/kinds.js';

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
  procurement?: Procurement;
  amendment?: boolean;
  originalSignedOn?: string;
  dates: TriggerDates;
  /** Answers to asks about exclusions that no other fact can tell, by the exclusion's own text. */
  exclusions?: Record<string, boolean>;
  /** Answer to an ask about a scope that no department tells, e.g. 「130万円を超えるもの」. */
  withinScope?: boolean;
}

/** An event whose day a rule's start is compared with. */
export type RuleEvent =
  | keyof TriggerDates
  /** The first contract, where this one is an amendment. */
  | 'originalContract'
  /** The public notice, or the designation where bidders are designated. */
  | 'bidNoticeOrDesignation';

/** What only the applicant can tell. */
export type ApplicantFact =
  | RuleEvent
  | 'department'
  | 'surety'
  | 'worksKind'
  /** The finer kind of 業務: 測量, 設計, … */
  | 'serviceKind'
  /** Whether there was a bid at all. */
  | 'isNegotiated'
  /** Whether bidders were designated. */
  | 'isDesignated';

/** The start of a rule; `day` of a month that the page names alone is not known. */
export interface RuleStart {
  start: string;
  precision: 'day' | 'month';
}

/** What only the obligee can tell, by the point that its page leaves open. */
export interface OpenPoints {
  /** The page says nothing of this way of procurement. */
  procurement: {event: RuleEvent; procurement: Procurement};
  startDate: object;
  /** The page names the month only, and the event lies in it. */
  startDay: RuleStart & {event: RuleEvent; date: string};
  endDate: object;
  /** The page does not say which event decides. */
  eventNotStated: RuleStart;
  eventUnreadable: object;
  scope: {scope: string};
  /** The page asks sections other than those of `scope` to inquire, in the words of `note`. */
  department: {department: string; scope: string; note: string};
  guaranteeKind: {kind: GuaranteeKind};
  /** The page says nothing of guarantors that are no surety. */
  guarantor: {guarantor: 'insurer' | 'bank'};
  suretyUnreadable: object;
  surety: {surety: string; listed: readonly string[]};
  worksKindNotStated: object;
  /** `listed` is the page's own text, or the kinds as its data names them. */
  worksKind: {kind: WorksKind; listed: string};
  exclusion: {exclusion: string};
  /** Two rules of the obligee give different results. */
  contradiction: {reasons: readonly [Reason, Reason]};
}

/** One point that only the obligee can tell. */
export type OpenPoint = {[Point in keyof OpenPoints]: {point: Point} & OpenPoints[Point]}[keyof OpenPoints];

/** What clauses that are met, or not met, say; by the code to branch on. */
export interface ReasonParams {
  /** `date` is that of `later`, an event that follows, or else of the event itself. */
  'trigger.before': RuleStart & {event: RuleEvent; date: string; later?: RuleEvent};
  'trigger.after': {event: RuleEvent; date: string; end: string};
  'trigger.onOrAfter': RuleStart & {event: RuleEvent; date: string};
  'scope.within': {scope: string};
  'scope.outside': {scope: string};
  /** `isLeftOut`: the scope names the sections that are left out. */
  'department.within': {department: string; scope: string; isLeftOut: boolean};
  'department.outside': {department: string; scope: string; isLeftOut: boolean};
  'guaranteeKind.listed': {kind: GuaranteeKind};
  'guaranteeKind.notListed': {kind: GuaranteeKind; listed: readonly string[]};
  'surety.insurer': {isAccepted: boolean};
  'surety.bank': {isAccepted: boolean};
  /** `listed` is empty where the page means any surety. */
  'surety.any': {listed: readonly string[]};
  'surety.named': {surety: string};
  'surety.notNamed': {surety: string; listed: readonly string[]};
  'worksKind.all': {scope: string};
  'worksKind.listed': {kind: WorksKind};
  'worksKind.notListed': {kind: WorksKind; listed: string};
  'excluded.negotiated': Exclusion;
  'excluded.designated': Exclusion;
  'excluded.olderContract': Exclusion;
  'excluded.guaranteeKind': Exclusion;
  'excluded.worksKind': Exclusion;
  'excluded.surety': Exclusion;
  'excluded.department': Exclusion;
  'excluded.amendment': Exclusion;
  'excluded.other': Exclusion;
  /** `null` where the page does not say whether paper is still taken. */
  'paper.offered': {isAllowed: boolean | null};
}

/** What is left out, in the obligee's own words. */
interface Exclusion {
  exclusion: string;
}

/** Code of a clause that is met or not met. */
export type ReasonCode = keyof ReasonParams;

/** Why a clause decides as it does: a code to branch on, with its parameters. `src/i18n/eligibility-text.ts` has the words. */
export type Reason =
  | {[Code in ReasonCode]: {code: Code; params: ReasonParams[Code]}}[ReasonCode]
  | {code: `${string}.missing`; params: {missing: ApplicantFact}}
  | {code: `${string}.notStated`; params: OpenPoint};

/** What is missing for an answer, and who can tell. */
export type Ask = {
  /** Path of the fact that decides, e.g. `dates.bidNotice`; for the obligee, what its page leaves open. */
  fact: string;
} & ({whom: 'applicant'; missing: ApplicantFact} | {whom: 'obligee'; open: OpenPoint});

/** What one clause of a rule says about the facts. */
export interface Finding {
  verdict: 'accepted' | 'not-accepted' | 'unknown';
  reason: Reason;
  ask?: Ask;
}

const stated = <Code extends ReasonCode>(code: Code, params: ReasonParams[Code]): Reason =>
  ({code, params}) as Reason; // a code and its own parameters

/** Says that a clause is met. */
export const yes = <Code extends ReasonCode>(code: Code, params: ReasonParams[Code]): Finding => ({
  verdict: 'accepted',
  reason: stated(code, params),
});

/** Says that a clause is not met, so nothing else matters. */
export const no = <Code extends ReasonCode>(code: Code, params: ReasonParams[Code]): Finding => ({
  verdict: 'not-accepted',
  reason: stated(code, params),
});

/** Asks the applicant for the one fact that decides. */
export const askApplicant = (fact: string, missing: ApplicantFact): Finding => ({
  verdict: 'unknown',
  reason: {code: `${fact}.missing`, params: {missing}},
  ask: {fact, whom: 'applicant', missing},
});

/** Asks the obligee, whose page leaves the point open. */
export const askObligee = (fact: string, open: OpenPoint): Finding => ({
  verdict: 'unknown',
  reason: {code: `${fact}.notStated`, params: open},
  ask: {fact, whom: 'obligee', open},
});
