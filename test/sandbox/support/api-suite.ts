import {after, before, describe} from 'node:test';
import type {SandboxOptions} from '../../../demo/sandbox/index.js';
import type {Store} from '../../../demo/sandbox/store/store.js';
import {answerSuite} from './answer-suite.js';
import {changeSuite} from './change-suite.js';
import {fieldSuite} from './field-suite.js';
import {handInSuite} from './hand-in-suite.js';
import {idempotencySuite} from './idempotency-suite.js';
import {isolationSuite} from './isolation-suite.js';
import {journeySuite} from './journey-suite.js';
import {listSuite} from './list-suite.js';
import {orderSuite} from './order-suite.js';
import {protocolSuite} from './protocol-suite.js';
import {rateLimitSuite} from './rate-limit-suite.js';
import {registerSuite} from './register-suite.js';
import {signatureSuite} from './signature-suite.js';
import {serveSandbox, type Served} from './serve.js';
import {toDoSuite} from './to-do-suite.js';
import {storeSuite} from './store-suite.js';

const suites = [
  journeySuite,
  changeSuite,
  signatureSuite,
  handInSuite,
  answerSuite,
  registerSuite,
  idempotencySuite,
  isolationSuite,
  rateLimitSuite,
  fieldSuite,
  listSuite,
  orderSuite,
  toDoSuite,
  protocolSuite,
];

/** One contract for every store: the same requests over real HTTP must have the same answers. */
export function describeApi(
  name: string,
  openStore: () => Promise<Store>,
  options: SandboxOptions = {},
): void {
  describe(`the API on ${name}`, () => {
    let served: Served | undefined;
    let store: Store | undefined;
    before(async () => {
      store = await openStore();
      served = await serveSandbox({...options, store});
    });
    after(() => served?.close());
    const given = <Value>(value: Value | undefined): Value => {
      if (value === undefined) throw new Error('The sandbox did not start.');
      return value;
    };
    for (const suite of suites) suite(() => given(served));
    storeSuite(() => given(store));
  });
}
