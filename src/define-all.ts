import {SuretyApplicationForm} from '../components/application-form/application-form.js';
import {SuretyCertificateCheck} from '../components/certificate-check/certificate-check.js';
import {SuretyCertificateSelector} from '../components/certificate-selector/certificate-selector.js';
import {SuretyCertificateViewer} from '../components/certificate-viewer/certificate-viewer.js';
import {SuretyContractDetail} from '../components/contract-detail/contract-detail.js';
import {SuretyContractList} from '../components/contract-list/contract-list.js';
import {SuretyDesk} from '../components/desk/desk.js';
import {SuretyGuide} from '../components/guide/guide.js';
import {SuretyKeyNotice} from '../components/key-notice/key-notice.js';
import {SuretyObligeeDirectory} from '../components/obligee-directory/obligee-directory.js';
import {SuretyProvider} from '../components/provider/provider.js';
import {SuretyRegister} from '../components/register/register.js';
import {define, usePrefix} from '../components/kernel/define.js';

/** How `defineAll()` registers. */
export interface DefineOptions {
  /** What the tags begin with instead of `surety`; needed where another version has those. */
  prefix?: string;
}

/** Registers every element, under a prefix of the page's choice; what an element uses inside itself has the same prefix. */
export function defineAll({prefix = 'surety'}: DefineOptions = {}): void {
  usePrefix(prefix);
  define('surety-application-form', SuretyApplicationForm);
  define('surety-certificate-check', SuretyCertificateCheck);
  define('surety-certificate-selector', SuretyCertificateSelector);
  define('surety-certificate-viewer', SuretyCertificateViewer);
  define('surety-contract-detail', SuretyContractDetail);
  define('surety-contract-list', SuretyContractList);
  define('surety-desk', SuretyDesk);
  define('surety-guide', SuretyGuide);
  define('surety-key-notice', SuretyKeyNotice);
  define('surety-obligee-directory', SuretyObligeeDirectory);
  define('surety-provider', SuretyProvider);
  define('surety-register', SuretyRegister);
}
