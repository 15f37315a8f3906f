import {define} from '../shared/define.js';
import {SuretyRegister} from './register.js';

define('surety-register', SuretyRegister);
