import {WAIT_LIMIT_MS} from './limits.mjs';

const PAUSE_MS = 20;

/** Waits until something is true, in a browser test. While it throws, it is not true yet. */
export async function eventually(test: () => unknown, message = 'it never came about'): Promise<void> {
  const end = performance.now() + WAIT_LIMIT_MS;
  for (;;) {
    let reason = '';
    try {
      if (test()) return;
    } catch (thrown) {
      reason = ` (${thrown instanceof Error ? thrown.message : String(thrown)})`;
    }
    if (performance.now() > end) throw new Error(`${message}${reason}`);
    await new Promise(resolve => setTimeout(resolve, PAUSE_MS));
  }
}
