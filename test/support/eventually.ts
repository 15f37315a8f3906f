import {waitUntil} from '@open-wc/testing';
import {WAIT_LIMIT_MS} from './limits.mjs';

/** Waits until something is true, also on a machine that is busy with other things. */
export const eventually = (test: () => unknown, message = 'it never came about'): Promise<void> =>
  waitUntil(test, message, {timeout: WAIT_LIMIT_MS});
