import * as z from 'zod/mini';
import {answer} from './answer.js';
import {calendarDate, moment} from './calendar-date.js';
import {contractState} from './contract.js';
import {certificateForm, guaranteeKind} from './kinds.js';
import {text} from './works.js';
import {yen} from './yen.js';

/** What an obligee records of a certificate on paper. */
export const paperCertificate = z.object({
  /** 保証契約番号 as the paper has it; every surety has its own pattern. */
  contractNumber: text(40),
  kind: guaranteeKind,
  suretyName: text(60),
  contractorName: text(60),
  worksName: text(400),
  guaranteeAmount: yen.check(z.gte(1)),
  validUntil: z.nullable(calendarDate),
  /** Day on which the paper was taken in. */
  receivedOn: calendarDate,
  /** Day of 返還. */
  releasedOn: z.nullable(calendarDate),
  /** Where it is kept, and the like; may be empty. */
  note: z.string().check(z.maxLength(4_000)),
});
/** What an obligee records of a certificate on paper. */
export type PaperCertificate = z.infer<typeof paperCertificate>;

/** One line of an obligee's register (台帳): a certificate that it has opened, or one on paper that it recorded. */
export const registerEntry = z.object({
  id: z.string(),
  form: certificateForm,
  contractNumber: z.string(),
  kind: guaranteeKind,
  suretyName: z.string(),
  contractorName: z.string(),
  worksName: z.string(),
  guaranteeAmount: yen,
  validUntil: z.nullable(calendarDate),
  state: contractState,
  /** Newest revision, and the one that was seen last; both 0 for paper. */
  revision: z.int(),
  seenRevision: z.int(),
  answer: z.nullable(answer),
  /** Whether the body is the certificate's obligee and has not answered the newest revision. */
  awaitsAnswer: z.boolean(),
  releasedOn: z.nullable(calendarDate),
  /** First opened with number and key, or recorded. */
  addedAt: moment,
  /** Of paper alone. */
  receivedOn: z.nullable(calendarDate),
  note: z.string(),
  /** For `If-Match` when a paper entry is changed. */
  version: z.int(),
});
/** One line of an obligee's register. */
export type RegisterEntry = z.infer<typeof registerEntry>;

/** What a register draws attention to: 保証期限 within 30 days, a revision not seen yet, an answer not given yet. */
export const registerNotices = ['expiring', 'changed', 'unanswered'] as const;
/** What a register draws attention to. */
export const registerNotice = z.enum(registerNotices);
/** What a register draws attention to. */
export type RegisterNotice = z.infer<typeof registerNotice>;

/** Answer of `GET /register/entries`; newest first. */
export const registerEntryPage = z.object({
  items: z.array(registerEntry),
  nextCursor: z.nullable(z.string()),
  /** Of all pages, said on the first one. */
  total: z.optional(z.int()),
  /** How many need attention, whatever is searched for; said on the first page. */
  notices: z.optional(z.object({expiring: z.int(), changed: z.int(), unanswered: z.int()})),
});
/** A page of a register. */
export type RegisterEntryPage = z.infer<typeof registerEntryPage>;
