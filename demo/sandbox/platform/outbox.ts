/** Works through an outbox: when woken, and again after a pause. */
export interface Worker {
  /** Looks for work now. */
  wake(): void;
  close(): Promise<void>;
}

const PAUSE_MS = 2_000;

/** `run` does some of the work and says whether there may be more right away. */
export function createWorker(run: () => Promise<boolean>): Worker {
  let closed = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let last = Promise.resolve();

  const once = async () => {
    if (!closed) schedule((await run()) ? 0 : PAUSE_MS);
  };
  const wake = () => {
    clearTimeout(timer);
    // A store that fails now may work again later; the work is still there.
    last = last.then(once).catch(() => schedule(PAUSE_MS));
  };
  const schedule = (delay: number) => {
    if (!closed) timer = setTimeout(wake, delay);
  };
  return {
    wake,
    async close() {
      closed = true;
      clearTimeout(timer);
      await last;
    },
  };
}

/** Milliseconds until the next try: twice as long each time, up to a limit. */
export const backoff = (attempts: number, longest: number): number =>
  Math.min(PAUSE_MS * 2 ** attempts, longest);
