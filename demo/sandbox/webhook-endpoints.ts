import {newWebhook, webhookDeliveryList, webhookList, webhookRequest} from '../../src/schemas/webhook.js';
import type {Endpoint} from './endpoints.js';

const any = ['contractor', 'obligee', 'surety'] as const;

/** Where partners say who is to be told of what. */
export const webhookEndpoints = {
  createWebhook: {
    method: 'post',
    path: '/webhooks',
    summary: '通知先（Webhook）の登録',
    roles: any,
    status: 201,
    request: webhookRequest,
    response: newWebhook,
  },
  listWebhooks: {
    method: 'get',
    path: '/webhooks',
    summary: '通知先（Webhook）',
    roles: any,
    response: webhookList,
  },
  deleteWebhook: {
    method: 'delete',
    path: '/webhooks/{id}',
    summary: '通知先（Webhook）の削除',
    roles: any,
    status: 204,
  },
  listDeliveries: {
    method: 'get',
    path: '/webhooks/{id}/deliveries',
    summary: '通知の記録',
    roles: any,
    response: webhookDeliveryList,
  },
} as const satisfies Record<string, Endpoint>;
