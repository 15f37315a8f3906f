import type {Endpoint} from './endpoint.js';
import type {ContractQuery, RegisterQuery} from './queries.js';

/* Every endpoint of the API by its operation id. Nothing else is exported here: the module is the table. */

// Pages fetch the schema of an answer when they first need it, by the whole file.
const amountRules = () => import('../schemas/amount-rule.js');
const answers = () => import('../schemas/answer.js');
const applications = () => import('../schemas/application.js');
const banks = () => import('../schemas/bank.js');
const certificates = () => import('../schemas/certificate.js');
const contracts = () => import('../schemas/contract.js');
const keyNotices = () => import('../schemas/key-notice.js');
const obligeeFeeds = () => import('../schemas/obligee-feed.js');
const obligees = () => import('../schemas/obligee.js');
const offices = () => import('../schemas/office.js');
const parties = () => import('../schemas/party.js');
const registerEntries = () => import('../schemas/register-entry.js');
const registers = () => import('../schemas/register.js');
const signingKeySets = () => import('../schemas/signing-keys.js');
const sureties = () => import('../schemas/surety.js');
const webhooks = () => import('../schemas/webhook.js');

const SIGNED_IN = ['contractor', 'obligee', 'surety'] as const;
const CONTRACTOR = ['contractor'] as const;
const OBLIGEE = ['obligee'] as const;
const OFFICE = ['surety'] as const;

// Accounts

export const createSession = {
  method: 'post',
  path: '/sessions',
  summary: 'ログイン（サンドボックス専用）',
  roles: [],
  status: 201,
  request: 'sessionRequest',
  response: [parties, 'session'],
} as const satisfies Endpoint;

export const deleteSession = {
  method: 'delete',
  path: '/sessions/current',
  summary: 'ログアウト',
  roles: SIGNED_IN,
  status: 204,
} as const satisfies Endpoint;

export const getMe = {
  method: 'get',
  path: '/me',
  summary: 'ログイン中のアカウント',
  roles: SIGNED_IN,
  response: [parties, 'account'],
} as const satisfies Endpoint;

// The surety, obligees and banks

export const getSurety = {
  method: 'get',
  path: '/surety',
  summary: '保証会社と営業部・支店',
  roles: [],
  response: [sureties, 'surety'],
} as const satisfies Endpoint;

export const listObligees = {
  method: 'get',
  path: '/obligees',
  summary: '電子保証対応の発注者',
  roles: [],
  query: ['q', 'prefecture'],
  response: [obligees, 'obligeeList'],
  hasETag: true,
} as const satisfies Endpoint;

export const getObligeeFeed = {
  method: 'get',
  path: '/obligee-feed',
  summary: '発注者の一覧を、ほかのサイトでも公開できるファイルの形で',
  roles: [],
  response: [obligeeFeeds, 'obligeeFeed'],
  hasETag: true,
} as const satisfies Endpoint;

export const getObligee = {
  method: 'get',
  path: '/obligees/{code}',
  summary: '発注者',
  roles: [],
  response: [obligees, 'obligee'],
  hasETag: true,
} as const satisfies Endpoint;

export const listLocalBodies = {
  method: 'get',
  path: '/local-bodies',
  summary: '都道府県と市区町村（全国地方公共団体コード）',
  roles: [],
  query: ['q', 'prefecture'],
  response: [obligees, 'localBodyList'],
  hasETag: true,
} as const satisfies Endpoint;

export const listAmountRules = {
  method: 'get',
  path: '/amount-rules',
  summary: '発注者ごとの前払金・契約保証の金額の決まり',
  roles: [],
  query: ['obligee'],
  response: [amountRules, 'amountRuleList'],
  hasETag: true,
} as const satisfies Endpoint;

export const listBanks = {
  method: 'get',
  path: '/banks',
  summary: '金融機関',
  roles: [],
  query: ['q'],
  response: [banks, 'bankList'],
  hasETag: true,
} as const satisfies Endpoint;

export const listBankBranches = {
  method: 'get',
  path: '/banks/{code}/branches',
  summary: '金融機関の支店',
  roles: [],
  query: ['q'],
  response: [banks, 'bankBranchList'],
  hasETag: true,
} as const satisfies Endpoint;

// Applications

export const createApplication = {
  method: 'post',
  path: '/applications',
  summary: '保証申込の送信',
  roles: CONTRACTOR,
  status: 201,
  request: 'applicationContent',
  response: [applications, 'application'],
  isIdempotent: true,
} as const satisfies Endpoint;

export const getSubmission = {
  method: 'get',
  path: '/submissions/{key}',
  summary: '送信結果の確認',
  roles: CONTRACTOR,
  response: [applications, 'application'],
} as const satisfies Endpoint;

export const listApplications = {
  method: 'get',
  path: '/applications',
  summary: '申込一覧',
  roles: CONTRACTOR,
  response: [applications, 'applicationList'],
} as const satisfies Endpoint;

