import {define} from '../kernel/define.js';
import {SuretyCertificateViewer} from './certificate-viewer.js';

define('surety-certificate-viewer', SuretyCertificateViewer);
