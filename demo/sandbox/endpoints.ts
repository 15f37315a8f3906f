import type {$ZodType} from 'zod/v4/core';
import {amountRuleList} from '../../src/schemas/amount-rule.js';
import {trail} from '../../src/schemas/answer.js';
import {application, applicationContent, applicationList} from '../../src/schemas/application.js';
import {bankBranchList, bankList} from '../../src/schemas/bank.js';
import {certificateList} from '../../src/schemas/certificate.js';
import {contract, contractPage, electronicIssuePage} from '../../src/schemas/contract.js';
import {jwks} from '../../src/schemas/jwks.js';
import {keyNotice} from '../../src/schemas/key-notice.js';
import type {Role} from '../../src/schemas/kinds.js';
import {obligeeFeed} from '../../src/schemas/obligee-feed.js';
import {localBodyList, obligee, obligeeList} from '../../src/schemas/obligee.js';
import {
  cancelRequest,
  changeRequest,
  issueRequest,
  issueResult,
  mailList,
  officeContractList,
  returnRequest,
} from '../../src/schemas/office.js';
import {account, session, sessionRequest} from '../../src/schemas/party.js';
import {keyDisclosure} from '../../src/schemas/register.js';
import {surety} from '../../src/schemas/surety.js';

import {registerEndpoints} from './register-endpoints.js';
import {webhookEndpoints} from './webhook-endpoints.js';

/** One row of the API: routing, authorisation, parsing and OpenAPI are all made from it. */
export interface Endpoint {
  method: 'get' | 'post' | 'put' | 'delete';
  /** Under `/v1`, with `{name}` for parameters. */
  path: string;
  summary: string;
  /** Who may; nobody need sign in where it is empty. */
  roles: readonly Role[];
  status?: 200 | 201 | 204;
  request?: $ZodType;
  response?: $ZodType;
  query?: readonly string[];
  /** Needs an `Idempotency-Key`; runs once per key. */
  idempotent?: boolean;
  /** Needs `If-Match` with the version that was seen. */
  conditional?: boolean;
  /** Answers `ETag` and honours `If-None-Match`. */
  tagged?: boolean;
}

const any = ['contractor', 'obligee', 'surety'] as const;
const contractor = ['contractor'] as const;
const office = ['surety'] as const;
const page = ['cursor', 'limit'] as const;
const contractFilters = [
  'kind',
  'state',
  'toDo',
  'handIn',
  'obligee',
  'issuedFrom',
  'issuedTo',
  'worksPriceFrom',
  'worksPriceTo',
  'amountFrom',
  'amountTo',
] as const;

