import type * as z from 'zod/mini';
import {createHttp, read} from '../../src/api/http.js';
import {application, applicationList} from '../../src/schemas/application.js';
import {contract} from '../../src/schemas/contract.js';
import {issueResult, mailList, officeContractList, type ChangeRequest} from '../../src/schemas/office.js';
import {account} from '../../src/schemas/party.js';
import {surety} from '../../src/schemas/surety.js';
import {signIn} from '../session.js';

const part = encodeURIComponent;

/** The surety's own calls, which no element of the kit makes. */
export function createOfficeClient(send?: typeof fetch, getToken = () => signIn('surety')) {
  const http = createHttp({
    apiBase: new URL('/v1', document.baseURI).href,
    environment: 'sandbox',
    getToken,
    ...(send && {fetch: send}),
  });
  const post = <Schema extends z.ZodMiniType>(
    schema: Schema,
    path: string,
    json: object,
    idempotencyKey?: string,
  ) =>
    read(
      schema,
      http.post(path, {json, ...(idempotencyKey && {headers: {'Idempotency-Key': idempotencyKey}})}),
    );
  return {
    getAccount: () => read(account, http.get('me')),
    getSurety: () => read(surety, http.get('surety')),
    listApplications: () => read(applicationList, http.get('office/applications')),
    getApplication: (id: string) => read(application, http.get(`office/applications/${part(id)}`)),
    /** 差戻し; `conflict` when the contractor or a colleague was faster. */
    returnApplication: (id: string, body: {version: number; reason: string}) =>
      post(application, `office/applications/${part(id)}/return`, body),
    /** 発行; the same key never issues twice. */
    issueApplication: (id: string, body: {version: number; message?: string}, idempotencyKey: string) =>
      post(issueResult, `office/applications/${part(id)}/issue`, body, idempotencyKey),
    listContracts: () => read(officeContractList, http.get('office/contracts')),
    /** 変更N; the same key never changes twice. */
    changeContract: (number: string, body: ChangeRequest, idempotencyKey: string) =>
      post(contract, `office/contracts/${part(number)}/changes`, body, idempotencyKey),
    cancelContract: (number: string, reason: string) =>
      post(contract, `office/contracts/${part(number)}/cancel`, {reason}),
    listMails: () => read(mailList, http.get('mails')),
  };
}

/** The office's API as its pages see it. */
export type OfficeClient = ReturnType<typeof createOfficeClient>;
