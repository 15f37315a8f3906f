import {toMoment} from './clock.js';
import {digest} from './key-vault.js';
import {ProblemError} from './problem.js';
import {Table, type UndoLog} from '../store/memory-table.js';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** What a request with an Idempotency-Key asked and, once done, what it was answered. */
export interface IdempotencyRow {
  accountId: string;
  key: string;
  requestHash: string;
  createdAt: string;
  status: number | null;
  answer: unknown;
  /** The application that it created or changed. */
  applicationId: string | null;
}

/** What a handler returns; the rest of the response is the same for all. */
export interface Reply<Body = unknown> {
  body?: Body;
  /** The application that an idempotent request made or changed. */
  applicationId?: string;
  /** A problem that must be kept, such as a failed attempt: the transaction is committed, then it is thrown. */
  problem?: Error;
}

/** What is stored of requests with an Idempotency-Key. */
export interface IdempotencyStore {
  /** Reserves the key, or returns the row that has it already. */
  reserveIdempotencyKey(row: IdempotencyRow): Promise<IdempotencyRow | undefined>;
  completeIdempotencyKey(row: IdempotencyRow): Promise<void>;
  findIdempotencyKey(accountId: string, key: string): Promise<IdempotencyRow | undefined>;
}

const pair = (...parts: (string | number)[]) => JSON.stringify(parts);

/** Idempotency keys in memory. */
export function memoryIdempotency(undo: UndoLog): IdempotencyStore {
  const idempotency = new Table<IdempotencyRow>(undo);
  return {
    async reserveIdempotencyKey(row: IdempotencyRow) {
      const before = idempotency.get(pair(row.accountId, row.key));
      if (!before) idempotency.insert(pair(row.accountId, row.key), row);
      return before;
    },
    async completeIdempotencyKey(row: IdempotencyRow) {
      idempotency.update(pair(row.accountId, row.key), row);
    },
    async findIdempotencyKey(accountId: string, key: string) {
      return idempotency.get(pair(accountId, key));
    },
  };
}

/** Reads `Idempotency-Key`; it must be a UUID. */
export function readIdempotencyKey(headers: Headers): string {
  const key = headers.get('Idempotency-Key') ?? '';
  if (uuid.test(key)) return key.toLowerCase();
  throw new ProblemError('rejected', {
    status: 400,
    detail: 'Idempotency-Key ヘッダーに、この操作のための UUID を付けてください。',
  });
}

/** A reply, and whether it repeats an earlier one. */
export interface OnceReply extends Reply {
  status: number;
  isReplay: boolean;
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
 * What throws is not kept, so a corrected body may use the key again.
 */
export async function once(
  {tx, account, now}: {tx: IdempotencyStore; account: {id: string}; now: Date},
  {key, fingerprint, status}: OnceRequest,
  work: () => Promise<Reply>,
): Promise<OnceReply> {
  const reservation = {
    accountId: account.id,
    key,
    requestHash: await digest(fingerprint),
    createdAt: toMoment(now),
    status: null,
    answer: null,
    applicationId: null,
  };
  const before = await tx.reserveIdempotencyKey(reservation);
  if (before) {
    if (before.requestHash !== reservation.requestHash) {
      throw new ProblemError('rejected', {
        detail: 'この Idempotency-Key は、別の内容の送信に使われています。',
      });
    }
    return {body: before.answer, status: before.status ?? status, isReplay: true};
  }
  const reply = await work();
  const {body = null, applicationId = null} = reply;
  await tx.completeIdempotencyKey({...reservation, status, answer: body, applicationId});
  return {...reply, status, isReplay: false};
}

/** Keys in flight in this process. A second request with one of them is refused with `Retry-After`. */
export function createInFlight() {
  const inFlight = new Set<string>();
  return {
    async run<Result>(name: string, work: () => Promise<Result>): Promise<Result> {
      if (inFlight.has(name)) {
        throw new ProblemError('conflict', {detail: '同じ送信を受け付けているところです。', retryAfter: 1});
      }
      inFlight.add(name);
      try {
        return await work();
      } finally {
        inFlight.delete(name);
      }
    },
  };
}
