import * as z from 'zod/mini';
import {calendarDate, period} from './calendar-date.js';
import {contract} from './contract.js';
import {contractNumber} from './contract-number.js';
import {certificateForm, guaranteeKind} from './kinds.js';
import {moment} from './calendar-date.js';
import {text} from './works.js';
import {yen} from './yen.js';

/** Body of `POST /office/applications/{id}/return`: 差戻し. */
export const returnRequest = z.object({version: z.int(), reason: text(1000)});

/** Body of `POST /office/applications/{id}/issue`. */
export const issueRequest = z.object({
  version: z.int(),
  message: z.optional(z.string().check(z.maxLength(16_000))),
});

/** Answer of an issue: one contract for each guarantee, without keys. */
export const issueResult = z.object({
  contracts: z.array(
    z.object({number: contractNumber, kind: guaranteeKind, certificateForm, arrivedAt: z.nullable(moment)}),
  ),
});

/** Body of `POST /office/contracts/{number}/changes`: what becomes different; the rest stays. */
export const changeRequest = z.object({
  /** Revision that the office saw; another one answers `conflict`. */
  revision: z.int(),
  reason: text(1000),
  guaranteeAmount: z.optional(yen.check(z.gte(1))),
  worksPrice: z.optional(yen.check(z.gte(1))),
  period: z.optional(period),
  validUntil: z.optional(calendarDate),
});
/** A change of a contract. */
export type ChangeRequest = z.infer<typeof changeRequest>;

/** Body of `POST /office/contracts/{number}/cancel`. */
export const cancelRequest = z.object({reason: text(1000)});

/** Answer of `GET /office/contracts`. */
export const officeContractList = z.object({items: z.array(contract)});

/** A mail that the surety sent; readable on the demo's `/mail.html`. */
export const mail = z.object({
  id: z.string(),
  to: z.string(),
  from: z.string(),
  subject: z.string(),
  text: z.string(),
  sentAt: moment,
  /** How SMTP delivery went; `not-configured` without `SMTP_URL`. */
  delivery: z.enum(['not-configured', 'pending', 'delivered', 'failed']),
});
/** A mail that the surety sent. */
export type Mail = z.infer<typeof mail>;
/** Answer of `GET /mails`; newest first. */
export const mailList = z.object({items: z.array(mail)});
