import {mustHandInAgain} from '../../../src/domain/contract-to-do.js';
import type {KeyNotice} from '../../../src/schemas/key-notice.js';
import {toCalendarDate, toMoment} from '../clock.js';
import {listCertificatesOf, toContracts, toElectronicIssue, toSummary} from '../contract-view.js';
import {readContractFilter, readContractPage, toContractPage} from '../contract-query.js';
import {noticeWordingData} from '../data/surety.js';
import {searchWords} from '../../../src/input/search.js';
import {readPage, toPage} from '../pages.js';
import {ProblemError} from '../problem.js';
import type {Call, Handler} from '../services.js';
import {record} from '../trail.js';
import type {ContractRow} from '../store/store.js';

/** `GET /contracts` */
export const listContracts: Handler = async ({tx, account, now, query}) => {
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
export const getContract: Handler = async call => {
  const [body] = await toContracts(call.tx, [await findOwn(call)], toCalendarDate(call.now));
  return {body};
};

/** `POST /contracts/{number}/key-views`: each look is recorded before the key is shown. */
export const viewKey: Handler = async call => {
  const row = await findOwn(call);
  const {authKey, viewedAt} = await disclose(call, row, 'shown');
  return {body: {contractNumber: row.number, authKey, viewedAt}};
};

/** `POST /contracts/{number}/notices`: what the one-page PDF states. */
export const createNotice: Handler = async call => {
  const row = await findOwn(call);
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

/** `GET /contracts/{number}/certificates` */
export const listCertificates: Handler = async call => {
  const {number} = await findOwn(call);
  return {body: {items: await listCertificatesOf(call.tx, number)}};
};

/** `POST /contracts/{number}/hand-ins`: the first time counts, unless a change or 差戻し came after it. */
export const recordHandIn: Handler = async call => {
  const row = await findOwn(call, {lock: true});
  requireElectronic(row);
  const isKnown = row.handedInAt !== null && !mustHandInAgain(toSummary(row, toCalendarDate(call.now)));
  if (isKnown) return answerWith(call, row);
  await record(call.tx, call, row, {type: 'handed-in'});
  return saveHandIn(call, {...row, handedInAt: toMoment(call.now)});
};

/** `DELETE /contracts/{number}/hand-ins` */
export const withdrawHandIn: Handler = async call => {
  const row = await findOwn(call, {lock: true});
  if (row.handedInAt === null) return answerWith(call, row);
  await record(call.tx, call, row, {type: 'hand-in-withdrawn'});
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

/** `GET /electronic-issues` */
export const listElectronicIssues: Handler = async ({tx, account, query}) => {
  const {limit, ...from} = readPage(query);
  const filter = {contractorId: account.id, searchWords: searchWords(query['q'])};
  const rows = await tx.listArrivals({...filter, ...from, limit: limit + 1});
  const {items, nextCursor} = toPage(rows, limit);
  const body = {items: items.flatMap(toElectronicIssue), nextCursor};
  return {body: {...body, ...(await totalOf(body, query, () => tx.countArrivals(filter)))}};
};

/** The first page says how many there are; where it is the last one too, nobody need count. */
async function totalOf(
  {items, nextCursor}: {items: readonly unknown[]; nextCursor: string | null},
  query: Call['query'],
  count: () => Promise<number>,
): Promise<{total?: number}> {
  if (query['cursor']) return {};
  return {total: nextCursor ? await count() : items.length};
}

/** Another contractor's contract is answered as if it did not exist. */
async function findOwn({tx, account, params}: Call, options?: {lock: boolean}): Promise<ContractRow> {
  const row = await tx.findContract(params['number'] ?? '', options);
  if (!row || row.contractorId !== account.id) {
    throw new ProblemError('not-found', {detail: '該当する保証契約が見つかりません。'});
  }
  return row;
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
