import type {SuretyOptions} from '../src/config.js';
import {one} from './dom.js';
import {offerLedger} from './ledger.js';
import {showAccount, signIn} from './session.js';

one<HTMLElement & Pick<SuretyOptions, 'getToken'>>('surety-provider').getToken = () => signIn('obligee');
void showAccount('obligee');

// What was opened or answered above is in the register below right away.
const register = one<HTMLElementTagNameMap['surety-register']>('surety-register');
const check = one<HTMLElementTagNameMap['surety-certificate-check']>('surety-certificate-check');
for (const name of [
  'surety-certificate-checked',
  'surety-certificate-answered',
  'surety-certificate-released',
] as const) {
  check.addEventListener(name, () => register.reload());
}

offerLedger(ledger => {
  check.expected = ledger;
});
