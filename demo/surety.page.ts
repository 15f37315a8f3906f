import './office/office-desk.js';
import {showAccount} from './session.js';

void showAccount('surety');
