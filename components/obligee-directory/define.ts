import {define} from '../kernel/define.js';
import {SuretyObligeeDirectory} from './obligee-directory.js';

define('surety-obligee-directory', SuretyObligeeDirectory);
