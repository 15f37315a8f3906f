/** What can go wrong, as a host page may branch on it. */
export type ErrorCode =
  | 'config'
  | 'network'
  | 'timeout'
  | 'unknown-outcome'
  | 'unauthorized'
  | 'forbidden'
  | 'not-found'
  | 'conflict'
  | 'rejected'
  | 'rate-limited'
  | 'unavailable'
  | 'bad-response'
  | 'api-version'
  | 'asset-load'
  | 'aborted';

/** One field that the API refused: a JSON pointer into what was sent, and the sentence to show there. */
export interface FieldIssue {
  pointer: string;
  message: string;
  code?: string;
}

interface SuretyErrorOptions extends ErrorOptions {
  fields?: FieldIssue[];
  retryAfter?: number;
}

/** Base of every error the kit throws. Branch on `code`; `message` is for the console and holds nothing a user typed. */
export class SuretyError extends Error {
  override readonly name: string = 'SuretyError'; // survives minifiers
  readonly code: ErrorCode;
  /** The fields at fault when `code` is `rejected`. */
  readonly fields: readonly FieldIssue[];
  /** Seconds until another try makes sense, when the API said so. */
  readonly retryAfter: number | undefined;

  constructor(
    code: ErrorCode,
    message: string,
    {fields = [], retryAfter, ...options}: SuretyErrorOptions = {},
  ) {
    super(message, options);
    this.code = code;
    this.fields = fields;
    this.retryAfter = retryAfter;
  }

  /** Any thrown thing as a `SuretyError`; an abort stays an abort, the unknown becomes `bad-response`. */
  static from(thrown: unknown): SuretyError {
    if (thrown instanceof SuretyError) return thrown;
    if (thrown instanceof DOMException && thrown.name === 'AbortError') {
      return new SuretyError('aborted', 'The request was aborted.', {cause: thrown});
    }
    return new SuretyError('bad-response', 'Something unexpected was thrown.', {cause: thrown});
  }
}

/** What the author of a page has to set right, with what was found; `src/i18n/config-text.ts` has the words. */
export type ConfigProblem =
  | {setting: 'environment' | 'scenario'; found: string; choices: readonly string[]}
  | {setting: 'api-base' | 'feed-src'; found: string}
  | {setting: 'no-api-base' | 'getToken()' | 'setGlyphBase()'};

/** A setting of the page that is missing or cannot be used. */
export class ConfigError extends SuretyError {
  readonly problem: ConfigProblem;

  constructor(problem: ConfigProblem, options?: ErrorOptions) {
    const found = 'found' in problem ? `="${problem.found}"` : '';
    super('config', `Wrong setting of the page: ${problem.setting}${found}`, options);
    this.problem = problem;
  }
}
