import {define} from '../kernel/define.js';
import {SuretyGuide} from './guide.js';

define('surety-guide', SuretyGuide);
