import {define} from '../shared/define.js';
import {SuretyApplicationForm} from './application-form.js';

define('surety-application-form', SuretyApplicationForm);
