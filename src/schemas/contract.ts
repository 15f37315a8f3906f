import * as z from 'zod/mini';
import {answer, timelineEvent} from './answer.js';
import {calendarDate, moment, period} from './calendar-date.js';
import {contractNumber} from './contract-number.js';
import {certificateForm, guaranteeKind} from './kinds.js';
import {yen} from './yen.js';

/** Where a contract (保証契約) can stand, in the order in which screens offer it. */
export const contractStates = ['in-force', 'expired', 'cancelled', 'released'] as const;
/** Where a contract stands today, Japan time. */
export const contractState = z.enum(contractStates);
/** Where a contract stands today. */
export type ContractState = z.infer<typeof contractState>;

/** One arrival of a certificate on the register: a line of 電子保証情報（履歴情報）. */
export const revisionSummary = z.object({
  revision: z.int(),
  arrivedAt: moment,
});

/** One row of 保証契約一覧. Never holds the key. */
export const contractSummary = z.object({
  number: contractNumber,
  kind: guaranteeKind,
  productName: z.string(),
  certificateForm,
  state: contractState,
  obligeeName: z.string(),
  worksName: z.string(),
  worksPrice: yen,
  guaranteeAmount: yen,
  /** Day the contract was made. */
  issuedOn: calendarDate,
  validUntil: z.nullable(calendarDate),
  /** Arrival of the newest revision on the register; null for paper. */
  arrivedAt: z.nullable(moment),
  /** Newest revision; 0 is 新規. */
  revision: z.int(),
  /** When the contractor recorded that the notice was handed in; an API may not know of it. */
  handedInAt: z.optional(z.nullable(moment)),
  /** The obligee's last answer; an API may not know of it. */
  answer: z.optional(z.nullable(answer)),
  /** Day of 返還. */
  releasedOn: z.optional(z.nullable(calendarDate)),
});
/** One row of 保証契約一覧. */
export type ContractSummary = z.infer<typeof contractSummary>;

/**
 * What the contractor still has to do about a contract in force: see to what the obligee sent back, hand in the notice, tell
 * of a change that came after it was handed in, or see to a 保証期限 that is near.
 */
export type ContractToDo = 'returned' | 'hand-in' | 'hand-in-again' | 'expiring';

/** How far the handing in of a notice is: still to be done, done, and what the obligee said to it. */
export type HandInState = 'waiting' | 'handed-in' | 'accepted' | 'returned';

/** What a list of contracts can be sorted by. */
export type ContractSortField =
  'issuedOn' | 'guaranteeAmount' | 'worksPrice' | 'validUntil' | 'obligeeName' | 'number';
/** A field to sort by; `-` before it turns the order round. */
export type ContractSort = ContractSortField | `-${ContractSortField}`;

/** Rows of all pages together; said on the first page only, for counting is not free. */
const total = z.optional(z.int());

/** Answer of `GET /contracts`; `nextCursor` is null on the last page. */
export const contractPage = z.object({
  items: z.array(contractSummary),
  nextCursor: z.nullable(z.string()),
  total,
});
/** A page of contracts. */
export type ContractPage = z.infer<typeof contractPage>;

/** One look at the key: who, when. */
export const keyView = z.object({
  viewedAt: moment,
  accountId: z.string(),
  purpose: z.enum(['shown', 'notice']),
});

/** 電子保証概要: one contract with its history. Never holds the key. */
export const contract = z.object({
  ...contractSummary.shape,
  applicationId: z.string(),
  obligeeCode: z.nullable(z.string()),
  contractorName: z.string(),
  jointVentureName: z.nullable(z.string()),
  depositBankName: z.nullable(z.string()),
  /** 工期 of the newest revision; an API may not say it. */
  worksPeriod: z.optional(z.nullable(period)),
  /** Newest first; corrected and withdrawn ones are not listed. */
  revisions: z.array(revisionSummary),
  /** Looks at the key, newest first. */
  keyViews: z.array(keyView),
  /** What happened until now, oldest first, without what was taken back; an API may not keep it. */
  timeline: z.optional(z.array(timelineEvent)),
});
/** One contract with its history. */
export type Contract = z.infer<typeof contract>;

/** One row of 電子保証履歴一覧. */
export const electronicIssue = z.object({
  contractNumber,
  kind: guaranteeKind,
  productName: z.string(),
  revision: z.int(),
  arrivedAt: moment,
  obligeeName: z.string(),
  worksName: z.string(),
});
/** One row of 電子保証履歴一覧. */
export type ElectronicIssue = z.infer<typeof electronicIssue>;
/** Answer of `GET /electronic-issues`; newest first. */
export const electronicIssuePage = z.object({
  items: z.array(electronicIssue),
  nextCursor: z.nullable(z.string()),
  total,
});
/** A page of electronic issues. */
export type ElectronicIssuePage = z.infer<typeof electronicIssuePage>;