/** Every endpoint by name. */
export const endpoints = {
  createSession: {
    method: 'post',
    path: '/sessions',
    summary: 'ログイン（サンドボックス専用）',
    roles: [],
    status: 201,
    request: sessionRequest,
    response: session,
  },
  deleteSession: {
    method: 'delete',
    path: '/sessions/current',
    summary: 'ログアウト',
    roles: any,
    status: 204,
  },
  getMe: {method: 'get', path: '/me', summary: 'ログイン中のアカウント', roles: any, response: account},
  getSurety: {method: 'get', path: '/surety', summary: '保証会社と営業部・支店', roles: [], response: surety},
  getSigningKeys: {
    method: 'get',
    path: '/jwks.json',
    summary: '保証証書の署名を確かめる公開鍵',
    roles: [],
    response: jwks,
    tagged: true,
  },
  listObligees: {
    method: 'get',
    path: '/obligees',
    summary: '電子保証対応の発注者',
    roles: [],
    response: obligeeList,
    query: ['q', 'prefecture'],
    tagged: true,
  },
  getObligeeFeed: {
    method: 'get',
    path: '/obligee-feed',
    summary: '発注者の一覧を、ほかのサイトでも公開できるファイルの形で',
    roles: [],
    response: obligeeFeed,
    tagged: true,
  },
  getObligee: {
    method: 'get',
    path: '/obligees/{code}',
    summary: '発注者',
    roles: [],
    response: obligee,
    tagged: true,
  },
  listLocalBodies: {
    method: 'get',
    path: '/local-bodies',
    summary: '都道府県と市区町村（全国地方公共団体コード）',
    roles: [],
    response: localBodyList,
    query: ['q', 'prefecture'],
    tagged: true,
  },
  listAmountRules: {
    method: 'get',
    path: '/amount-rules',
    summary: '発注者ごとの前払金・契約保証の金額の決まり',
    roles: [],
    response: amountRuleList,
    query: ['obligee'],
    tagged: true,
  },
  listBanks: {
    method: 'get',
    path: '/banks',
    summary: '金融機関',
    roles: [],
    response: bankList,
    query: ['q'],
    tagged: true,
  },
  listBankBranches: {
    method: 'get',
    path: '/banks/{code}/branches',
    summary: '金融機関の支店',
    roles: [],
    response: bankBranchList,
    query: ['q'],
    tagged: true,
  },
  createApplication: {
    method: 'post',
    path: '/applications',
    summary: '保証申込の送信',
    roles: contractor,
    status: 201,
    request: applicationContent,
    response: application,
    idempotent: true,
  },
  getSubmission: {
    method: 'get',
    path: '/submissions/{key}',
    summary: '送信結果の確認',
    roles: contractor,
    response: application,
  },
  listApplications: {
    method: 'get',
    path: '/applications',
    summary: '申込一覧',
    roles: contractor,
    response: applicationList,
  },
  getApplication: {
    method: 'get',
    path: '/applications/{id}',
    summary: '申込',
    roles: contractor,
    response: application,
  },
  updateApplication: {
    method: 'put',
    path: '/applications/{id}',
    summary: '差し戻された申込の再送信',
    roles: contractor,
    request: applicationContent,
    response: application,
    idempotent: true,
    conditional: true,
  },
  listContracts: {
    method: 'get',
    path: '/contracts',
    summary: '保証契約一覧',
    roles: contractor,
    response: contractPage,
    query: ['q', 'form', ...contractFilters, 'sort', ...page],
  },
  getContract: {
    method: 'get',
    path: '/contracts/{number}',
    summary: '電子保証概要',
    roles: contractor,
    response: contract,
  },
  viewKey: {
    method: 'post',
    path: '/contracts/{number}/key-views',
    summary: '認証キーの表示（記録されます）',
    roles: contractor,
    response: keyDisclosure,
  },
  createNotice: {
    method: 'post',
    path: '/contracts/{number}/notices',
    summary: '「認証キー」のお知らせ（記録されます）',
    roles: contractor,
    response: keyNotice,
  },
  listCertificates: {
    method: 'get',
    path: '/contracts/{number}/certificates',
    summary: '保証証書',
    roles: contractor,
    response: certificateList,
  },
  recordHandIn: {
    method: 'post',
    path: '/contracts/{number}/hand-ins',
    summary: 'お知らせを渡したことの記録',
    roles: contractor,
    response: contract,
  },
  withdrawHandIn: {
    method: 'delete',
    path: '/contracts/{number}/hand-ins',
    summary: '渡した記録の取り消し',
    roles: contractor,
    response: contract,
  },
  listElectronicIssues: {
    method: 'get',
    path: '/electronic-issues',
    summary: '電子保証履歴一覧',
    roles: contractor,
    response: electronicIssuePage,
    query: ['q', ...page],
  },
  ...registerEndpoints,
  listOfficeApplications: {
    method: 'get',
    path: '/office/applications',
    summary: '受付一覧',
    roles: office,
    response: applicationList,
  },
  getOfficeApplication: {
    method: 'get',
    path: '/office/applications/{id}',
    summary: '受付',
    roles: office,
    response: application,
  },
  returnApplication: {
    method: 'post',
    path: '/office/applications/{id}/return',
    summary: '差戻し',
    roles: office,
    request: returnRequest,
    response: application,
  },
  issueApplication: {
    method: 'post',
    path: '/office/applications/{id}/issue',
    summary: '発行',
    roles: office,
    request: issueRequest,
    response: issueResult,
    idempotent: true,
  },
  listOfficeContracts: {
    method: 'get',
    path: '/office/contracts',
    summary: '保証契約一覧（保証会社）',
    roles: office,
    response: officeContractList,
    query: ['q'],
  },
  changeContract: {
    method: 'post',
    path: '/office/contracts/{number}/changes',
    summary: '変更',
    roles: office,
    request: changeRequest,
    response: contract,
    idempotent: true,
  },
  cancelContract: {
    method: 'post',
    path: '/office/contracts/{number}/cancel',
    summary: '取消',
    roles: office,
    request: cancelRequest,
    response: contract,
  },
  getTrail: {
    method: 'get',
    path: '/office/contracts/{number}/trail',
    summary: '保証契約の操作記録',
    roles: office,
    response: trail,
  },
  listMails: {
    method: 'get',
    path: '/mails',
    summary: '送信したメール',
    roles: ['surety', 'contractor'],
    response: mailList,
  },
  ...webhookEndpoints,
} satisfies Record<string, Endpoint>;

/** Name of an endpoint. */
export type EndpointName = keyof typeof endpoints;
