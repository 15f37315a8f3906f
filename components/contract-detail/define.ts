import {define} from '../shared/define.js';
import {SuretyContractDetail} from './contract-detail.js';

define('surety-contract-detail', SuretyContractDetail);
