import type {GetToken, Token, TokenReason} from '../config.js';
import {ConfigError, SuretyError} from '../errors.js';

/** Renew this long before the end, so that a request on a slow line still arrives in time. */
const EARLY_MS = 30_000;

/** Tokens in memory only: one call of the host's `getToken` serves everyone who waits for it. */
export function createTokenSource(getToken: GetToken) {
  let current: Token | undefined;
  let pending: Promise<Token> | undefined;

  const renew = (reason: TokenReason) =>
    (pending ??= Promise.resolve()
      .then(() => getToken({reason}))
      .then(
        token => (current = requireToken(token)),
        thrown => {
          throw new SuretyError('unauthorized', 'getToken() of the page failed.', {cause: thrown});
        },
      )
      .finally(() => (pending = undefined)));

  const isFresh = ({expiresAt}: Token) => !expiresAt || Date.parse(expiresAt) - Date.now() > EARLY_MS;

  return {
    async get(): Promise<string> {
      if (current && isFresh(current)) return current.token;
      return (await renew(current ? 'expired' : 'initial')).token;
    },
    /** A new token after the API refused `refused`; if somebody else has renewed it meanwhile, that one. */
    async replace(refused: string): Promise<string> {
      if (current && current.token !== refused) return current.token;
      return (await renew('unauthorized')).token;
    },
  };
}

// A host page is not type-checked, and a header with a line break would fail as if the line were down.
function requireToken(token: Token): Token {
  const text: unknown = (token as Token | undefined)?.token;
  if (typeof text === 'string' && /^[\x21-\x7e]+$/.test(text)) return token;
  throw new ConfigError({setting: 'getToken()'});
}

/** `fetch` that sends the token, and once more with a new one when the API answers 401. */
export function withToken(getToken: GetToken, send: typeof fetch): typeof fetch {
  const tokens = createTokenSource(getToken);
  return async (input, init) => {
    const request = new Request(input, init);
    const again = request.clone();
    const token = await tokens.get();
    request.headers.set('Authorization', `Bearer ${token}`);
    const response = await send(request);
    if (response.status !== 401) return response;
    again.headers.set('Authorization', `Bearer ${await tokens.replace(token)}`);
    return send(again);
  };
}
