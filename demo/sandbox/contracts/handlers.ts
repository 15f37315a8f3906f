import {mustHandInAgain} from '../../../src/domain/contract-to-do.js';
import type {KeyNotice} from '../../../src/schemas/key-notice.js';
import {readContractFilter, readContractPage, toContractPage} from './query.js';
import type {ContractRow} from './store.js';
import {findOwnContract, toContracts, toSummary} from './view.js';
import {noticeWordingData} from '../data/surety.js';
import {appendAuditEvent} from '../platform/audit-log.js';
import type {Call, Handler} from '../platform/call.js';
import {toCalendarDate, toMoment} from '../platform/clock.js';
import {totalOf} from '../platform/paging.js';
import {ProblemError} from '../platform/problem.js';

/** `GET /contracts` */
export const listContracts: Handler<'listContracts'> = async ({tx, account, now, query}) => {
  const today = toCalendarDate(now);
  const filter = {...readContractFilter(query, today), contractorId: account.id};
  const {limit, ...from} = readContractPage(query);
  const rows = await tx.listContracts({...filter, ...from, limit: limit + 1});
  const {items, nextCursor} = toContractPage(rows, limit, from.sort);
  const count = () => tx.countContracts(filter);
  const body = {items: items.map(row => toSummary(row, today)), nextCursor};
  return {body: {...body, ...(await totalOf(body, query, count))}};
};

/** `GET /contracts/{number}` */
export const getContract: Handler<'getContract'> = async call => {
  const [body] = await toContracts(call.tx, [await findOwnContract(call)], toCalendarDate(call.now));
  return {body};
};

/** `POST /contracts/{number}/key-views`: each look is recorded before the key is shown. */
export const viewKey: Handler<'viewKey'> = async call => {
  const row = await findOwnContract(call);
  const {authKey, viewedAt} = await disclose(call, row, 'shown');
  return {body: {contractNumber: row.number, authKey, viewedAt}};
};

/** `POST /contracts/{number}/notices`: what the one-page PDF states. */
export const createNotice: Handler<'createNotice'> = async call => {
  const row = await findOwnContract(call);
  const {authKey} = await disclose(call, row, 'notice');
  const {surety} = call.services;
  const {terms} = row;
  const body: KeyNotice = {
    contractNumber: row.number,
    authKey,
    worksName: terms.works.name,
    contractorName: terms.contractor.name,
    productName: terms.productName,
    obligeeName: terms.obligeeName,
    suretyName: surety.name,
    registerName: surety.registerName,
    issuedOn: toCalendarDate(call.now),
    wording: noticeWordingData,
  };
  return {body};
};

/** `POST /contracts/{number}/hand-ins`: the first time counts, unless a change or 差戻し came after it. */
export const recordHandIn: Handler<'recordHandIn'> = async call => {
  const row = await findOwnContract(call, {lock: true});
  requireElectronic(row);
  const isKnown = row.handedInAt !== null && !mustHandInAgain(toSummary(row, toCalendarDate(call.now)));
  if (isKnown) return answerWith(call, row);
  await appendAuditEvent(call.tx, call, row, {type: 'handed-in'});
  return saveHandIn(call, {...row, handedInAt: toMoment(call.now)});
};

/** `DELETE /contracts/{number}/hand-ins` */
export const withdrawHandIn: Handler<'withdrawHandIn'> = async call => {
  const row = await findOwnContract(call, {lock: true});
  if (row.handedInAt === null) return answerWith(call, row);
  await appendAuditEvent(call.tx, call, row, {type: 'hand-in-withdrawn'});
  return saveHandIn(call, {...row, handedInAt: null});
};

async function saveHandIn(call: Call, row: ContractRow) {
  await call.tx.updateContract(row);
  return answerWith(call, row);
}

async function answerWith({tx, now}: Call, row: ContractRow) {
  const [body] = await toContracts(tx, [row], toCalendarDate(now));
  return {body};
}

async function disclose({services, tx, account, now}: Call, row: ContractRow, purpose: 'shown' | 'notice') {
  const sealedKey = requireElectronic(row);
  const viewedAt = toMoment(now);
  await tx.insertKeyView({contractNumber: row.number, accountId: account.id, viewedAt, purpose});
  return {authKey: await services.vault.open(row.number, sealedKey), viewedAt};
}

function requireElectronic({sealedKey}: ContractRow): string {
  if (sealedKey !== null) return sealedKey;
  throw new ProblemError('not-found', {detail: 'この保証契約は証書(紙)のため、認証キーがありません。'});
}