export const getApplication = {
  method: 'get',
  path: '/applications/{id}',
  summary: '申込',
  roles: CONTRACTOR,
  response: [applications, 'application'],
} as const satisfies Endpoint;

export const updateApplication = {
  method: 'put',
  path: '/applications/{id}',
  summary: '差し戻された申込の再送信',
  roles: CONTRACTOR,
  request: 'applicationContent',
  response: [applications, 'application'],
  isIdempotent: true,
  isConditional: true,
} as const satisfies Endpoint;

// Contracts

export const listContracts = {
  method: 'get',
  path: '/contracts',
  summary: '保証契約一覧',
  roles: CONTRACTOR,
  query: [
    'q',
    'form',
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
    'sort',
    'cursor',
    'limit',
  ] satisfies (keyof ContractQuery)[],
  response: [contracts, 'contractPage'],
} as const satisfies Endpoint;

export const getContract = {
  method: 'get',
  path: '/contracts/{number}',
  summary: '電子保証概要',
  roles: CONTRACTOR,
  response: [contracts, 'contract'],
} as const satisfies Endpoint;

export const viewKey = {
  method: 'post',
  path: '/contracts/{number}/key-views',
  summary: '認証キーの表示（記録されます）',
  roles: CONTRACTOR,
  response: [registers, 'keyDisclosure'],
} as const satisfies Endpoint;

export const createNotice = {
  method: 'post',
  path: '/contracts/{number}/notices',
  summary: '「認証キー」のお知らせ（記録されます）',
  roles: CONTRACTOR,
  response: [keyNotices, 'keyNotice'],
} as const satisfies Endpoint;

export const recordHandIn = {
  method: 'post',
  path: '/contracts/{number}/hand-ins',
  summary: 'お知らせを渡したことの記録',
  roles: CONTRACTOR,
  response: [contracts, 'contract'],
} as const satisfies Endpoint;

export const withdrawHandIn = {
  method: 'delete',
  path: '/contracts/{number}/hand-ins',
  summary: '渡した記録の取り消し',
  roles: CONTRACTOR,
  response: [contracts, 'contract'],
} as const satisfies Endpoint;

// Certificates

export const listCertificates = {
  method: 'get',
  path: '/contracts/{number}/certificates',
  summary: '保証証書',
  roles: CONTRACTOR,
  response: [certificates, 'certificateList'],
} as const satisfies Endpoint;

export const listElectronicIssues = {
  method: 'get',
  path: '/electronic-issues',
  summary: '電子保証履歴一覧',
  roles: CONTRACTOR,
  query: ['q', 'cursor', 'limit'] satisfies (keyof ContractQuery)[],
  response: [contracts, 'electronicIssuePage'],
} as const satisfies Endpoint;

export const getSigningKeys = {
  method: 'get',
  path: '/jwks.json',
  summary: '保証証書の署名を確かめる公開鍵',
  roles: [],
  response: [signingKeySets, 'signingKeys'],
  hasETag: true,
} as const satisfies Endpoint;

// The register (保証確認サービス): what obligees check, keep and answer

export const checkRegister = {
  method: 'post',
  path: '/register/checks',
  summary: '保証確認',
  roles: OBLIGEE,
  request: 'registerCheckRequest',
  response: [registers, 'registerCheck'],
  rateLimit: {
    freeAttempts: 5,
    firstDelayMs: 5_000,
    longestDelayMs: 15 * 60_000,
    forgetAfterMs: 60 * 60_000,
  },
} as const satisfies Endpoint;

export const reopenContract = {
  method: 'get',
  path: '/register/contracts/{number}',
  summary: '一度確認した保証証書',
  roles: OBLIGEE,
  response: [registers, 'registerCheck'],
  canConflict: true,
} as const satisfies Endpoint;

export const listRegisterEntries = {
  method: 'get',
  path: '/register/entries',
  summary: '保証証書の台帳',
  roles: OBLIGEE,
  query: ['q', 'form', 'kind', 'state', 'notice', 'cursor', 'limit'] satisfies (keyof RegisterQuery)[],
  response: [registerEntries, 'registerEntryPage'],
} as const satisfies Endpoint;

export const removeRegisterEntry = {
  method: 'delete',
  path: '/register/entries/{id}',
  summary: '台帳から外す',
  roles: OBLIGEE,
  response: [registerEntries, 'registerEntry'],
} as const satisfies Endpoint;

export const restoreRegisterEntry = {
  method: 'post',
  path: '/register/entries/{id}/restorations',
  summary: '台帳に戻す',
  roles: OBLIGEE,
  response: [registerEntries, 'registerEntry'],
} as const satisfies Endpoint;

export const recordPaper = {
  method: 'post',
  path: '/register/papers',
  summary: '証書(紙)の記録',
  roles: OBLIGEE,
  status: 201,
  request: 'paperCertificate',
  response: [registerEntries, 'registerEntry'],
  isIdempotent: true,
} as const satisfies Endpoint;

