import type {Application, ApplicationContent} from '../../../src/schemas/application.js';
import {checkApplicationRules} from '../application-rules.js';
import {toMoment} from '../clock.js';
import {groupBy} from '../group.js';
import {ProblemError, rejectFields} from '../problem.js';
import type {Answer, Call, Handler} from '../services.js';
import {toApplication, type ApplicationRow, type StoreTransaction} from '../store/store.js';

/** `POST /applications` */
export const createApplication: Handler<ApplicationContent> = async call => {
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
export const updateApplication: Handler<ApplicationContent> = async call => {
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
export const getApplication: Handler = async call => answerWith(call.tx, await findOwn(call));

/** `GET /applications` */
export const listApplications: Handler = async ({tx, account}) => ({
  body: {items: await withContracts(tx, await tx.listApplications({contractorId: account.id}))},
});

/** `GET /submissions/{key}`: what became of a sending whose answer got lost. */
export const getSubmission: Handler = async ({tx, account, params}) => {
  const stored = await tx.findIdempotencyKey(account.id, params['key'] ?? '');
  const row = stored?.applicationId && (await tx.findApplication(stored.applicationId));
  if (!row) throw new ProblemError('not-found', {detail: 'この送信は受け付けていません。'});
  return answerWith(tx, row);
};

/** `GET /office/applications` */
export const listOfficeApplications: Handler = async ({tx}) => ({
  body: {items: await withContracts(tx, await tx.listApplications({}))},
});

/** `GET /office/applications/{id}` */
export const getOfficeApplication: Handler = async ({tx, params}) =>
  answerWith(tx, await findAny(tx, params['id'] ?? ''));

/** Any application; for the surety's office. */
export async function findAny(
  tx: StoreTransaction,
  id: string,
  options?: {lock?: boolean},
): Promise<ApplicationRow> {
  const row = await tx.findApplication(id, options);
  if (!row) throw new ProblemError('not-found', {detail: '該当する申込が見つかりません。'});
  return row;
}

/** Another contractor's application is answered as if it did not exist. */
async function findOwn({tx, account, params}: Call, options?: {lock?: boolean}): Promise<ApplicationRow> {
  const row = await findAny(tx, params['id'] ?? '', options);
  if (row.contractorId !== account.id) {
    throw new ProblemError('not-found', {detail: '該当する申込が見つかりません。'});
  }
  return row;
}

async function answerWith(tx: StoreTransaction, row: ApplicationRow): Promise<Answer> {
  const [body] = await withContracts(tx, [row]);
  return {body};
}

async function withContracts(tx: StoreTransaction, rows: ApplicationRow[]): Promise<Application[]> {
  const contracts = await tx.listContractsOf(rows.map(({id}) => id));
  const byApplication = groupBy(contracts, ({applicationId}) => applicationId);
  return rows.map(row => toApplication(row, byApplication.get(row.id) ?? []));
}

async function checkRules({services, account, body}: Call<ApplicationContent>): Promise<void> {
  const issues = await checkApplicationRules(body, account, services);
  if (issues.length > 0) throw rejectFields(issues);
}
