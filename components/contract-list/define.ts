import {define} from '../shared/define.js';
import {SuretyContractList} from './contract-list.js';

define('surety-contract-list', SuretyContractList);
