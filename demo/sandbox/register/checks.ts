import * as endpoints from '../../../src/api/endpoints.js';
import {searchText} from '../../../src/input/search.js';
import type {Certificate} from '../../../src/schemas/certificate.js';
import type {RegisterCheck} from '../../../src/schemas/register.js';
import {registerOwner, toAnswering} from '../answers/answering.js';
import {listCertificatesOf} from '../certificates/view.js';
import type {ContractRow} from '../contracts/store.js';
import {isObligee, stateOn} from '../contracts/view.js';
import {appendAuditEvent} from '../platform/audit-log.js';
import type {Call, Handler} from '../platform/call.js';
import {toCalendarDate, toMoment} from '../platform/clock.js';
import {ProblemError} from '../platform/problem.js';
import {afterFailure, afterSuccess, secondsToWait} from '../platform/rate-limit.js';

const {rateLimit} = endpoints.checkRegister;

/** One text for an unknown number, a wrong key and paper: which it was is nobody's business. */
const neutral = () =>
  new ProblemError('not-found', {
    detail:
      '該当する保証が見つかりません。保証契約番号と認証キーをご確認ください。（数字の0と英字のO、数字の1と英字のI・l、大文字と小文字の違いにご注意ください。）',
  });

/** `POST /register/checks`: whatever is wrong, as many rows are read, and the same digest is computed. */
export const checkRegister: Handler<'checkRegister'> = async call => {
  const {services, tx, account, now, body} = call;
  const time = now.getTime();
  await tx.deleteAttemptsBefore(time - rateLimit.forgetAfterMs);
  const buckets = [`client:${account.id}`, `number:${body.contractNumber}`];
  const tries = await tx.lockAttempts(buckets);
  const retryAfter = secondsToWait(tries, time);
  if (retryAfter > 0) throw new ProblemError('rate-limited', {retryAfter});

  const near = await tx.findContractOrNeighbour(body.contractNumber);
  const row = near?.number === body.contractNumber ? near : undefined;
  const right = await services.vault.matches(body.contractNumber, body.authKey, row?.keyMac ?? null);
  const certificates = await listCertificatesOf(tx, near?.number ?? body.contractNumber);
  if (!row || !right || certificates.length === 0) {
    for (const entry of tries) await tx.saveAttempts(afterFailure(entry, time, rateLimit));
    return {problem: neutral()};
  }
  for (const entry of tries)
    if (entry.bucket.startsWith('number:')) await tx.saveAttempts(afterSuccess(entry));
  await keepEntry(call, row);
  return {body: await toCheck(call, row, certificates)};
};

/** `GET /register/contracts/{number}`: what the body opened before with number and key, opened again. */
export const reopenContract: Handler<'reopenContract'> = async call => {
  const {tx, account, now, params} = call;
  const entry = await tx.findRegisterEntry(registerOwner(account), params.number);
  const row = entry?.deletedAt === null ? entry.contract : null;
  if (!row) throw neutral();
  const certificates = await listCertificatesOf(tx, row.number);
  await keepEntry(call, row);
  return {body: await toCheck({tx, account, now}, row, certificates)};
};

async function toCheck(
  call: Pick<Call, 'tx' | 'account' | 'now'>,
  row: ContractRow,
  certificates: Certificate[],
): Promise<RegisterCheck> {
  return {
    contractNumber: row.number,
    state: stateOn(row, toCalendarDate(call.now)),
    checkedAt: toMoment(call.now),
    certificates,
    answering: await toAnswering(call, row),
  };
}

/** What was opened stays in the obligee's register; its own first look at each revision is told to the contractor. */
async function keepEntry({tx, account, now}: Call, row: ContractRow): Promise<void> {
  const ownerId = registerOwner(account);
  const before = await tx.findRegisterEntry(ownerId, row.number);
  const moment = toMoment(now);
  const {terms} = row;
  const isOwn = isObligee(account.obligee, row);
  await tx.saveRegisterEntry({
    ownerId,
    id: row.number,
    contractNumber: row.number,
    paper: null,
    searchText: searchText(row.number, terms.contractor.name, terms.works.name, terms.productName),
    firstCheckedAt: before?.firstCheckedAt ?? moment,
    lastCheckedAt: moment,
    seenRevision: row.revision,
    isOwn,
    version: 1,
    deletedAt: null,
  });
  if (before?.seenRevision !== row.revision && isOwn) {
    await appendAuditEvent(tx, {account, now}, row, {type: 'opened'});
  }
}
