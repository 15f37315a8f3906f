export {SuretyApplicationForm} from '../components/application-form/application-form.js';
export {SuretyCertificateCheck} from '../components/certificate-check/certificate-check.js';
export {SuretyCertificateSelector} from '../components/certificate-selector/certificate-selector.js';
export {SuretyCertificateViewer} from '../components/certificate-viewer/certificate-viewer.js';
export {SuretyContractDetail} from '../components/contract-detail/contract-detail.js';
export {SuretyContractList} from '../components/contract-list/contract-list.js';
export {SuretyDesk} from '../components/desk/desk.js';
export {SuretyGuide} from '../components/guide/guide.js';
export {SuretyKeyNotice} from '../components/key-notice/key-notice.js';
export {SuretyObligeeDirectory} from '../components/obligee-directory/obligee-directory.js';
export {SuretyProvider} from '../components/provider/provider.js';
export {SuretyRegister} from '../components/register/register.js';
export type {SuretyEventDetails} from '../components/kernel/events.js';
export {createClient, type ContractQuery, type SuretyClient} from './api/client.js';
export {sendOnce, type SendOptions} from './api/submission.js';
export {
  configure,
  type Environment,
  type GetToken,
  type MockScenario,
  type SuretyOptions,
  type Token,
  type TokenReason,
} from './config.js';
export {defineAll, type DefineOptions} from './define-all.js';
export {SuretyError, type ErrorCode, type FieldIssue} from './errors.js';
export {setGlyphBase} from './pdf/glyph-base.js';
export type {Answer, Answering, TimelineEvent} from './schemas/answer.js';
export type {Application, ApplicationContent} from './schemas/application.js';
export type {Certificate} from './schemas/certificate.js';
export type {Contract, ContractSummary, ElectronicIssue} from './schemas/contract.js';
export type {KeyNotice} from './schemas/key-notice.js';
export type {CertificateForm, GuaranteeKind, WorksKind} from './schemas/kinds.js';
export type {Obligee} from './schemas/obligee.js';
export type {PaperCertificate, RegisterEntry} from './schemas/register-entry.js';
export type {RegisterCheck} from './schemas/register.js';
export {API_MAJOR, VERSION} from './version.js';
