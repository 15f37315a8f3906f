import type {SuretyConfig} from '../config.js';
import {SuretyError} from '../errors.js';
import type {AnswerRequest, ReleaseRequest} from '../schemas/answer-request.js';
import type {ApplicationContent} from '../schemas/application.js';
import type {Certificate} from '../schemas/certificate.js';
import type {ContractSort, ContractState, ContractToDo, HandInState} from '../schemas/contract.js';
import type {CertificateForm, GuaranteeKind} from '../schemas/kinds.js';
import type {PaperCertificate, RegisterNotice} from '../schemas/register-entry.js';
import {account} from '../schemas/party.js';
import {surety} from '../schemas/surety.js';
import {createHttp, createTaggedRead, read, type CallOptions} from './http.js';

/** Which contracts to list. */
export interface ContractQuery {
  /** Search words; width, kana and hyphens are forgiven. */
  q?: string;
  /** `electronic`: only those with an electronic certificate. */
  form?: 'electronic';
  kind?: GuaranteeKind;
  state?: ContractState;
  /** Only those about which the contractor still has to do this. */
  toDo?: ContractToDo;
  /** How far the handing in of the notice is. */
  handIn?: HandInState;
  /** Words of 発注者名, as forgiving as `q`. */
  obligee?: string;
  /** 契約日, both ends included. */
  issuedFrom?: string;
  issuedTo?: string;
  /** 請負金額, both ends included. */
  worksPriceFrom?: number;
  worksPriceTo?: number;
  /** 保証金額, both ends included. */
  amountFrom?: number;
  amountTo?: number;
  /** Newest first where it is not given. */
  sort?: ContractSort;
  cursor?: string;
  /** Rows a page, at most 200. */
  limit?: number;
}

/** Which lines of a register to list. */
export interface RegisterQuery {
  /** Search words; width, kana and hyphens are forgiven. */
  q?: string;
  form?: CertificateForm;
  kind?: GuaranteeKind;
  state?: ContractState;
  notice?: RegisterNotice;
  cursor?: string;
  /** Rows a page, at most 200. */
  limit?: number;
}

const part = encodeURIComponent;
const defined = (query: object) =>
  Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined && value !== ''));

// Every page asks who is signed in; all other descriptions are built, and fetched beside the answer, when first needed.
const schemas = {
  amountRule: lazy(() => import('../schemas/amount-rule.js')),
  answer: lazy(() => import('../schemas/answer.js')),
  application: lazy(() => import('../schemas/application.js')),
  bank: lazy(() => import('../schemas/bank.js')),
  certificate: lazy(() => import('../schemas/certificate.js')),
  contract: lazy(() => import('../schemas/contract.js')),
  keyNotice: lazy(() => import('../schemas/key-notice.js')),
  obligee: lazy(() => import('../schemas/obligee.js')),
  registerEntry: lazy(() => import('../schemas/register-entry.js')),
  register: lazy(() => import('../schemas/register.js')),
};

/** One schema out of a module that is fetched when first needed. */
function lazy<Module extends object>(load: () => Promise<Module>) {
  return async <Name extends keyof Module>(name: Name): Promise<Module[Name]> => {
    try {
      return (await load())[name];
    } catch (thrown) {
      throw new SuretyError('asset-load', 'Code of surety-elements could not be loaded.', {cause: thrown});
    }
  };
}

/**
 * The one object that talks to the API: every answer is parsed, everything thrown is a `SuretyError`.
 * What changes or records something is sent only once its answer can be read: `await` before `http.post`.
 */
