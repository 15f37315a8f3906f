import {mailContractor} from './answer-mail.js';
import {registerOwner, releasedAt, toAnswering, WITHDRAW_MS} from './answering.js';
import type {ContractRow} from '../contracts/store.js';
import {answerAfter} from '../contracts/timeline.js';
import {isObligee} from '../contracts/view.js';
import {appendAuditEvent} from '../platform/audit-log.js';
import type {Call, Handler} from '../platform/call.js';
import {toCalendarDate} from '../platform/clock.js';
import {fieldProblem} from '../platform/field-issues.js';
import {ProblemError, rejectFields} from '../platform/problem.js';
import {announce, contractFacts} from '../webhooks/events.js';

/** `POST /register/contracts/{number}/answers`: 受領 or 差戻し. The same answer again changes nothing. */
export const answerContract: Handler<'answerContract'> = async call => {
  const row = await findConcerned(call);
  const {tx, body} = call;
  requireOpen(row);
  if (row.revision !== body.revision) throw new ProblemError('conflict');
  const reason = body.outcome === 'returned' ? body.reason.trim() : null;
  const {answer} = row;
  if (answer?.revision === row.revision) {
    if (answer.outcome === body.outcome && (answer.reason ?? null) === reason) return answerWith(call, row);
    if (answer.outcome === 'accepted') {
      const detail = 'この保証証書は受領済みです。取り消すときは、保証会社にご連絡ください。';
      throw new ProblemError('conflict', {detail});
    }
  }
  await appendAuditEvent(tx, call, row, {type: body.outcome, reason});
  return keepAnswer(call, row, body.outcome);
};

/** `DELETE /register/contracts/{number}/answers`: a slip is taken back, and the answer before it holds again. */
export const withdrawAnswer: Handler<'withdrawAnswer'> = async call => {
  const row = await findConcerned(call);
  requireOpen(row);
  requireWithdrawable(call, row.answer?.revision === row.revision ? row.answer.answeredAt : undefined);
  await appendAuditEvent(call.tx, call, row, {type: 'answer-withdrawn'});
  return keepAnswer(call, row, 'withdrawn');
};

/** `POST /register/contracts/{number}/releases`: 返還. */
export const releaseContract: Handler<'releaseContract'> = async call => {
  const row = await findConcerned(call);
  const {tx, body, now} = call;
  if (row.releasedOn === body.releasedOn) return answerWith(call, row);
  requireOpen(row);
  if (row.answer?.outcome !== 'accepted' || row.answer.revision !== row.revision) {
    const detail = '返還の前に、最新の保証証書を受領してください。';
    throw new ProblemError('conflict', {detail});
  }
  if (body.releasedOn > toCalendarDate(now) || body.releasedOn < row.issuedOn) {
    const detail = '返還日は、契約日から今日までの日付を入力してください。';
    throw rejectFields([fieldProblem(['releasedOn'], 'date.outOfRange', detail)]);
  }
  const changed = {...row, releasedOn: body.releasedOn};
  await tx.updateContract(changed);
  await appendAuditEvent(tx, call, row, {type: 'released', day: body.releasedOn});
  await mailContractor(call, changed, 'released');
  return announceRelease(call, changed);
};

/** `DELETE /register/contracts/{number}/releases` */
export const withdrawRelease: Handler<'withdrawRelease'> = async call => {
  const row = await findConcerned(call);
  requireWithdrawable(call, row.releasedOn === null ? undefined : await releasedAt(call, row));
  const changed = {...row, releasedOn: null};
  await call.tx.updateContract(changed);
  await appendAuditEvent(call.tx, call, row, {type: 'release-withdrawn'});
  await mailContractor(call, changed, 'release-withdrawn');
  return announceRelease(call, changed);
};

async function keepAnswer(call: Call, row: ContractRow, outcome: 'accepted' | 'returned' | 'withdrawn') {
  const changed = {...row, answer: answerAfter(await call.tx.listAuditEvents([row.number]))};
  await call.tx.updateContract(changed);
  await mailContractor(call, changed, outcome);
  const data = {...contractFacts(changed), outcome: changed.answer?.outcome ?? null};
  await announce(call.services, call.tx, call.now, {type: 'certificate.answered', data}, changed);
  return answerWith(call, changed);
}

async function announceRelease(call: Call, row: ContractRow) {
  const data = {...contractFacts(row), releasedOn: row.releasedOn};
  await announce(call.services, call.tx, call.now, {type: 'certificate.released', data}, row);
  return answerWith(call, row);
}

const answerWith = async (call: Call, row: ContractRow) => ({body: await toAnswering(call, row)});

/** Opened with number and key before, and the account's own to answer; a number alone tells nothing. */
async function findConcerned({tx, account, params}: Call & {params: {number: string}}): Promise<ContractRow> {
  const number = params.number;
  const row = await tx.findContract(number, {lock: true});
  const entry = await tx.findRegisterEntry(registerOwner(account), number);
  if (!row || !entry || entry.deletedAt !== null) {
    const detail = 'この保証証書は、まだ確認されていません。保証契約番号と認証キーで確認してください。';
    throw new ProblemError('not-found', {detail});
  }
  if (isObligee(account.obligee, row)) return row;
  const detail = 'この保証証書の発注者ではないため、回答できません。';
  throw new ProblemError('forbidden', {detail});
}

function requireOpen({cancelledAt, releasedOn}: ContractRow): void {
  if (cancelledAt !== null)
    throw new ProblemError('conflict', {detail: 'この保証契約は取り消されています。'});
  if (releasedOn !== null) throw new ProblemError('conflict', {detail: 'この保証証書は返還されています。'});
}

function requireWithdrawable({now}: Call, actedAt: string | undefined): void {
  if (actedAt && now.getTime() < Date.parse(actedAt) + WITHDRAW_MS) return;
  const detail = '取り消せるのは、回答から10分以内です。保証会社にご連絡ください。';
  throw new ProblemError('conflict', {detail});
}
