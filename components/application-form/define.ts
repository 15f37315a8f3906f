import {define} from '../kernel/define.js';
import {SuretyApplicationForm} from './application-form.js';

define('surety-application-form', SuretyApplicationForm);