export function createClient(config: SuretyConfig) {
  const http = createHttp(config);
  const readObligees = createTaggedRead(() => schemas.obligee('obligeeList'));
  return {
    /** Who is signed in. */
    getAccount: (options: CallOptions = {}) => read(account, http.get('me', options)),
    /** The surety with its branches. */
    getSurety: (options: CallOptions = {}) => read(surety, http.get('surety', options)),
    /** Obligees of the directory; all of them without a query. The same object again while they have not changed. */
    listObligees: (query: {q?: string; prefecture?: string} = {}, options: CallOptions = {}) => {
      const searchParams = defined(query);
      return readObligees(JSON.stringify(searchParams), tagged =>
        http.get('obligees', {...options, ...tagged, searchParams}),
      );
    },
    /** Prefectures and municipalities, also those without a known rule; at most 50. */
    listLocalBodies: (query: {q?: string; prefecture?: string} = {}, options: CallOptions = {}) =>
      read(
        schemas.obligee('localBodyList'),
        http.get('local-bodies', {...options, searchParams: defined(query)}),
      ),
    getObligee: (code: string, options: CallOptions = {}) =>
      read(schemas.obligee('obligee'), http.get(`obligees/${part(code)}`, options)),
    /** What an obligee says about amounts; nothing where it is not known. */
    listAmountRules: (obligee: string, options: CallOptions = {}) =>
      read(
        schemas.amountRule('amountRuleList'),
        http.get('amount-rules', {...options, searchParams: {obligee}}),
      ),
    /** Banks by name, kana or code; all of them without a query. */
    listBanks: (query: {q?: string} = {}, options: CallOptions = {}) =>
      read(schemas.bank('bankList'), http.get('banks', {...options, searchParams: defined(query)})),
    listBankBranches: (bankCode: string, options: CallOptions = {}) =>
      read(schemas.bank('bankBranchList'), http.get(`banks/${part(bankCode)}/branches`, options)),

    /** Sends an application; the same key never makes a second one. */
    submitApplication: async (
      content: ApplicationContent,
      idempotencyKey: string,
      options: CallOptions = {},
    ) =>
      read(
        await schemas.application('application'),
        http.post('applications', {...options, json: content, headers: {'Idempotency-Key': idempotencyKey}}),
      ),
    /** Sends again what the surety sent back. */
    resubmitApplication: async (
      {id, version}: {id: string; version: number},
      content: ApplicationContent,
      idempotencyKey: string,
      options: CallOptions = {},
    ) =>
      read(
        await schemas.application('application'),
        http.put(`applications/${part(id)}`, {
          ...options,
          json: content,
          headers: {'Idempotency-Key': idempotencyKey, 'If-Match': `"${version}"`},
        }),
      ),
    /** What became of a sending whose answer was lost; `not-found` when it never arrived. */
    findSubmission: (idempotencyKey: string, options: CallOptions = {}) =>
      read(schemas.application('application'), http.get(`submissions/${part(idempotencyKey)}`, options)),
    listApplications: (options: CallOptions = {}) =>
      read(schemas.application('applicationList'), http.get('applications', options)),
    getApplication: (id: string, options: CallOptions = {}) =>
      read(schemas.application('application'), http.get(`applications/${part(id)}`, options)),

    listContracts: (query: ContractQuery = {}, options: CallOptions = {}) =>
      read(
        schemas.contract('contractPage'),
        http.get('contracts', {...options, searchParams: defined(query)}),
      ),
    getContract: (number: string, options: CallOptions = {}) =>
      read(schemas.contract('contract'), http.get(`contracts/${part(number)}`, options)),
    /** The key; the look is recorded. */
    discloseKey: async (number: string, options: CallOptions = {}) =>
      read(
        await schemas.register('keyDisclosure'),
        http.post(`contracts/${part(number)}/key-views`, {...options, json: {}}),
      ),
    /** What the notice states, key included; recorded. */
    createNotice: async (number: string, options: CallOptions = {}) =>
      read(
        await schemas.keyNotice('keyNotice'),
        http.post(`contracts/${part(number)}/notices`, {...options, json: {}}),
      ),
    /** All valid revisions, oldest first. */
    listCertificates: (number: string, options: CallOptions = {}) =>
      read(
        schemas.certificate('certificateList'),
        http.get(`contracts/${part(number)}/certificates`, options),
      ),
    /** Whether a certificate says what its surety signed; throws where the surety's keys cannot be fetched. */
    verifyCertificate: async (certificate: Certificate, options: CallOptions = {}) => {
      const {fetchAndVerify} = await import('./signature.js');
      return fetchAndVerify(http, certificate, options);
    },
    /** Records that the notice was handed in to the obligee, now. */
    recordHandIn: async (number: string, options: CallOptions = {}) =>
      read(
        await schemas.contract('contract'),
        http.post(`contracts/${part(number)}/hand-ins`, {...options, json: {}}),
      ),
    withdrawHandIn: async (number: string, options: CallOptions = {}) =>
      read(await schemas.contract('contract'), http.delete(`contracts/${part(number)}/hand-ins`, options)),
    listElectronicIssues: (
      query: Pick<ContractQuery, 'q' | 'cursor' | 'limit'> = {},
      options: CallOptions = {},
    ) =>
      read(
        schemas.contract('electronicIssuePage'),
        http.get('electronic-issues', {...options, searchParams: defined(query)}),
      ),

    /** Opens a certificate on the register with number and key; both travel in the body only. */
    checkCertificate: async (request: {contractNumber: string; authKey: string}, options: CallOptions = {}) =>
      read(
        await schemas.register('registerCheck'),
        http.post('register/checks', {...options, json: request}),
      ),
    /** Opens again what was opened before with number and key. */
    reopenCertificate: (number: string, options: CallOptions = {}) =>
      read(schemas.register('registerCheck'), http.get(`register/contracts/${part(number)}`, options)),
    /** The obligee's register (台帳). */
    listRegisterEntries: (query: RegisterQuery = {}, options: CallOptions = {}) =>
      read(
        schemas.registerEntry('registerEntryPage'),
        http.get('register/entries', {...options, searchParams: defined(query)}),
      ),
    /** Records a certificate on paper; the same key never makes a second one. */
    recordPaper: async (paper: PaperCertificate, idempotencyKey: string, options: CallOptions = {}) =>
      read(
        await schemas.registerEntry('registerEntry'),
        http.post('register/papers', {
          ...options,
          json: paper,
          headers: {'Idempotency-Key': idempotencyKey},
        }),
      ),
    changePaper: async (
      {id, version}: {id: string; version: number},
      paper: PaperCertificate,
      options: CallOptions = {},
    ) =>
      read(
        await schemas.registerEntry('registerEntry'),
        http.put(`register/papers/${part(id)}`, {
          ...options,
          json: paper,
          headers: {'If-Match': `"${version}"`},
        }),
      ),
    /** Takes a line out of the register; `restoreRegisterEntry` puts it back. */
    removeRegisterEntry: async (id: string, options: CallOptions = {}) =>
      read(
        await schemas.registerEntry('registerEntry'),
        http.delete(`register/entries/${part(id)}`, options),
      ),
    restoreRegisterEntry: async (id: string, options: CallOptions = {}) =>
      read(
        await schemas.registerEntry('registerEntry'),
        http.post(`register/entries/${part(id)}/restorations`, {...options, json: {}}),
      ),
    /** 受領 or 差戻し of a certificate that was opened before. */
    answerContract: async (number: string, request: AnswerRequest, options: CallOptions = {}) =>
      read(
        await schemas.answer('answering'),
        http.post(`register/contracts/${part(number)}/answers`, {...options, json: request}),
      ),
    withdrawAnswer: async (number: string, options: CallOptions = {}) =>
      read(
        await schemas.answer('answering'),
        http.delete(`register/contracts/${part(number)}/answers`, options),
      ),
    /** 返還 of a certificate that was accepted. */
    releaseContract: async (number: string, request: ReleaseRequest, options: CallOptions = {}) =>
      read(
        await schemas.answer('answering'),
        http.post(`register/contracts/${part(number)}/releases`, {...options, json: request}),
      ),
    withdrawRelease: async (number: string, options: CallOptions = {}) =>
      read(
        await schemas.answer('answering'),
        http.delete(`register/contracts/${part(number)}/releases`, options),
      ),
  };
}

/** The API as elements see it. */
export type SuretyClient = ReturnType<typeof createClient>;
