/** A request as the check sends it. */
interface Sent {
  method: string;
  /** Under the API's base, with its query. */
  path: string;
  init: RequestInit;
  /** Asks the real API, for what was asked or for something else. */
  pass: (changed?: {init?: RequestInit; path?: string}) => Promise<Response>;
}

type Fault = (sent: Sent) => Promise<Response>;

/** A `fetch` that answers like the real API but where the fault wants something else. */
const faulty =
  (fault: Fault): typeof fetch =>
  (input, init = {}) => {
    const address = input as string;
    const start = address.indexOf('/v1') + '/v1'.length;
    const asked = {init, path: address.slice(start)};
    return fault({
      ...asked,
      method: init.method ?? 'GET',
      pass: changed => {
        const sent = {...asked, ...changed};
        return fetch(`${address.slice(0, start)}${sent.path}`, sent.init);
      },
    });
  };

/** Changes answers to requests that fit. */
const onAnswer = (method: string, path: RegExp, change: (answer: Response) => Promise<Response> | Response) =>
  faulty(async sent => {
    const answer = await sent.pass();
    return sent.method === method && path.test(sent.path) ? change(answer) : answer;
  });

const rebuild = async (answer: Response, {status = answer.status, headers = {}, text}: Rebuilt = {}) => {
  const all = new Headers(answer.headers);
  for (const [name, value] of Object.entries(headers)) {
    if (value === undefined) all.delete(name);
    else all.set(name, value);
  }
  all.delete('Content-Encoding');
  all.delete('Content-Length');
  const body = text ?? (await answer.text());
  return new Response([204, 304].includes(status) ? null : body, {status, headers: all});
};
interface Rebuilt {
  status?: number;
  headers?: Record<string, string | undefined>;
  text?: string;
}

/** Another status for what would be refused, with an empty JSON body. */
const letThrough = (method: string, path: RegExp, status = 200) =>
  onAnswer(method, path, answer =>
    answer.ok ? answer : rebuild(answer, {status, text: '{}', headers: {'Content-Type': 'application/json'}}),
  );

/** Changes the JSON of good answers. */
const reshape = (method: string, path: RegExp, change: (json: never) => unknown) =>
  onAnswer(method, path, async answer => {
    if (!answer.ok || answer.status === 204) return answer;
    const json = (await answer.clone().json()) as never;
    return rebuild(answer, {text: JSON.stringify(change(json))});
  });

const withoutItems = () => ({items: []});
const header = (method: string, path: RegExp, headers: Record<string, string | undefined>) =>
  onAnswer(method, path, answer => rebuild(answer, {headers}));

/** Sends each body under a key of its own, as a backend does that looks at no key. */
const ignoresKeys = faulty(({method, path, init, pass}) =>
  method === 'POST' && path === '/applications' && new Headers(init.headers).has('Idempotency-Key')
    ? pass({init: {...init, headers: {...(init.headers as object), 'Idempotency-Key': crypto.randomUUID()}}})
    : pass(),
);

