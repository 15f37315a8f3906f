import * as z from 'zod/mini';
import {moment} from './calendar-date.js';
import {contractNumber} from './contract-number.js';
import {certificateForm, guaranteeKind} from './kinds.js';
import {text, works} from './works.js';
import {yen} from './yen.js';

/** 預託金融機関: as text, and by code where it was picked from the list. */
export const depositBank = z.object({
  name: text(60),
  bankCode: z.nullable(z.string().check(z.regex(/^\d{4}$/))),
  branchCode: z.nullable(z.string().check(z.regex(/^\d{3}$/))),
});
/** 預託金融機関. */
export type DepositBank = z.infer<typeof depositBank>;

/** 保証料支払方法. */
export const premiumPayments = ['lump-sum', 'installments'] as const;

const guaranteeRequest = {
  certificateForm,
  /** 保証金額, whole yen. */
  guaranteeAmount: yen.check(z.gte(1)),
  premiumPayment: z.enum(premiumPayments),
  /** 保証料請求先: who is billed, and where the bill goes. */
  premiumBilledTo: z.object({name: text(60), destination: text(60)}),
  /** 保証料計算書(紙): whether it is wanted on paper. */
  premiumStatement: z.boolean(),
};
const paymentRequest = {
  ...guaranteeRequest,
  /** 今年度対象額 of a contract over several years, whole yen. */
  currentYearAmount: z.nullable(yen.check(z.gte(1))),
  depositBank,
};

/** What is asked for under 前払金保証. */
export const advancePaymentRequest = z.object({...paymentRequest, redeposit: z.boolean()});
/** What is asked for under 中間前払金保証. */
export const interimPaymentRequest = z.object(paymentRequest);
/** What is asked for under 契約保証. */
export const performanceRequest = z.object(guaranteeRequest);
/** What is asked for under 前払金保証. */
export type AdvancePaymentRequest = z.infer<typeof advancePaymentRequest>;
/** What is asked for under 中間前払金保証. */
export type InterimPaymentRequest = z.infer<typeof interimPaymentRequest>;
/** What is asked for under 契約保証. */
export type PerformanceRequest = z.infer<typeof performanceRequest>;

/** The guarantees that are applied for, by kind; at least one. */
export const guaranteeRequests = z
  .object({
    'advance-payment': z.optional(advancePaymentRequest),
    'interim-payment': z.optional(interimPaymentRequest),
    performance: z.optional(performanceRequest),
  })
  .check(z.refine(value => Object.values(value).some(Boolean), 'guarantees.required'));

/** 電子保証発行完了のお知らせ: wanted by mail, and where to. */
export const issueNotification = z
  .object({
    wanted: z.boolean(),
    email: z.nullable(z.string().check(z.maxLength(254), z.regex(/^[^\s@]+@[^\s@]+$/))),
  })
  .check(
    z.refine(value => !value.wanted || value.email !== null, {error: 'email.required', path: ['email']}),
  );

/** 連絡先; empty strings where nothing was written. */
export const contact = z.object({
  department: z.string().check(z.maxLength(400)),
  title: z.string().check(z.maxLength(400)),
  personName: z.string().check(z.maxLength(400)),
  /** Digits only, 10 or 11, or empty. */
  phone: z.string().check(z.regex(/^(0\d{9,10})?$/)),
});

/** What a contractor sends: body of `POST /applications`. JSON pointers of errors point into this. */
export const applicationContent = z.object({
  obligee: z.object({
    /** Code of the directory, null when written freely. */
    code: z.nullable(z.string()),
    name: text(60),
  }),
  works,
  /** 請負契約者, the signed-in company. */
  contractorName: text(60),
  /** JV名; the applicant is its representative. */
  jointVentureName: z.nullable(text(60)),
  guarantees: guaranteeRequests,
  /** 申込送信先: code of the surety's branch. */
  branchCode: z.string(),
  issueNotification,
  contact,
  /** お客様から弊社への連絡事項. */
  message: z.string().check(z.maxLength(16_000)),
});
/** What a contractor sends. */
export type ApplicationContent = z.infer<typeof applicationContent>;

/** 手続状況 of an application. */
export const applicationState = z.enum(['submitted', 'returned', 'issued']);
/** 手続状況 of an application. */
export type ApplicationState = z.infer<typeof applicationState>;

/** One application as the API returns it. */
export const application = z.object({
  id: z.string(),
  /** 受付番号 shown to people, e.g. `U-2026-000123`. */
  receiptNumber: z.string(),
  state: applicationState,
  /** Counts up with each sending; the surety decides on the version it saw. */
  version: z.int(),
  content: applicationContent,
  submittedAt: moment,
  updatedAt: moment,
  /** 差戻しの理由, when returned. */
  returnReason: z.nullable(z.string()),
  /** 弊社からお客様へのお知らせ. */
  messageFromSurety: z.nullable(z.string()),
  /** The contracts that came of it. */
  contracts: z.array(z.object({kind: guaranteeKind, number: contractNumber})),
});
/** One application as the API returns it. */
export type Application = z.infer<typeof application>;

/** Answer of `GET /applications`. */
export const applicationList = z.object({items: z.array(application)});
