import * as z from 'zod/mini';
import {answering} from './answer.js';
import {authKey} from './auth-key.js';
import {certificate} from './certificate.js';
import {moment} from './calendar-date.js';
import {contractState} from './contract.js';
import {contractNumber} from './contract-number.js';

/** Body of `POST /register/checks`: number and key, never in a URL. */
export const registerCheckRequest = z.object({contractNumber, authKey});

/** What the register (保証確認サービス) shows for a right number and key. */
export const registerCheck = z.object({
  contractNumber,
  state: contractState,
  checkedAt: moment,
  /** All valid revisions, oldest first; the last one is in force. */
  certificates: z.array(certificate).check(z.minLength(1)),
  /** What was answered, and what may be; an API may not take answers. */
  answering: z.optional(answering),
});
/** What the register shows for a right number and key. */
export type RegisterCheck = z.infer<typeof registerCheck>;

/** Answer of `POST /contracts/{number}/key-views`. Holds the key: never log it, never keep it. */
export const keyDisclosure = z.object({contractNumber, authKey, viewedAt: moment});
/** The key, disclosed once. */
export type KeyDisclosure = z.infer<typeof keyDisclosure>;
