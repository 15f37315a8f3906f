import * as z from 'zod/mini';
import {calendarDate, moment} from './calendar-date.js';

/** 受領 or 差戻し. */
export const answerOutcome = z.enum(['accepted', 'returned']);
/** 受領 or 差戻し. */
export type AnswerOutcome = z.infer<typeof answerOutcome>;

/** What the obligee answered last. An answer to an older revision than the contract's means that the newest one awaits one. */
export const answer = z.object({
  outcome: answerOutcome,
  answeredAt: moment,
  /** The revision that was answered. */
  revision: z.int(),
  /** Why it was sent back, in the obligee's words. */
  reason: z.optional(z.string()),
});
/** What the obligee answered last. */
export type Answer = z.infer<typeof answer>;

/** What happens to a guarantee: 申込, 発行, 渡した, 発注者が確認, 受領, 差戻し, 変更, 取消, 満了, 返還. */
export const timelineEventType = z.enum([
  'applied',
  'issued',
  'handed-in',
  'opened',
  'accepted',
  'returned',
  'changed',
  'cancelled',
  'expired',
  'released',
]);
/** What happens to a guarantee. */
export type TimelineEventType = z.infer<typeof timelineEventType>;

/** One thing that happened to a guarantee, and still stands. */
export const timelineEvent = z.object({
  type: timelineEventType,
  at: moment,
  /** The newest revision at that time. */
  revision: z.int(),
  /** Of 差戻し, 変更 and 取消. */
  reason: z.optional(z.string()),
  /** The day of a 返還. */
  day: z.optional(calendarDate),
});
/** One thing that happened to a guarantee, and still stands. */
export type TimelineEvent = z.infer<typeof timelineEvent>;

/** One line of the audit trail: also what was taken back, and by whom. */
export const trailEvent = z.object({
  ...timelineEvent.shape,
  type: z.enum([...timelineEventType.options, 'hand-in-withdrawn', 'answer-withdrawn', 'release-withdrawn']),
  /** Null for what happened before there was a trail. */
  accountId: z.nullable(z.string()),
  accountName: z.nullable(z.string()),
});
/** One line of the audit trail. */
export type TrailEvent = z.infer<typeof trailEvent>;

/** Answer of `GET /office/contracts/{number}/trail`; oldest first. */
export const trail = z.object({items: z.array(trailEvent)});

/** Where the obligee's answer to a guarantee stands, and what it may do. */
export const answering = z.object({
  /** False for everybody but the obligee of the certificate. */
  mayAnswer: z.boolean(),
  /** The newest revision, which an answer is for. */
  revision: z.int(),
  answer: z.nullable(answer),
  releasedOn: z.nullable(calendarDate),
  /** Until when the last answer or release can be taken back; null where it cannot. */
  withdrawableUntil: z.nullable(moment),
});
/** Where the obligee's answer stands. */
export type Answering = z.infer<typeof answering>;
