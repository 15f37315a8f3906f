import type {SuretyOptions} from '../src/config.js';
import {one} from './dom.js';
import {showAccount, signIn} from './session.js';

one<HTMLElement & Pick<SuretyOptions, 'getToken'>>('surety-provider').getToken = () => signIn('obligee');
void showAccount('obligee');
