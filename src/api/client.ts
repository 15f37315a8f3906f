import type {SuretyConfig} from '../config.js';
import type {AnswerRequest, ReleaseRequest} from '../schemas/answer-request.js';
import type {ApplicationContent} from '../schemas/application.js';
import type {Certificate} from '../schemas/certificate.js';
import type {PaperCertificate} from '../schemas/register-entry.js';
import * as endpoints from './endpoints.js';
import {createCaller, type CallOptions} from './http.js';
import type {ContractQuery, RegisterQuery} from './queries.js';

export type {ContractQuery, RegisterQuery} from './queries.js';

/** Creates the one object that talks to the API: every answer is parsed, everything thrown is a `SuretyError`. */
export function createClient(config: SuretyConfig) {
  const caller = createCaller(config);
  const {call} = caller;
  const listObligees = caller.withETag(endpoints.listObligees);
  return {
    /** Returns who is signed in. */
    getAccount: (options?: CallOptions) => call(endpoints.getMe, {}, options),
    /** Returns the surety with its branches. */
    getSurety: (options?: CallOptions) => call(endpoints.getSurety, {}, options),
    /** Lists obligees of the directory, all of them without a query; the same object again while they have not changed. */
    listObligees: (query: {q?: string; prefecture?: string} = {}, options?: CallOptions) =>
      listObligees({query}, options),
    /** Lists prefectures and municipalities, also those without a known rule; at most 50. */
    listLocalBodies: (query: {q?: string; prefecture?: string} = {}, options?: CallOptions) =>
      call(endpoints.listLocalBodies, {query}, options),
    getObligee: (code: string, options?: CallOptions) =>
      call(endpoints.getObligee, {params: {code}}, options),
    /** Lists what an obligee says about amounts; nothing where it is not known. */
    listAmountRules: (obligee: string, options?: CallOptions) =>
      call(endpoints.listAmountRules, {query: {obligee}}, options),
    /** Lists banks by name, kana or code; all of them without a query. */
    listBanks: (query: {q?: string} = {}, options?: CallOptions) =>
      call(endpoints.listBanks, {query}, options),
    listBankBranches: (code: string, options?: CallOptions) =>
      call(endpoints.listBankBranches, {params: {code}}, options),

    /** Sends an application; the same key never makes a second one. */
    submitApplication: (content: ApplicationContent, idempotencyKey: string, options?: CallOptions) =>
      call(endpoints.createApplication, {body: content, idempotencyKey}, options),
    /** Sends an application again that the surety returned. */
    resubmitApplication: (
      {id, version}: {id: string; version: number},
      content: ApplicationContent,
      idempotencyKey: string,
      options?: CallOptions,
    ) => call(endpoints.updateApplication, {params: {id}, version, body: content, idempotencyKey}, options),
    /** Returns the application of a submission whose answer was lost; `not-found` when it never arrived. */
    findSubmission: (key: string, options?: CallOptions) =>
      call(endpoints.getSubmission, {params: {key}}, options),
    listApplications: (options?: CallOptions) => call(endpoints.listApplications, {}, options),
    getApplication: (id: string, options?: CallOptions) =>
      call(endpoints.getApplication, {params: {id}}, options),

    listContracts: (query: ContractQuery = {}, options?: CallOptions) =>
      call(endpoints.listContracts, {query}, options),
    getContract: (number: string, options?: CallOptions) =>
      call(endpoints.getContract, {params: {number}}, options),
    /** Returns the key; the API records that it was viewed. */
    discloseKey: (number: string, options?: CallOptions) =>
      call(endpoints.viewKey, {params: {number}}, options),
    /** Returns what the notice states, key included; the API records it. */
    createNotice: (number: string, options?: CallOptions) =>
      call(endpoints.createNotice, {params: {number}}, options),
    /** Lists all valid revisions, oldest first. */
    listCertificates: (number: string, options?: CallOptions) =>
      call(endpoints.listCertificates, {params: {number}}, options),
    /** Tells whether a certificate says what its surety signed; throws where the surety's keys cannot be fetched. */
    verifyCertificate: async (certificate: Certificate, options?: CallOptions) => {
      const {fetchAndVerify} = await import('./signature.js');
      return fetchAndVerify(caller, certificate, options);
    },
    /** Records that the notice was handed in to the obligee, now. */
    recordHandIn: (number: string, options?: CallOptions) =>
      call(endpoints.recordHandIn, {params: {number}}, options),
    withdrawHandIn: (number: string, options?: CallOptions) =>
      call(endpoints.withdrawHandIn, {params: {number}}, options),
    listElectronicIssues: (
      query: Pick<ContractQuery, 'q' | 'cursor' | 'limit'> = {},
      options?: CallOptions,
    ) => call(endpoints.listElectronicIssues, {query}, options),

    /** Opens a certificate on the register with number and key; both travel in the body only. */
    checkCertificate: (body: {contractNumber: string; authKey: string}, options?: CallOptions) =>
      call(endpoints.checkRegister, {body}, options),
    /** Opens a certificate again that was opened with number and key before. */
    reopenCertificate: (number: string, options?: CallOptions) =>
      call(endpoints.reopenContract, {params: {number}}, options),
    /** Lists the obligee's register (台帳). */
    listRegisterEntries: (query: RegisterQuery = {}, options?: CallOptions) =>
      call(endpoints.listRegisterEntries, {query}, options),
    /** Records a certificate on paper; the same key never makes a second one. */
    recordPaper: (body: PaperCertificate, idempotencyKey: string, options?: CallOptions) =>
      call(endpoints.recordPaper, {body, idempotencyKey}, options),
    changePaper: (
      {id, version}: {id: string; version: number},
      body: PaperCertificate,
      options?: CallOptions,
    ) => call(endpoints.changePaper, {params: {id}, version, body}, options),
    /** Takes an entry out of the register; `restoreRegisterEntry` puts it back. */
    removeRegisterEntry: (id: string, options?: CallOptions) =>
      call(endpoints.removeRegisterEntry, {params: {id}}, options),
    restoreRegisterEntry: (id: string, options?: CallOptions) =>
      call(endpoints.restoreRegisterEntry, {params: {id}}, options),
    /** Answers a certificate that was opened before: 受領 or 差戻し. */
    answerContract: (number: string, body: AnswerRequest, options?: CallOptions) =>
      call(endpoints.answerContract, {params: {number}, body}, options),
    withdrawAnswer: (number: string, options?: CallOptions) =>
      call(endpoints.withdrawAnswer, {params: {number}}, options),
    /** Releases (返還) a certificate that was accepted. */
    releaseContract: (number: string, body: ReleaseRequest, options?: CallOptions) =>
      call(endpoints.releaseContract, {params: {number}, body}, options),
    withdrawRelease: (number: string, options?: CallOptions) =>
      call(endpoints.withdrawRelease, {params: {number}}, options),
  };
}

/** The API as elements see it. */
export type SuretyClient = ReturnType<typeof createClient>;