/** For each case of the contract a backend that is wrong about it. */
export const faults: Record<string, typeof fetch> = {
  'protocol.version': header('GET', /./, {'Surety-Api-Version': undefined}),
  'protocol.not-found': header('GET', /no-such-path/, {'Content-Type': 'text/html'}),
  'protocol.malformed': letThrough('POST', /^\/applications$/),
  'sign-in.account': reshape('GET', /^\/me$/, (json: object) => ({...json, role: 'clerk'})),
  'sign-in.required': header('GET', /^\/(me|contracts|applications)$/, {'WWW-Authenticate': undefined}),
  'sign-in.wrong-token': faulty(async ({init, pass}) => {
    const answer = await pass();
    const token = new Headers(init.headers).get('Authorization') ?? '';
    if (answer.status !== 401 || !token) return answer;
    const json = (await answer.clone().json()) as object;
    return rebuild(answer, {text: JSON.stringify({...json, token})});
  }),
  'sign-in.roles': letThrough('GET', /^\/contracts$/),
  'surety.shape': reshape('GET', /^\/surety$/, (json: object) => ({...json, branches: []})),
  'obligees.shape': reshape('GET', /^\/obligees$/, (json: {items: unknown}) => json.items),
  'obligees.search': reshape('GET', /^\/obligees\?/, withoutItems),
  'obligees.unknown': letThrough('GET', /no-such-code/),
  'obligees.etag': header('GET', /^\/obligees$/, {ETag: undefined}),
  'banks.shape': reshape('GET', /\/branches$/, (json: {items: object[]}) => ({
    items: json.items.map(each => ({...each, code: 1})),
  })),
  'amount-rules.shape': reshape('GET', /^\/amount-rules/, (json: {items: unknown[]}) => ({
    items: [...json.items, {name: '別の市'}],
  })),
  'jwks.shape': reshape('GET', /^\/jwks/, (json: {keys: object[]}) => ({
    keys: json.keys.map(each => ({...each, d: 'secret'})),
  })),
  'contracts.shape': reshape('GET', /form=electronic/, (json: {items: object[]}) => ({
    ...json,
    items: json.items.map(each => ({...each, certificateForm: 'paper'})),
  })),
  'contracts.pages': faulty(({path, pass}) => pass({path: path.replace(/&cursor=[^&]*/, '')})),
  'contracts.search': reshape('GET', /^\/contracts\?q=/, () => ({items: [], nextCursor: null})),
  'contracts.ranges': faulty(({path, pass}) => pass({path: path.replace(/amount(From|To)=\d+&?/g, '')})),
  'contracts.detail': reshape('GET', /^\/contracts\/[^/]+$/, (json: object) => ({...json, authKey: 'x'})),
  'contracts.unknown': letThrough('GET', /99999-999999/),
  'certificates.shape': reshape('GET', /\/certificates$/, (json: {items: object[]}) => ({
    items: json.items.map(each => ({...each, revision: 1})),
  })),
  'certificates.signed': reshape('GET', /\/certificates$/, (json: {items: {guaranteeAmount: number}[]}) => ({
    items: json.items.map(each => ({...each, guaranteeAmount: each.guaranteeAmount + 1})),
  })),
  'issues.shape': reshape('GET', /^\/electronic-issues/, (json: {items: unknown}) => json.items),
  'key.disclosed': header('POST', /\/key-views$/, {'Cache-Control': 'private'}),
  'notice.shape': reshape('POST', /\/notices$/, (json: object) => ({...json, authKey: 'AAAAAAAAAAAA'})),
  'hand-in.recorded': reshape('POST', /\/hand-ins$/, (json: object) => ({...json, handedInAt: null})),
  'applications.list': reshape('GET', /^\/applications$/, () => ({})),
  'applications.key-required': letThrough('POST', /^\/applications$/, 201),
  'applications.fields': onAnswer('POST', /^\/applications$/, async answer =>
    answer.ok ? answer : rebuild(answer, {text: JSON.stringify({status: 422, detail: '誤りがあります。'})}),
  ),
  'applications.once': ignoresKeys,
  'applications.changed-content': ignoresKeys,
  'applications.never-arrived': letThrough('GET', /^\/submissions\//),
  'register.opens': reshape('POST', /\/checks$/, (json: object) => ({
    ...json,
    contractNumber: '11111-111111',
  })),
  'register.fields': letThrough('POST', /\/checks$/),
  'register.neutral': faulty(async ({path, init, pass}) => {
    const answer = await pass();
    if (!path.endsWith('/checks') || answer.status !== 404 || !(init.body as string).includes('99999-999999'))
      return answer;
    const json = (await answer.clone().json()) as object;
    return rebuild(answer, {text: JSON.stringify({...json, detail: '番号がありません。'})});
  }),
  'register.rate-limit': onAnswer('POST', /\/checks$/, answer =>
    answer.status === 429 ? rebuild(answer, {status: 404}) : answer,
  ),
};
