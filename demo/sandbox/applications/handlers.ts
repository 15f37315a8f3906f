import type {ApplicationContent} from '../../../src/schemas/application.js';
import {checkApplicationRules} from './application-rules.js';
import {withItsContracts, requireApplication, toApplication, withContracts} from './view.js';
import type {ApplicationRow} from './store.js';
import type {Call, Handler} from '../platform/call.js';
import {toMoment} from '../platform/clock.js';
import {ProblemError, rejectFields} from '../platform/problem.js';

/** `POST /applications` */
export const createApplication: Handler<'createApplication'> = async call => {
  await checkRules(call);
  const {tx, account, now, body} = call;
  const moment = toMoment(now);
  const year = moment.slice(0, 4);
  const count = await tx.nextCount(`receipt-${year}`);
  const row: ApplicationRow = {
    id: crypto.randomUUID(),
    receiptNumber: `U-${year}-${String(count).padStart(6, '0')}`,
    contractorId: account.id,
    state: 'submitted',
    version: 1,
    content: body,
    submittedAt: moment,
    updatedAt: moment,
    returnReason: null,
    messageFromSurety: null,
  };
  await tx.insertApplication(row);
  return {body: toApplication(row, []), applicationId: row.id};
};

/** `PUT /applications/{id}`: a returned application is mended and sent again. */
export const updateApplication: Handler<'updateApplication'> = async call => {
  const {tx, now, body, version} = call;
  const row = await findOwn(call, {lock: true});
  if (row.state !== 'returned') {
    throw new ProblemError('conflict', {
      detail: 'この申込は差し戻されていないため、修正して送信できません。',
    });
  }
  if (row.version !== version) throw new ProblemError('conflict');
  await checkRules(call);
  const changed: ApplicationRow = {
    ...row,
    state: 'submitted',
    version: row.version + 1,
    content: body,
    updatedAt: toMoment(now),
    returnReason: null,
  };
  await tx.updateApplication(changed);
  return {body: toApplication(changed, []), applicationId: row.id};
};

/** `GET /applications/{id}` */
export const getApplication: Handler<'getApplication'> = async call => ({
  body: await withItsContracts(call.tx, await findOwn(call)),
});

/** `GET /applications` */
export const listApplications: Handler<'listApplications'> = async ({tx, account}) => ({
  body: {items: await withContracts(tx, await tx.listApplications({contractorId: account.id}))},
});

/** `GET /submissions/{key}`: what became of a sending whose answer got lost. */
export const getSubmission: Handler<'getSubmission'> = async ({tx, account, params}) => {
  const stored = await tx.findIdempotencyKey(account.id, params.key);
  const row = stored?.applicationId && (await tx.findApplication(stored.applicationId));
  if (!row) throw new ProblemError('not-found', {detail: 'この送信は受け付けていません。'});
  return {body: await withItsContracts(tx, row)};
};

/** Another contractor's application is answered as if it did not exist. */
async function findOwn(
  {tx, account, params}: Call & {params: {id: string}},
  options?: {lock?: boolean},
): Promise<ApplicationRow> {
  const row = await requireApplication(tx, params.id, options);
  if (row.contractorId !== account.id) {
    throw new ProblemError('not-found', {detail: '該当する申込が見つかりません。'});
  }
  return row;
}

async function checkRules({services, account, body}: Call & {body: ApplicationContent}): Promise<void> {
  const issues = await checkApplicationRules(body, account, services);
  if (issues.length > 0) throw rejectFields(issues);
}
