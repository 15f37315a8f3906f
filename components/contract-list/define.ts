import {define} from '../kernel/define.js';
import {SuretyContractList} from './contract-list.js';

define('surety-contract-list', SuretyContractList);
