import {define} from '../shared/define.js';
import {SuretyKeyNotice} from './key-notice.js';

define('surety-key-notice', SuretyKeyNotice);
