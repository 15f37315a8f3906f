import './application-form/define.js';
import './certificate-check/define.js';
import './certificate-selector/define.js';
import './certificate-viewer/define.js';
import './contract-detail/define.js';
import './contract-list/define.js';
import './key-notice/define.js';
import './provider/define.js';
