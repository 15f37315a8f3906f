import {type Webhook, webhookEventType} from '../../../src/schemas/webhook.js';
import type {Call, Handler} from '../platform/call.js';
import {toMoment} from '../platform/clock.js';
import {fieldProblem} from '../platform/field-issues.js';
import {ProblemError, rejectFields} from '../platform/problem.js';
import {sealName} from './outbox.js';
import type {WebhookRow} from './store.js';

const MOST_WEBHOOKS = 10;
const SECRET_BYTES = 32;
const LOG_LENGTH = 100;

/** `POST /webhooks`: the secret is said in this answer and never again. */
export const createWebhook: Handler<'createWebhook'> = async ({services, tx, account, now, body}) => {
  const refusal = services.refuseWebhook(body.url);
  if (refusal) throw rejectFields([fieldProblem(['url'], undefined, refusal)]);
  if ((await tx.listWebhooks([account.id])).length >= MOST_WEBHOOKS) {
    const detail = `通知先は${MOST_WEBHOOKS}件まで登録できます。使わないものを削除してください。`;
    throw new ProblemError('conflict', {detail});
  }
  const secret = `whsec_${btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(SECRET_BYTES))))}`;
  const id = `wh_${crypto.randomUUID()}`;
  const row: WebhookRow = {
    id,
    accountId: account.id,
    url: body.url,
    events: body.events ?? [...webhookEventType.options],
    sealedSecret: await services.vault.seal(sealName(id), secret),
    createdAt: toMoment(now),
  };
  await tx.insertWebhook(row);
  return {body: {...toWebhook(row), secret}};
};

/** `GET /webhooks` */
export const listWebhooks: Handler<'listWebhooks'> = async ({tx, account}) => ({
  body: {items: (await tx.listWebhooks([account.id])).map(toWebhook)},
});

/** `DELETE /webhooks/{id}`: what was still to be sent to it is not sent. */
export const deleteWebhook: Handler<'deleteWebhook'> = async call => {
  const {id} = await findOwn(call);
  await call.tx.deleteWebhook(id);
  return {};
};

/** `GET /webhooks/{id}/deliveries` */
export const listDeliveries: Handler<'listDeliveries'> = async call => {
  const {id: webhookId} = await findOwn(call);
  const rows = await call.tx.listDeliveries(webhookId, LOG_LENGTH);
  const items = rows.map(({id, type, createdAt, state, attempts, lastAttemptAt, lastStatus}) => ({
    id,
    type,
    createdAt,
    state,
    attempts,
    lastAttemptAt,
    lastStatus,
  }));
  return {body: {items}};
};

async function findOwn({tx, account, params}: Call & {params: {id: string}}): Promise<WebhookRow> {
  const row = await tx.findWebhook(params.id);
  if (row?.accountId === account.id) return row;
  throw new ProblemError('not-found', {detail: 'この通知先は登録されていません。'});
}

const toWebhook = ({id, url, events, createdAt}: WebhookRow): Webhook => ({id, url, events, createdAt});
