import {answerRequest, releaseRequest} from '../../src/schemas/answer-request.js';
import {answering} from '../../src/schemas/answer.js';
import {paperCertificate, registerEntry, registerEntryPage} from '../../src/schemas/register-entry.js';
import {registerCheck, registerCheckRequest} from '../../src/schemas/register.js';
import type {Endpoint} from './endpoints.js';

/** What obligees do on the register (保証確認サービス): check, answer, keep. */
export const registerEndpoints = {
  checkRegister: {
    method: 'post',
    path: '/register/checks',
    summary: '保証確認',
    roles: ['obligee'],
    request: registerCheckRequest,
    response: registerCheck,
  },
  reopenContract: {
    method: 'get',
    path: '/register/contracts/{number}',
    summary: '一度確認した保証証書',
    roles: ['obligee'],
    response: registerCheck,
  },
  listRegisterEntries: {
    method: 'get',
    path: '/register/entries',
    summary: '保証証書の台帳',
    roles: ['obligee'],
    response: registerEntryPage,
    query: ['q', 'form', 'kind', 'state', 'notice', 'cursor', 'limit'],
  },
  removeRegisterEntry: {
    method: 'delete',
    path: '/register/entries/{id}',
    summary: '台帳から外す',
    roles: ['obligee'],
    response: registerEntry,
  },
  restoreRegisterEntry: {
    method: 'post',
    path: '/register/entries/{id}/restorations',
    summary: '台帳に戻す',
    roles: ['obligee'],
    response: registerEntry,
  },
  recordPaper: {
    method: 'post',
    path: '/register/papers',
    summary: '証書(紙)の記録',
    roles: ['obligee'],
    status: 201,
    request: paperCertificate,
    response: registerEntry,
    idempotent: true,
  },
  changePaper: {
    method: 'put',
    path: '/register/papers/{id}',
    summary: '証書(紙)の記録の変更',
    roles: ['obligee'],
    request: paperCertificate,
    response: registerEntry,
    conditional: true,
  },
  answerContract: {
    method: 'post',
    path: '/register/contracts/{number}/answers',
    summary: '保証証書の受領・差戻し',
    roles: ['obligee'],
    request: answerRequest,
    response: answering,
  },
  withdrawAnswer: {
    method: 'delete',
    path: '/register/contracts/{number}/answers',
    summary: '受領・差戻しの取り消し（10分以内）',
    roles: ['obligee'],
    response: answering,
  },
  releaseContract: {
    method: 'post',
    path: '/register/contracts/{number}/releases',
    summary: '保証証書の返還',
    roles: ['obligee'],
    request: releaseRequest,
    response: answering,
  },
  withdrawRelease: {
    method: 'delete',
    path: '/register/contracts/{number}/releases',
    summary: '返還の取り消し（10分以内）',
    roles: ['obligee'],
    response: answering,
  },
} as const satisfies Record<string, Endpoint>;
