import * as z from 'zod/mini';
import {authKey} from './auth-key.js';
import {contractNumber} from './contract-number.js';

/**
 * The data file `surety-key-notice.json` inside the PDF of a notice, for systems that file notices without a person typing.
 * Readers take what they know and leave the rest; a change that old readers would get wrong raises `version`.
 */
export const noticeData = z.looseObject({
  format: z.literal('surety-key-notice'),
  version: z.literal(1),
  contractNumber,
  /** Only where the host page turned it on; without it the key is in the print of the notice alone. */
  authKey: z.optional(authKey),
});
/** The data file inside a notice. */
export type NoticeDataFile = z.infer<typeof noticeData>;
