import * as z from 'zod/mini';
import {calendarDate} from './calendar-date.js';
import {text} from './works.js';

const reason = text(1000);

/** Body of `POST /register/contracts/{number}/answers`. */
export const answerRequest = z.discriminatedUnion('outcome', [
  /** `revision`: the one that the obligee saw; another one answers `conflict`. */
  z.object({outcome: z.literal('accepted'), revision: z.int()}),
  z.object({outcome: z.literal('returned'), revision: z.int(), reason}),
]);
/** An answer of the obligee. */
export type AnswerRequest = z.infer<typeof answerRequest>;

/** Body of `POST /register/contracts/{number}/releases`: 返還 on a day that is not in the future. */
export const releaseRequest = z.object({releasedOn: calendarDate});
/** 返還. */
export type ReleaseRequest = z.infer<typeof releaseRequest>;
