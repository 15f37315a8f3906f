import {searchWords} from '../../../src/input/search.js';
import type {ChangeRequest} from '../../../src/schemas/office.js';
import {checkPeriod} from '../applications/application-rules.js';
import {requireApplication, toApplication, withContracts, withItsContracts} from '../applications/view.js';
import type {ApplicationRow} from '../applications/store.js';
import {issueContracts, toRevision} from '../contracts/issue.js';
import type {ContractRow, Terms} from '../contracts/store.js';
import {toAuditEvent} from '../contracts/timeline.js';
import {toContracts} from '../contracts/view.js';
import {ISSUED_SUBJECT, issuedMailText, newMail, RETURNED_SUBJECT, returnedMailText} from '../mails/mail.js';
import {appendAuditEvent} from '../platform/audit-log.js';
import type {Call, Handler, Services} from '../platform/call.js';
import {toCalendarDate, toMoment} from '../platform/clock.js';
import {fieldProblem} from '../platform/field-issues.js';
import {type FieldProblem, ProblemError, rejectFields} from '../platform/problem.js';
import type {StoreTransaction} from '../store/store.js';
import {announce, contractFacts} from '../webhooks/events.js';

/** The office's list has no pages; the newest contracts are what it works on. */
const OFFICE_LIMIT = 500;

/** `GET /office/applications` */
export const listOfficeApplications: Handler<'listOfficeApplications'> = async ({tx}) => ({
  body: {items: await withContracts(tx, await tx.listApplications({}))},
});

/** `GET /office/applications/{id}` */
export const getOfficeApplication: Handler<'getOfficeApplication'> = async ({tx, params}) => ({
  body: await withItsContracts(tx, await requireApplication(tx, params.id)),
});

/** `POST /office/applications/{id}/return`: 差戻し. */
export const returnApplication: Handler<'returnApplication'> = async call => {
  const {services, tx, now, body} = call;
  const row = await findSubmitted(call);
  const moment = toMoment(now);
  const changed: ApplicationRow = {...row, state: 'returned', returnReason: body.reason, updatedAt: moment};
  await tx.updateApplication(changed);
  const data = {applicationId: row.id, receiptNumber: row.receiptNumber};
  await announce(services, tx, now, {type: 'application.returned', data}, row);
  const {issueNotification, works, branchCode, contractorName} = row.content;
  const branch = services.surety.branches.find(({code}) => code === branchCode);
  if (issueNotification.email && branch) {
    const facts = {
      contractorName,
      receiptNumber: row.receiptNumber,
      worksName: works.name,
      reason: body.reason,
    };
    const text = returnedMailText(facts, services.surety, branch);
    const mail = {to: issueNotification.email, subject: RETURNED_SUBJECT, text, sentAt: moment};
    await tx.insertMail(newMail({...mail, contractorId: row.contractorId}, services.mailConfigured));
  }
  return {body: toApplication(changed, [])};
};

/** `POST /office/applications/{id}/issue`: 発行. */
export const issueApplication: Handler<'issueApplication'> = async call => {
  const {services, tx, now, body} = call;
  const row = await findSubmitted(call);
  const contracts = await issueContracts(services, tx, row, call);
  const messageFromSurety = body.message?.trim() ? body.message : row.messageFromSurety;
  await tx.updateApplication({...row, state: 'issued', messageFromSurety, updatedAt: toMoment(now)});
  await mailIssued(services, tx, row, contracts, now);
  const facts = contracts.map(({number, kind, certificateForm, arrivedAt}) => ({
    number,
    kind,
    certificateForm,
    arrivedAt,
  }));
  return {body: {contracts: facts}, applicationId: row.id};
};

/** `GET /office/contracts` */
export const listOfficeContracts: Handler<'listOfficeContracts'> = async ({tx, now, query}) => {
  const rows = await tx.listContracts({limit: OFFICE_LIMIT, searchWords: searchWords(query.q)});
  return {body: {items: await toContracts(tx, rows, toCalendarDate(now))}};
};

/** `POST /office/contracts/{number}/changes`: 変更N; number and key stay. */
export const changeContract: Handler<'changeContract'> = async call => {
  const {services, tx, now, body} = call;
  const row = await findInForce(call);
  if (row.revision !== body.revision) throw new ProblemError('conflict');
  const terms = changeTerms(row.terms, body);
  const problems = checkTerms(terms, body);
  if (problems.length > 0) throw rejectFields(problems);
  const arrivedAt = row.certificateForm === 'electronic' ? toMoment(now) : null;
  const changed: ContractRow = {...row, revision: row.revision + 1, arrivedAt, terms};
  await tx.updateContract(changed);
  await tx.insertRevision(await toRevision(services, changed, body.reason, toCalendarDate(now)));
  await appendAuditEvent(tx, call, changed, {type: 'changed', reason: body.reason});
  await announce(services, tx, now, {type: 'certificate.changed', data: contractFacts(changed)}, changed);
  const application = await requireApplication(tx, row.applicationId);
  await mailIssued(services, tx, application, [changed], now);
  return answerWith(call, changed);
};

