import {define} from '../shared/define.js';
import {SuretyObligeeDirectory} from './obligee-directory.js';

define('surety-obligee-directory', SuretyObligeeDirectory);
