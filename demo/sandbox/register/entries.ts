import {searchText, searchWords} from '../../../src/input/search.js';
import {contractStates} from '../../../src/schemas/contract.js';
import {guaranteeKinds} from '../../../src/schemas/kinds.js';
import {
  type PaperCertificate,
  type RegisterEntry,
  registerNotices,
} from '../../../src/schemas/register-entry.js';
import {registerOwner} from '../answers/answering.js';
import {productNames} from '../data/surety.js';
import type {Call, Handler, Input} from '../platform/call.js';
import {addDays, toCalendarDate, toMoment} from '../platform/clock.js';
import {fieldProblem} from '../platform/field-issues.js';
import {readPage, toPage} from '../platform/paging.js';
import {ProblemError, rejectFields} from '../platform/problem.js';
import {readOneOf} from '../platform/query.js';
import {awaitsAnswer, entryState} from './order.js';
import type {NumberedEntry, RegisterEntryRow, RegisterFilter} from './store.js';
import type {StoreTransaction} from '../store/store.js';

/** How long before 保証期限 a notice comes. */
const NOTICE_DAYS = 30;

/** `GET /register/entries` */
export const listRegisterEntries: Handler<'listRegisterEntries'> = async call => {
  const {tx, account, now, query} = call;
  const {limit, ...from} = readPage(query);
  const base = {ownerId: registerOwner(account), today: toCalendarDate(now)};
  const filter = {...base, ...readFilter(call)};
  const rows = await tx.listRegisterEntries({...filter, ...from, limit: limit + 1});
  const {items, nextCursor} = toPage(rows, limit);
  const body = {items: items.map(row => toEntry(row, now)), nextCursor};
  if (query.cursor) return {body};
  const total = nextCursor ? await tx.countRegisterEntries(filter) : items.length;
  return {body: {...body, total, notices: await countNotices(tx, base, now)}};
};

/** `POST /register/papers`: a paper certificate beside the electronic ones. */
export const recordPaper: Handler<'recordPaper'> = async call => {
  const {account, now, body} = call;
  checkPaper(body);
  const moment = toMoment(now);
  const row: RegisterEntryRow = {
    ownerId: registerOwner(account),
    id: crypto.randomUUID(),
    contractNumber: null,
    paper: body,
    searchText: paperText(body),
    firstCheckedAt: moment,
    lastCheckedAt: moment,
    seenRevision: 0,
    isOwn: false,
    version: 1,
    deletedAt: null,
  };
  return save(call, row);
};

/** `PUT /register/papers/{id}` */
export const changePaper: Handler<'changePaper'> = async call => {
  const row = await findOwn(call);
  if (row.paper === null || row.deletedAt !== null) throw notFound();
  if (row.version !== call.version) throw new ProblemError('conflict');
  checkPaper(call.body);
  const changes = {paper: call.body, searchText: paperText(call.body), version: row.version + 1};
  return save(call, {...row, ...changes, lastCheckedAt: toMoment(call.now)});
};

/** `DELETE /register/entries/{id}`: taken out, not destroyed. */
export const removeRegisterEntry: Handler<'removeRegisterEntry'> = async call =>
  save(call, {...(await findOwn(call)), deletedAt: toMoment(call.now)});

/** `POST /register/entries/{id}/restorations`: puts back what was taken out. */
export const restoreRegisterEntry: Handler<'restoreRegisterEntry'> = async call =>
  save(call, {...(await findOwn(call)), deletedAt: null});

async function save({tx, now}: Call, row: RegisterEntryRow | NumberedEntry) {
  const {contract: _contract, sequence: _sequence, ...entry} = row as NumberedEntry;
  await tx.saveRegisterEntry(entry);
  const saved = await tx.findRegisterEntry(row.ownerId, row.id);
  if (!saved) throw new Error('A line of a register was not kept.');
  return {body: toEntry(saved, now)};
}

const notFound = () => new ProblemError('not-found', {detail: 'この証書は台帳にありません。'});

async function findOwn({tx, account, params}: Call & {params: {id: string}}): Promise<NumberedEntry> {
  const row = await tx.findRegisterEntry(registerOwner(account), params.id);
  if (!row) throw notFound();
  return row;
}

function readFilter({query, now}: Call & Input<'listRegisterEntries'>): Partial<RegisterFilter> {
  const notice = readOneOf(query, 'notice', registerNotices);
  return {
    searchWords: searchWords(query.q),
    form: readOneOf(query, 'form', ['electronic', 'paper']),
    kind: readOneOf(query, 'kind', guaranteeKinds),
    state: readOneOf(query, 'state', contractStates),
    ...(notice && noticeFilter(notice, now)),
  };
}

function noticeFilter(notice: (typeof registerNotices)[number], now: Date): Partial<RegisterFilter> {
  if (notice === 'expiring') return {expiresBy: toCalendarDate(addDays(now, NOTICE_DAYS))};
  if (notice === 'changed') return {isChanged: true};
  return {awaitsAnswer: true};
}

async function countNotices(
  tx: StoreTransaction,
  base: Pick<RegisterFilter, 'ownerId' | 'today'>,
  now: Date,
) {
  const count = (notice: (typeof registerNotices)[number]) =>
    tx.countRegisterEntries({...base, ...noticeFilter(notice, now)});
  return {
    expiring: await count('expiring'),
    changed: await count('changed'),
    unanswered: await count('unanswered'),
  };
}

const paperText = ({contractNumber, contractorName, worksName, kind, suretyName}: PaperCertificate) =>
  searchText(contractNumber, contractorName, worksName, `${productNames[kind]} ${suretyName}`);

function checkPaper({receivedOn, releasedOn}: PaperCertificate): void {
  if (releasedOn === null || releasedOn >= receivedOn) return;
  const detail = '返還日は、受領日より後の日付を入力してください。';
  throw rejectFields([fieldProblem(['releasedOn'], 'date.outOfRange', detail)]);
}

function toEntry(row: NumberedEntry, now: Date): RegisterEntry {
  const today = toCalendarDate(now);
  const {contract, paper} = row;
  const shared = {
    id: row.id,
    state: entryState(row, today),
    seenRevision: row.seenRevision,
    awaitsAnswer: entryState(row, today) === 'in-force' && awaitsAnswer(row),
    addedAt: row.firstCheckedAt,
    version: row.version,
  };
  if (paper) {
    return {...shared, ...paper, form: 'paper', revision: 0, answer: null};
  }
  if (!contract) throw new Error('A line of a register has neither contract nor paper.');
  const {terms, kind, revision, answer, releasedOn, number: contractNumber} = contract;
  return {
    ...shared,
    form: 'electronic',
    contractNumber,
    kind,
    suretyName: terms.surety.name,
    contractorName: terms.contractor.name,
    worksName: terms.works.name,
    guaranteeAmount: terms.guaranteeAmount,
    validUntil: terms.validUntil,
    revision,
    answer,
    releasedOn,
    receivedOn: null,
    note: '',
  };
}