/** `POST /office/contracts/{number}/cancel`: 取消. The register goes on showing it, as cancelled. */
export const cancelContract: Handler<'cancelContract'> = async call => {
  const row = await findInForce(call);
  const changed: ContractRow = {...row, cancelledAt: toMoment(call.now), cancelReason: call.body.reason};
  await call.tx.updateContract(changed);
  await appendAuditEvent(call.tx, call, changed, {type: 'cancelled', reason: call.body.reason});
  const event = {type: 'certificate.cancelled', data: contractFacts(changed)} as const;
  await announce(call.services, call.tx, call.now, event, changed);
  return answerWith(call, changed);
};

async function findSubmitted({
  tx,
  params,
  body,
}: Call & {params: {id: string}; body: {version: number}}): Promise<ApplicationRow> {
  const row = await requireApplication(tx, params.id, {lock: true});
  if (row.version !== body.version) throw new ProblemError('conflict');
  if (row.state !== 'submitted') {
    const detail = row.state === 'issued' ? 'この申込は発行済みです。' : 'この申込は差し戻されています。';
    throw new ProblemError('conflict', {detail});
  }
  return row;
}

async function findInForce({tx, params}: Call & {params: {number: string}}): Promise<ContractRow> {
  const row = await tx.findContract(params.number, {lock: true});
  if (!row) throw new ProblemError('not-found', {detail: '該当する保証契約が見つかりません。'});
  if (row.cancelledAt !== null)
    throw new ProblemError('conflict', {detail: 'この保証契約は取り消されています。'});
  return row;
}

/** What was not said stays. 保証期限 follows a 工期 that it ended with. */
function changeTerms(terms: Terms, change: ChangeRequest): Terms {
  const {works} = terms;
  const period = change.period ?? works.period;
  const follows = change.period !== undefined && terms.validUntil === (works.period?.to ?? null);
  return {
    ...terms,
    guaranteeAmount: change.guaranteeAmount ?? terms.guaranteeAmount,
    validUntil: change.validUntil ?? (follows ? (period?.to ?? null) : terms.validUntil),
    works: {...works, price: change.worksPrice ?? works.price, period},
  };
}

function checkTerms(terms: Terms, change: ChangeRequest): FieldProblem[] {
  const problems = checkPeriod(change.period, ['period']);
  if (terms.guaranteeAmount > terms.works.price) {
    const path = [change.guaranteeAmount === undefined ? 'worksPrice' : 'guaranteeAmount'];
    const detail = '保証金額は、請負金額を超えない金額を入力してください。';
    problems.push(fieldProblem(path, 'amount.tooLarge', detail));
  }
  const {guaranteeAmount, worksPrice, period, validUntil} = change;
  if ([guaranteeAmount, worksPrice, period, validUntil].every(value => value === undefined)) {
    const detail = '変更する項目（保証金額、請負金額、工期、保証期限）を一つ以上入力してください。';
    problems.push(fieldProblem([], undefined, detail));
  }
  return problems;
}

/** Only electronic guarantees have a key to be told about, and only who asked is told. */
async function mailIssued(
  services: Services,
  tx: StoreTransaction,
  {content, contractorId}: ApplicationRow,
  contracts: readonly ContractRow[],
  now: Date,
): Promise<void> {
  const electronic = contracts.filter(({certificateForm}) => certificateForm === 'electronic');
  const {wanted, email} = content.issueNotification;
  if (!wanted || !email || electronic.length === 0) return;
  const text = issuedMailText(electronic, services.surety);
  const mail = {to: email, subject: ISSUED_SUBJECT, text, sentAt: toMoment(now), contractorId};
  await tx.insertMail(newMail(mail, services.mailConfigured));
}

async function answerWith({tx, now}: Pick<Call, 'tx' | 'now'>, row: ContractRow) {
  const [body] = await toContracts(tx, [row], toCalendarDate(now));
  return {body};
}

/** `GET /office/contracts/{number}/trail` */
export const getTrail: Handler<'getTrail'> = async ({tx, params}) => {
  const row = await tx.findContract(params.number);
  if (!row) throw new ProblemError('not-found', {detail: '該当する保証契約が見つかりません。'});
  return {body: {items: (await tx.listAuditEvents([row.number])).map(toAuditEvent)}};
};
