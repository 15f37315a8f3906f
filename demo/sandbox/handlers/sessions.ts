import type {Account, Session} from '../../../src/schemas/party.js';
import type {Role} from '../../../src/schemas/kinds.js';
import {toMoment} from '../clock.js';
import {digest} from '../key-vault.js';
import {rejectFields} from '../problem.js';
import {drawToken} from '../random.js';
import type {Call, Handler, Services} from '../services.js';
import type {StoreTransaction} from '../store/store.js';

const SESSION_MS = 15 * 60_000;

/** Signs an account in; only a hash of the token is kept. */
export async function openSession(tx: StoreTransaction, account: Account, now: Date): Promise<Session> {
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

/** The account that is meant, or undefined. */
export function findAccount(services: Services, role: Role, accountId?: string): Account | undefined {
  return services.accounts.find(account => account.role === role && (!accountId || account.id === accountId));
}

/** `POST /sessions` */
export const createSession: Handler<{role: Role; accountId?: string}> = async ({services, tx, now, body}) => {
  const account = findAccount(services, body.role, body.accountId);
  if (!account) {
    const detail = 'アカウントが見つかりません。アカウントを選び直してください。';
    throw rejectFields([{pointer: '/accountId', detail}]);
  }
  return {body: await openSession(tx, account, now)};
};

/** `DELETE /sessions/current` */
export const deleteSession: Handler = async ({tx, tokenHash}: Call) => {
  await tx.deleteSession(tokenHash);
  return {};
};

/** `GET /me` */
export const getMe: Handler = async ({account}: Call) => ({body: account});
