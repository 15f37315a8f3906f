import type {SuretyConfig} from '../config.js';
import {amountRuleList} from '../schemas/amount-rule.js';
import {application, applicationList, type ApplicationContent} from '../schemas/application.js';
import {bankBranchList, bankList} from '../schemas/bank.js';
import {certificateList, type Certificate} from '../schemas/certificate.js';
import {contract, contractPage, electronicIssuePage} from '../schemas/contract.js';
import {keyNotice} from '../schemas/key-notice.js';
import {obligee, obligeeList} from '../schemas/obligee.js';
import {account} from '../schemas/party.js';
import {keyDisclosure, registerCheck} from '../schemas/register.js';
import {surety} from '../schemas/surety.js';
import {createHttp, read, type CallOptions} from './http.js';

/** Which contracts to list. */
export interface ContractQuery {
  /** Search words; width, kana and hyphens are forgiven. */
  q?: string;
  /** `electronic`: only those with an electronic certificate. */
  form?: 'electronic';
  cursor?: string;
  /** Rows a page, at most 200. */
  limit?: number;
}

const part = encodeURIComponent;
const defined = (query: object) =>
  Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined && value !== ''));

/** The one object that talks to the API: every answer is parsed, everything thrown is a `SuretyError`. */
export function createClient(config: SuretyConfig) {
  const http = createHttp(config);
  return {
    /** Who is signed in. */
    getAccount: (options: CallOptions = {}) => read(account, http.get('me', options)),
    /** The surety with its branches. */
    getSurety: (options: CallOptions = {}) => read(surety, http.get('surety', options)),
    /** Obligees of the directory; all of them without a query. */
    listObligees: (query: {q?: string; prefecture?: string} = {}, options: CallOptions = {}) =>
      read(obligeeList, http.get('obligees', {...options, searchParams: defined(query)})),
    getObligee: (code: string, options: CallOptions = {}) =>
      read(obligee, http.get(`obligees/${part(code)}`, options)),
    /** What an obligee says about amounts; nothing where it is not known. */
    listAmountRules: (obligee: string, options: CallOptions = {}) =>
      read(amountRuleList, http.get('amount-rules', {...options, searchParams: {obligee}})),
    /** Banks by name, kana or code; all of them without a query. */
    listBanks: (query: {q?: string} = {}, options: CallOptions = {}) =>
      read(bankList, http.get('banks', {...options, searchParams: defined(query)})),
    listBankBranches: (bankCode: string, options: CallOptions = {}) =>
      read(bankBranchList, http.get(`banks/${part(bankCode)}/branches`, options)),

    /** Sends an application; the same key never makes a second one. */
    submitApplication: (content: ApplicationContent, idempotencyKey: string, options: CallOptions = {}) =>
      read(
        application,
        http.post('applications', {...options, json: content, headers: {'Idempotency-Key': idempotencyKey}}),
      ),
    /** Sends again what the surety sent back. */
    resubmitApplication: (
      {id, version}: {id: string; version: number},
      content: ApplicationContent,
      idempotencyKey: string,
      options: CallOptions = {},
    ) =>
      read(
        application,
        http.put(`applications/${part(id)}`, {
          ...options,
          json: content,
          headers: {'Idempotency-Key': idempotencyKey, 'If-Match': `"${version}"`},
        }),
      ),
    /** What became of a sending whose answer was lost; `not-found` when it never arrived. */
    findSubmission: (idempotencyKey: string, options: CallOptions = {}) =>
      read(application, http.get(`submissions/${part(idempotencyKey)}`, options)),
    listApplications: (options: CallOptions = {}) => read(applicationList, http.get('applications', options)),
    getApplication: (id: string, options: CallOptions = {}) =>
      read(application, http.get(`applications/${part(id)}`, options)),

    listContracts: (query: ContractQuery = {}, options: CallOptions = {}) =>
      read(contractPage, http.get('contracts', {...options, searchParams: defined(query)})),
    getContract: (number: string, options: CallOptions = {}) =>
      read(contract, http.get(`contracts/${part(number)}`, options)),
    /** The key; the look is recorded. */
    discloseKey: (number: string, options: CallOptions = {}) =>
      read(keyDisclosure, http.post(`contracts/${part(number)}/key-views`, {...options, json: {}})),
    /** What the notice states, key included; recorded. */
    createNotice: (number: string, options: CallOptions = {}) =>
      read(keyNotice, http.post(`contracts/${part(number)}/notices`, {...options, json: {}})),
    /** All valid revisions, oldest first. */
    listCertificates: (number: string, options: CallOptions = {}) =>
      read(certificateList, http.get(`contracts/${part(number)}/certificates`, options)),
    /** Whether a certificate says what its surety signed; throws where the surety's keys cannot be fetched. */
    verifyCertificate: async (certificate: Certificate, options: CallOptions = {}) => {
      const {fetchAndVerify} = await import('./signature.js');
      return fetchAndVerify(http, certificate, options);
    },
    /** Records that the notice was handed in to the obligee, now. */
    recordHandIn: (number: string, options: CallOptions = {}) =>
      read(contract, http.post(`contracts/${part(number)}/hand-ins`, {...options, json: {}})),
    withdrawHandIn: (number: string, options: CallOptions = {}) =>
      read(contract, http.delete(`contracts/${part(number)}/hand-ins`, options)),
    listElectronicIssues: (query: {cursor?: string; limit?: number} = {}, options: CallOptions = {}) =>
      read(electronicIssuePage, http.get('electronic-issues', {...options, searchParams: defined(query)})),

    /** Opens a certificate on the register with number and key; both travel in the body only. */
    checkCertificate: (request: {contractNumber: string; authKey: string}, options: CallOptions = {}) =>
      read(registerCheck, http.post('register/checks', {...options, json: request})),
  };
}

/** The API as elements see it. */
export type SuretyClient = ReturnType<typeof createClient>;
