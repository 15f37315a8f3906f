import * as endpoints from '../../src/api/endpoints.js';
import {createCaller} from '../../src/api/http.js';
import type {ChangeRequest} from '../../src/schemas/office.js';
import {signIn} from '../session.js';

/** Creates the client of the surety's own endpoints, which no element of the kit calls. */
export function createOfficeClient(send?: typeof fetch, getToken = () => signIn('surety')) {
  const {call} = createCaller({
    apiBase: new URL('/v1', document.baseURI).href,
    environment: 'sandbox',
    getToken,
    ...(send && {fetch: send}),
  });
  return {
    getAccount: () => call(endpoints.getMe, {}),
    getSurety: () => call(endpoints.getSurety, {}),
    listApplications: () => call(endpoints.listOfficeApplications, {}),
    getApplication: (id: string) => call(endpoints.getOfficeApplication, {params: {id}}),
    /** Returns an application (差戻し); `conflict` when the contractor or a colleague was faster. */
    returnApplication: (id: string, body: {version: number; reason: string}) =>
      call(endpoints.returnApplication, {params: {id}, body}),
    /** Issues (発行) the contracts of an application; the same key never issues twice. */
    issueApplication: (id: string, body: {version: number; message?: string}, idempotencyKey: string) =>
      call(endpoints.issueApplication, {params: {id}, body, idempotencyKey}),
    listContracts: () => call(endpoints.listOfficeContracts, {}),
    /** Changes (変更N) a contract; the same key never changes it twice. */
    changeContract: (number: string, body: ChangeRequest, idempotencyKey: string) =>
      call(endpoints.changeContract, {params: {number}, body, idempotencyKey}),
    cancelContract: (number: string, reason: string) =>
      call(endpoints.cancelContract, {params: {number}, body: {reason}}),
    listMails: () => call(endpoints.listMails, {}),
  };
}

/** The office's API as its pages see it. */
export type OfficeClient = ReturnType<typeof createOfficeClient>;
