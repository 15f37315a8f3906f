import type {Problem} from '../../../src/schemas/problem.js';

/** The kinds of problems the API answers with. */
export type ProblemCode =
  'unauthorized' | 'forbidden' | 'not-found' | 'conflict' | 'rejected' | 'rate-limited' | 'unavailable';

/** A field at fault. */
export type FieldProblem = NonNullable<Problem['errors']>[number];

const kinds: Record<ProblemCode, {status: number; title: string; detail: string}> = {
  unauthorized: {
    status: 401,
    title: 'ログインが必要です',
    detail: 'ログインの有効期限が切れたか、ログインしていません。もう一度ログインしてください。',
  },
  forbidden: {status: 403, title: '利用できません', detail: 'このログインでは利用できない手続きです。'},
  'not-found': {status: 404, title: '見つかりません', detail: '該当するデータが見つかりません。'},
  conflict: {
    status: 409,
    title: '更新が重なりました',
    detail: 'ほかの操作で内容が変わりました。最新の内容を読み込んで、もう一度お試しください。',
  },
  rejected: {status: 422, title: '入力内容を確認してください', detail: '入力内容に誤りがあります。'},
  'rate-limited': {
    status: 429,
    title: 'しばらくお待ちください',
    detail: '確認の回数が多いため、しばらく時間をおいてから、もう一度お試しください。',
  },
  unavailable: {
    status: 503,
    title: 'ただいま利用できません',
    detail: 'システムが一時的に利用できません。しばらく時間をおいてから、もう一度お試しください。',
  },
};

/** What a `ProblemError` may say beyond its kind. */
export interface ProblemOptions {
  status?: number;
  detail?: string;
  errors?: FieldProblem[];
  /** Seconds. */
  retryAfter?: number;
}

/** Thrown anywhere below a route; becomes the answer. Its texts never hold a key or a token. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly code: ProblemCode;
  readonly options: ProblemOptions;
  constructor(code: ProblemCode, options: ProblemOptions = {}) {
    super(code);
    this.code = code;
    this.options = options;
  }
}

/** The answer to a problem: RFC 9457. */
export function problemResponse({code, options}: ProblemError): Response {
  const kind = kinds[code];
  const {status = kind.status, detail = kind.detail, errors, retryAfter} = options;
  const body: Problem = {type: `urn:surety:${code}`, title: kind.title, status, detail};
  if (errors) body.errors = errors;
  const headers = new Headers({'Content-Type': 'application/problem+json; charset=utf-8'});
  if (retryAfter !== undefined) {
    body.retryAfter = retryAfter;
    headers.set('Retry-After', String(retryAfter));
  }
  if (status === 401) headers.set('WWW-Authenticate', 'Bearer');
  return new Response(JSON.stringify(body), {status, headers});
}

/** Refuses a body because of its fields. */
export function rejectFields(errors: FieldProblem[]): ProblemError {
  const first = errors[0]?.detail;
  return new ProblemError('rejected', {errors, ...(first && {detail: first})});
}
