import {toMoment} from './clock.js';
import {digest} from './key-vault.js';
import {ProblemError} from './problem.js';
import type {Answer, Call} from './services.js';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Reads `Idempotency-Key`; it must be a UUID. */
export function readIdempotencyKey(headers: Headers): string {
  const key = headers.get('Idempotency-Key') ?? '';
  if (uuid.test(key)) return key.toLowerCase();
  throw new ProblemError('rejected', {
    status: 400,
    detail: 'Idempotency-Key ヘッダーに、この操作のための UUID を付けてください。',
  });
}

/** An answer, and whether it is an earlier one said again. */
export interface OnceAnswer extends Answer {
  status: number;
  replayed: boolean;
}

/** What makes a request the same one again. */
export interface OnceRequest {
  key: string;
  /** Method, path and body. */
  fingerprint: string;
  status: number;
}

/**
 * Runs `work` once per account and key, in the same transaction as its effect: both are kept or neither.
 * What throws is not kept, so a mended body may use the key again.
 */
export async function once(
  {tx, account, now}: Call,
  {key, fingerprint, status}: OnceRequest,
  work: () => Promise<Answer>,
): Promise<OnceAnswer> {
  const claim = {
    accountId: account.id,
    key,
    requestHash: await digest(fingerprint),
    createdAt: toMoment(now),
    status: null,
    answer: null,
    applicationId: null,
  };
  const before = await tx.claimIdempotencyKey(claim);
  if (before) {
    if (before.requestHash !== claim.requestHash) {
      throw new ProblemError('rejected', {
        detail: 'この Idempotency-Key は、別の内容の送信に使われています。',
      });
    }
    return {body: before.answer, status: before.status ?? status, replayed: true};
  }
  const answer = await work();
  const {body = null, applicationId = null} = answer;
  await tx.completeIdempotencyKey({...claim, status, answer: body, applicationId});
  return {...answer, status, replayed: false};
}

/** Keys at work right now in this process: a second sending of one of them is told to come back. */
export function createInFlight() {
  const working = new Set<string>();
  return {
    async run<Result>(name: string, work: () => Promise<Result>): Promise<Result> {
      if (working.has(name)) {
        throw new ProblemError('conflict', {detail: '同じ送信を受け付けているところです。', retryAfter: 1});
      }
      working.add(name);
      try {
        return await work();
      } finally {
        working.delete(name);
      }
    },
  };
}
