import {SuretyError} from '../errors.js';
import type {Application} from '../schemas/application.js';
import type {SuretyClient} from './client.js';

/** How a sending is made safe against lost answers. */
export interface SendOptions {
  signal?: AbortSignal;
  /** Called when an answer was lost and the outcome is being asked for. */
  onUncertain?: () => void;
  /** Milliseconds before each new try. */
  waits?: readonly number[];
}

const isUncertain = (error: SuretyError) =>
  ['network', 'timeout', 'unavailable', 'bad-response'].includes(error.code);

/**
 * Sends once, whatever the line does: when an answer is lost, it asks what became of it and sends again
 * with the same key only if nothing arrived.
 * @throws {SuretyError} `unknown-outcome` when that could not be found out; else the API's own answer.
 */
export async function sendOnce(
  client: Pick<SuretyClient, 'findSubmission'>,
  idempotencyKey: string,
  send: (options: {signal?: AbortSignal}) => Promise<Application>,
  {signal, onUncertain, waits = [0, 1_000, 3_000, 6_000]}: SendOptions = {},
): Promise<Application> {
  const options = signal ? {signal} : {};
  let mayResend = true;
  let isInDoubt = false;
  for (const wait of [undefined, ...waits]) {
    try {
      if (wait !== undefined) {
        await pause(wait, signal);
        try {
          return await client.findSubmission(idempotencyKey, options);
        } catch (thrown) {
          if (SuretyError.from(thrown).code !== 'not-found' || !mayResend) throw thrown;
        }
      }
      return await send(options);
    } catch (thrown) {
      const error = SuretyError.from(thrown);
      // 409 while the first sending is still being worked on: it is not ours to repeat, only to ask for.
      const isInFlight = isInDoubt && error.code === 'conflict';
      if (!isUncertain(error) && !isInFlight && !(isInDoubt && error.code === 'not-found')) throw error;
      mayResend = !isInFlight;
      isInDoubt = true;
      onUncertain?.();
    }
  }
  throw new SuretyError('unknown-outcome', 'It could not be found out whether the application arrived.');
}

function pause(milliseconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(new SuretyError('aborted', 'The sending was aborted.'));
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop);
      resolve();
    }, milliseconds);
    signal?.addEventListener('abort', stop, {once: true});
    if (signal?.aborted) stop();
  });
}
