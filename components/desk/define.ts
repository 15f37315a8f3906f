import {define} from '../kernel/define.js';
import {SuretyDesk} from './desk.js';

define('surety-desk', SuretyDesk);
