import {createContext} from '@lit/context';
import type {SuretyClient} from '../../src/api/client.js';
import {readSmall, type SmallRead} from '../../src/api/small-read.js';
import {withToken} from '../../src/api/token.js';
import {resolveConfig, type SuretyConfig, type SuretyOptions} from '../../src/config.js';
import {SuretyError} from '../../src/errors.js';
import {VERSION} from '../../src/version.js';

/** A checked configuration, and the ways to the API that it leads to. */
export interface Connection {
  readonly config: SuretyConfig;
  /** The whole API; its code is loaded when first needed. */
  client(): Promise<SuretyClient>;
  /** Reads `ACCOUNT` or `SURETY` of `src/api/small-read.ts` without the client's code, while nothing goes wrong. */
  readSmall<Answer>(small: SmallRead<Answer>, signal: AbortSignal): Promise<Answer>;
}

/** What a provider hands down: its own options, and one client for all who add nothing of their own. */
export interface Provided {
  readonly options: SuretyOptions;
  readonly connect: () => Connection;
}

/** Context key of the nearest provider. Two copies of one version share it; another version's would hand down other things. */
export const providedContext = createContext<Provided | undefined>(
  Symbol.for(`surety-elements:provided@${VERSION}`),
);

/** The account that an element acts for in `environment="mock"`. */
export type MockRole = 'contractor' | 'obligee';

/**
 * Returns a connection for options that were given in order of precedence.
 * @throws {SuretyError} `config`.
 */
export function connect(sources: readonly SuretyOptions[], mockRole: MockRole): Connection {
  const config = resolveConfig(sources, document.baseURI);
  // One source of tokens for whatever is sent, with and without the client.
  const signedIn = once(async () =>
    signIn(config.environment === 'mock' ? await mockConfig(config, mockRole) : config),
  );
  const client = once(async () => {
    const [{createClient}, ready] = await Promise.all([import('../../src/api/client.js'), signedIn()]);
    return createClient(ready);
  });
  return {
    config,
    client,
    readSmall: async (small, signal) => readSmall(small, await signedIn(), client, signal),
  };
}

/** Loads something the first time it is asked for, and again only where that failed. */
function once<Loaded>(load: () => Promise<Loaded>): () => Promise<Loaded> {
  let loaded: Promise<Loaded> | undefined;
  return () =>
    (loaded ??= load().catch(thrown => {
      loaded = undefined;
      throw thrown instanceof SuretyError
        ? thrown
        : new SuretyError('asset-load', 'Code of surety-elements could not be loaded.', {cause: thrown});
    }));
}

/** Returns a configuration whose `fetch` sends the token of the signed-in person. */
function signIn({getToken, fetch: send = fetch, ...config}: SuretyConfig): SuretyConfig {
  const plain: typeof fetch = (input, init) => send(input, init); // a browser's own is called without an object
  return {...config, fetch: getToken ? withToken(getToken, plain) : plain};
}

async function mockConfig(config: SuretyConfig, role: MockRole): Promise<SuretyConfig> {
  const {connectMock} = await import('./mock-environment.js');
  return connectMock(config, role);
}
