import {define} from '../shared/define.js';
import {SuretyGuide} from './guide.js';

define('surety-guide', SuretyGuide);
