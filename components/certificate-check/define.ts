import {define} from '../kernel/define.js';
import {SuretyCertificateCheck} from './certificate-check.js';

define('surety-certificate-check', SuretyCertificateCheck);
