import {define} from '../kernel/define.js';
import {SuretyRegister} from './register.js';

define('surety-register', SuretyRegister);
