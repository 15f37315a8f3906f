import {waitUntil} from '@open-wc/testing';

/** Waits until something is true, also on a machine that is busy with other things. */
export const eventually = (test: () => unknown, message = 'it never came about'): Promise<void> =>
  waitUntil(test, message, {timeout: 20_000});
