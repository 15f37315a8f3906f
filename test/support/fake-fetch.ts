/** What a fake API answers, or throws, when asked. */
export type Answer = (request: Request) => Response | Promise<Response>;

/** A `fetch` that answers from a list in turn, the last answer again and again, and keeps what it was asked. */
export function fakeFetch(...answers: readonly Answer[]) {
  const requests: Request[] = [];
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const request = new Request(input, init);
    request.signal.throwIfAborted();
    requests.push(request.clone());
    const answer = answers[Math.min(requests.length, answers.length) - 1];
    if (!answer) throw new Error('The test gave no answer.');
    return answer(request);
  };
  return {fetch, requests};
}

/** Answers JSON, `application/json` unless the headers say otherwise. */
export const json =
  (
    body: unknown,
    {status = 200, headers = {}}: {status?: number; headers?: Record<string, string>} = {},
  ): Answer =>
  () =>
    new Response(JSON.stringify(body), {status, headers: {'Content-Type': 'application/json', ...headers}});

/** Answers a problem document. */
export const problem = (status: number, body: object = {}, headers: Record<string, string> = {}): Answer =>
  json(
    {title: 'x', status, ...body},
    {status, headers: {'Content-Type': 'application/problem+json', ...headers}},
  );

/** Answers the page of a proxy in front of the API. */
export const proxyPage =
  (status: number): Answer =>
  () =>
    new Response('<html><body>Bad Gateway</body></html>', {status, headers: {'Content-Type': 'text/html'}});

/** The line is down. */
export const noLine: Answer = () => Promise.reject(new TypeError('fetch failed'));

/** Never answers, but gives up when the caller does. */
export const silence: Answer = request =>
  new Promise((_, reject) => {
    request.signal.addEventListener('abort', () => reject(request.signal.reason as Error), {once: true});
  });
