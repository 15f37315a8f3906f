import {WAIT_LIMIT_MS} from './limits.mjs';

const PAUSE_MS = 50;

/** Asks until the answer is neither false nor missing, and returns it; for tests that run in Node. */
export async function until<T>(
  ask: () => Promise<T | undefined | false> | T | undefined | false,
  whatIsMissing: () => string | Promise<string>,
): Promise<T> {
  const end = performance.now() + WAIT_LIMIT_MS;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined && answer !== false) return answer;
    if (performance.now() > end) throw new Error(await whatIsMissing());
    await new Promise(resolve => setTimeout(resolve, PAUSE_MS));
  }
}
