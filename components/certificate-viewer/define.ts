import {define} from '../shared/define.js';
import {SuretyCertificateViewer} from './certificate-viewer.js';

define('surety-certificate-viewer', SuretyCertificateViewer);
