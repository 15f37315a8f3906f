import * as z from 'zod/mini';
import {authKey} from './auth-key.js';
import {contractNumber} from './contract-number.js';

/** The words of a notice, per surety: every surety has its own title and text, so they are data. */
export const noticeWording = z.object({
  /** e.g. 「電子保証にかかる「認証キー」のお知らせ」 */
  title: z.string(),
  /** Paragraphs between the addressee and 「記」; a paragraph never holds a line break. */
  opening: z.array(z.string()),
  /** The ways to hand it in, each with its own number sign, e.g. 「①電子契約システムへのアップロード」. */
  ways: z.array(z.string()),
  /** Paragraphs after the ways, still before 「記」. */
  closing: z.array(z.string()),
  /** Heading of the block for the obligee, e.g. 「【発注者様へのお断り】」. */
  obligeeHeading: z.string(),
  /** The block for the obligee itself. */
  obligeeText: z.string(),
});
/** The words of a notice. */
export type NoticeWording = z.infer<typeof noticeWording>;

/** Everything that the one-page PDF 「認証キー」のお知らせ states. Holds the key: never log it, never keep it. */
export const keyNotice = z.object({
  contractNumber,
  authKey,
  worksName: z.string(),
  /** 受注者名; the representative's for a joint venture. */
  contractorName: z.string(),
  /** 商品 (保証区分), e.g. 「前払金保証」. */
  productName: z.string(),
  obligeeName: z.string(),
  suretyName: z.string(),
  /** e.g. 「保証確認サービス (D-Sure)」 */
  registerName: z.string(),
  /** Day of the notice, `YYYY-MM-DD` in Japan. */
  issuedOn: z.string(),
  wording: noticeWording,
});
/** Everything that the notice states. */
export type KeyNotice = z.infer<typeof keyNotice>;
