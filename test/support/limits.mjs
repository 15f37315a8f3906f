// Plain JavaScript, because the runner of browser tests reads its configuration as it is.

/**
 * How long a test waits for something to come about. It is a safety net and decides nothing: tests wait for conditions, and
 * on a machine with a load of ten per core each of them takes ten times as long as on an idle one.
 */
export const WAIT_LIMIT_MS = 90_000;

/** How long one test may take, which waits for several things. */
export const TEST_LIMIT_MS = 600_000;
