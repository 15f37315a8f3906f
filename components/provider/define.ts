import {define} from '../shared/define.js';
import {SuretyProvider} from './provider.js';

define('surety-provider', SuretyProvider);