export const changePaper = {
  method: 'put',
  path: '/register/papers/{id}',
  summary: '証書(紙)の記録の変更',
  roles: OBLIGEE,
  request: 'paperCertificate',
  response: [registerEntries, 'registerEntry'],
  isConditional: true,
} as const satisfies Endpoint;

export const answerContract = {
  method: 'post',
  path: '/register/contracts/{number}/answers',
  summary: '保証証書の受領・差戻し',
  roles: OBLIGEE,
  request: 'answerRequest',
  response: [answers, 'answering'],
  canConflict: true,
} as const satisfies Endpoint;

export const withdrawAnswer = {
  method: 'delete',
  path: '/register/contracts/{number}/answers',
  summary: '受領・差戻しの取り消し（10分以内）',
  roles: OBLIGEE,
  response: [answers, 'answering'],
  canConflict: true,
} as const satisfies Endpoint;

export const releaseContract = {
  method: 'post',
  path: '/register/contracts/{number}/releases',
  summary: '保証証書の返還',
  roles: OBLIGEE,
  request: 'releaseRequest',
  response: [answers, 'answering'],
  canConflict: true,
} as const satisfies Endpoint;

export const withdrawRelease = {
  method: 'delete',
  path: '/register/contracts/{number}/releases',
  summary: '返還の取り消し（10分以内）',
  roles: OBLIGEE,
  response: [answers, 'answering'],
  canConflict: true,
} as const satisfies Endpoint;

// The surety's office, where colleagues work on the same lists

export const listOfficeApplications = {
  method: 'get',
  path: '/office/applications',
  summary: '受付一覧',
  roles: OFFICE,
  response: [applications, 'applicationList'],
  canConflict: true,
} as const satisfies Endpoint;

export const getOfficeApplication = {
  method: 'get',
  path: '/office/applications/{id}',
  summary: '受付',
  roles: OFFICE,
  response: [applications, 'application'],
  canConflict: true,
} as const satisfies Endpoint;

export const returnApplication = {
  method: 'post',
  path: '/office/applications/{id}/return',
  summary: '差戻し',
  roles: OFFICE,
  request: 'returnRequest',
  response: [applications, 'application'],
  canConflict: true,
} as const satisfies Endpoint;

export const issueApplication = {
  method: 'post',
  path: '/office/applications/{id}/issue',
  summary: '発行',
  roles: OFFICE,
  request: 'issueRequest',
  response: [offices, 'issueResult'],
  isIdempotent: true,
} as const satisfies Endpoint;

export const listOfficeContracts = {
  method: 'get',
  path: '/office/contracts',
  summary: '保証契約一覧（保証会社）',
  roles: OFFICE,
  query: ['q'],
  response: [offices, 'officeContractList'],
  canConflict: true,
} as const satisfies Endpoint;

export const changeContract = {
  method: 'post',
  path: '/office/contracts/{number}/changes',
  summary: '変更',
  roles: OFFICE,
  request: 'changeRequest',
  response: [contracts, 'contract'],
  isIdempotent: true,
} as const satisfies Endpoint;

export const cancelContract = {
  method: 'post',
  path: '/office/contracts/{number}/cancel',
  summary: '取消',
  roles: OFFICE,
  request: 'cancelRequest',
  response: [contracts, 'contract'],
  canConflict: true,
} as const satisfies Endpoint;

export const getTrail = {
  method: 'get',
  path: '/office/contracts/{number}/trail',
  summary: '保証契約の操作記録',
  roles: OFFICE,
  response: [answers, 'trail'],
  canConflict: true,
} as const satisfies Endpoint;

export const listMails = {
  method: 'get',
  path: '/mails',
  summary: '送信したメール',
  roles: ['surety', 'contractor'],
  response: [offices, 'mailList'],
} as const satisfies Endpoint;

// Webhooks: where partners say who is told of what

export const createWebhook = {
  method: 'post',
  path: '/webhooks',
  summary: '通知先（Webhook）の登録',
  roles: SIGNED_IN,
  status: 201,
  request: 'webhookRequest',
  response: [webhooks, 'newWebhook'],
} as const satisfies Endpoint;

export const listWebhooks = {
  method: 'get',
  path: '/webhooks',
  summary: '通知先（Webhook）',
  roles: SIGNED_IN,
  response: [webhooks, 'webhookList'],
} as const satisfies Endpoint;

export const deleteWebhook = {
  method: 'delete',
  path: '/webhooks/{id}',
  summary: '通知先（Webhook）の削除',
  roles: SIGNED_IN,
  status: 204,
} as const satisfies Endpoint;

export const listDeliveries = {
  method: 'get',
  path: '/webhooks/{id}/deliveries',
  summary: '通知の記録',
  roles: SIGNED_IN,
  response: [webhooks, 'webhookDeliveryList'],
} as const satisfies Endpoint;
