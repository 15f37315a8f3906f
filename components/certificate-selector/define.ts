import {define} from '../kernel/define.js';
import {SuretyCertificateSelector} from './certificate-selector.js';

define('surety-certificate-selector', SuretyCertificateSelector);
