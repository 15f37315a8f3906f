// The runner's server (test/web-test-runner.config.mjs) hangs up where this cookie says so; each test page has cookies of its own.
const COOKIE = 'outage';

/** From now on scripts whose address holds this cannot be fetched. */
export const breakScripts = (part: string): void => {
  document.cookie = `${COOKIE}=${encodeURIComponent(part)}; path=/`;
};

/** The network is there again. */
export const mendScripts = (): void => {
  document.cookie = `${COOKIE}=; path=/; max-age=0`;
};
