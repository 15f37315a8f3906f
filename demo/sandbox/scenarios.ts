import {ProblemError, problemResponse} from './platform/problem.js';

/** How the API behaves, for stories and tests of what can go wrong. */
export type Scenario =
  /** As it should. */
  | 'normal'
  /** Every answer takes two seconds. */
  | 'slow'
  /** 503 for everything. */
  | 'unavailable'
  /** Never answers; ends only when the caller gives up. */
  | 'silent'
  /** Nobody can be reached. */
  | 'offline'
  /** Does what it is asked, but the answers to POST and PUT get lost on the way. */
  | 'lost-answers';

const SLOW_MS = 2_000;

/** Lets a request through in the way the scenario wants. */
export async function withScenario(
  scenario: Scenario,
  request: Request,
  answer: (request: Request) => Promise<Response>,
): Promise<Response> {
  const {signal, method} = request;
  switch (scenario) {
    case 'normal':
      return answer(request);
    case 'slow':
      await wait(SLOW_MS, signal);
      return answer(request);
    case 'unavailable':
      return problemResponse(new ProblemError('unavailable', {retryAfter: 1}));
    case 'silent':
      return wait(Infinity, signal);
    case 'offline':
      throw new TypeError('Failed to fetch');
    case 'lost-answers': {
      const response = await answer(request);
      if (method === 'GET') return response;
      throw new TypeError('Failed to fetch');
    }
  }
}

/** Ends early with the signal's reason. */
function wait(milliseconds: number, signal: AbortSignal): Promise<never> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const timer = Number.isFinite(milliseconds) ? setTimeout(resolve as () => void, milliseconds) : undefined;
    signal.addEventListener('abort', () => (clearTimeout(timer), reject(signal.reason as Error)), {
      once: true,
    });
  });
}
