import {define} from '../shared/define.js';
import {SuretyDesk} from './desk.js';

define('surety-desk', SuretyDesk);
