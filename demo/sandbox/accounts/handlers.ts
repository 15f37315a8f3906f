import {findAccount, openSession} from './sessions.js';
import type {Call, Handler} from '../platform/call.js';
import {rejectFields} from '../platform/problem.js';

/** `POST /sessions` */
export const createSession: Handler<'createSession'> = async ({services, tx, now, body}) => {
  const account = findAccount(services.accounts, body.role, body.accountId);
  if (!account) {
    const detail = 'アカウントが見つかりません。アカウントを選び直してください。';
    throw rejectFields([{pointer: '/accountId', detail}]);
  }
  return {body: await openSession(tx, account, now)};
};

/** `DELETE /sessions/current` */
export const deleteSession: Handler<'deleteSession'> = async ({tx, tokenHash}: Call) => {
  await tx.deleteSession(tokenHash);
  return {};
};

/** `GET /me` */
export const getMe: Handler<'getMe'> = async ({account}: Call) => ({body: account});
