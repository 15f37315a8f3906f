import type * as endpoints from '../../src/api/endpoints.js';
import type {Handler} from './services.js';
import * as answers from './handlers/answers.js';
import * as applications from './handlers/applications.js';
import * as contracts from './handlers/contracts.js';
import {listMails} from './handlers/mails.js';
import * as office from './handlers/office.js';
import * as publicData from './handlers/public-data.js';
import * as registerEntries from './handlers/register-entries.js';
import {checkRegister, reopenContract} from './handlers/register.js';
import * as webhooks from './handlers/webhooks.js';
import {createSession, deleteSession, getMe} from './handlers/sessions.js';

/** Name of an endpoint. */
export type EndpointName = keyof typeof endpoints;

/** The handler of each endpoint; one without does not compile. */
export const handlers: Record<EndpointName, Handler> = {
  createSession,
  deleteSession,
  getMe,
  getSurety: publicData.getSurety,
  getSigningKeys: publicData.getSigningKeys,
  listObligees: publicData.listObligees,
  getObligeeFeed: publicData.getObligeeFeed,
  getObligee: publicData.getObligee,
  listLocalBodies: publicData.listLocalBodies,
  listAmountRules: publicData.listAmountRules,
  listBanks: publicData.listBanks,
  listBankBranches: publicData.listBankBranches,
  createApplication: applications.createApplication,
  getSubmission: applications.getSubmission,
  listApplications: applications.listApplications,
  getApplication: applications.getApplication,
  updateApplication: applications.updateApplication,
  listContracts: contracts.listContracts,
  getContract: contracts.getContract,
  viewKey: contracts.viewKey,
  createNotice: contracts.createNotice,
  listCertificates: contracts.listCertificates,
  recordHandIn: contracts.recordHandIn,
  withdrawHandIn: contracts.withdrawHandIn,
  listElectronicIssues: contracts.listElectronicIssues,
  checkRegister,
  reopenContract,
  listRegisterEntries: registerEntries.listRegisterEntries,
  removeRegisterEntry: registerEntries.removeRegisterEntry,
  restoreRegisterEntry: registerEntries.restoreRegisterEntry,
  recordPaper: registerEntries.recordPaper,
  changePaper: registerEntries.changePaper,
  answerContract: answers.answerContract,
  withdrawAnswer: answers.withdrawAnswer,
  releaseContract: answers.releaseContract,
  withdrawRelease: answers.withdrawRelease,
  listOfficeApplications: applications.listOfficeApplications,
  getOfficeApplication: applications.getOfficeApplication,
  returnApplication: office.returnApplication,
  issueApplication: office.issueApplication,
  listOfficeContracts: office.listOfficeContracts,
  changeContract: office.changeContract,
  cancelContract: office.cancelContract,
  getTrail: answers.getTrail,
  listMails,
  createWebhook: webhooks.createWebhook,
  listWebhooks: webhooks.listWebhooks,
  deleteWebhook: webhooks.deleteWebhook,
  listDeliveries: webhooks.listDeliveries,
};
