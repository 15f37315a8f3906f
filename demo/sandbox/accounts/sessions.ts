import type {Role} from '../../../src/schemas/kinds.js';
import type {Account, Session} from '../../../src/schemas/party.js';
import {toMoment} from '../platform/clock.js';
import {digest} from '../platform/key-vault.js';
import {drawToken} from '../platform/random.js';
import {Table, type UndoLog} from '../store/memory-table.js';

const SESSION_MS = 15 * 60_000;

/** A session; the token itself is never stored. */
export interface SessionRow {
  tokenHash: string;
  accountId: string;
  role: Role;
  expiresAt: string;
}

/** What is stored of sessions. */
export interface SessionStore {
  insertSession(row: SessionRow): Promise<void>;
  findSession(tokenHash: string): Promise<SessionRow | undefined>;
  deleteSession(tokenHash: string): Promise<void>;
  deleteSessionsBefore(moment: string): Promise<void>;
}

/** Sessions in memory. */
export function memorySessions(undo: UndoLog): SessionStore {
  const sessions = new Table<SessionRow>(undo);
  return {
    async insertSession(row) {
      sessions.insert(row.tokenHash, row);
    },
    async findSession(tokenHash) {
      return sessions.get(tokenHash);
    },
    async deleteSession(tokenHash) {
      sessions.delete(tokenHash);
    },
    async deleteSessionsBefore(moment) {
      sessions.deleteWhere(row => row.expiresAt < moment);
    },
  };
}

/** Signs an account in; only a hash of the token is kept. */
export async function openSession(tx: SessionStore, account: Account, now: Date): Promise<Session> {
  const token = drawToken();
  const expiresAt = toMoment(new Date(now.getTime() + SESSION_MS));
  await tx.deleteSessionsBefore(toMoment(now));
  await tx.insertSession({
    tokenHash: await digest(token),
    accountId: account.id,
    role: account.role,
    expiresAt,
  });
  return {token, expiresAt, account};
}

/** Returns the account with an id, or the first one of the role. */
export const findAccount = (
  accounts: readonly Account[],
  role: Role,
  accountId?: string,
): Account | undefined =>
  accounts.find(account => account.role === role && (!accountId || account.id === accountId));
