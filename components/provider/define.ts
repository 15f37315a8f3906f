import {define} from '../kernel/define.js';
import {SuretyProvider} from './provider.js';

define('surety-provider', SuretyProvider);
