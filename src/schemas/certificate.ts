import * as z from 'zod/mini';
import {calendarDate, moment, period} from './calendar-date.js';
import {contractNumber} from './contract-number.js';
import {guaranteeKind} from './kinds.js';
import {party} from './party.js';
import {branch} from './surety.js';
import {yen} from './yen.js';

/** One revision of a certificate (保証証書): the whole content after that change. */
export const certificate = z.object({
  contractNumber,
  kind: guaranteeKind,
  /** 商品名, e.g. 「前払金保証」. */
  productName: z.string(),
  /** 0 is 新規, N is 変更N. */
  revision: z.int().check(z.gte(0)),
  /** Why it was changed, in words; null for revision 0. */
  changeReason: z.nullable(z.string()),
  /** Day on the certificate. */
  issuedOn: calendarDate,
  /** 電子保証発行日時: when it reached the register. */
  arrivedAt: moment,
  /** 保証契約者. */
  contractor: party,
  jointVentureName: z.nullable(z.string()),
  /** 被保証者 (発注者). */
  obligeeName: z.string(),
  /** 保証金額 (総額). */
  guaranteeAmount: yen,
  /** 保証期限. */
  validUntil: z.nullable(calendarDate),
  works: z.object({
    name: z.string(),
    price: yen,
    signedOn: z.nullable(calendarDate),
    period: z.nullable(period),
  }),
  /** 預託金融機関; null for 契約保証. */
  depositBankName: z.nullable(z.string()),
  /** The surety's undertaking, one sentence. */
  undertaking: z.string(),
  /** The notes under it, in order. */
  notes: z.array(z.string()),
  surety: z.object({
    name: z.string(),
    address: z.string(),
    presidentTitle: z.string(),
    presidentName: z.string(),
  }),
  /** 取扱箇所. */
  branch,
  /** The surety's signature of all of the above: a compact JWS (RFC 7515). */
  signature: z.optional(z.string()),
});
/** One revision of a certificate (保証証書). */
export type Certificate = z.infer<typeof certificate>;

/** Answer of `GET /contracts/{number}/certificates`: oldest first. */
export const certificateList = z.object({items: z.array(certificate)});
