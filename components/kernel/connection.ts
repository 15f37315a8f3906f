import {createContext} from '@lit/context';
import type {SuretyClient} from '../../src/api/client.js';
import {resolveConfig, type SuretyConfig, type SuretyOptions} from '../../src/config.js';
import {SuretyError} from '../../src/errors.js';
import {VERSION} from '../../src/version.js';

/** A checked configuration and the client made of it, which is loaded when first needed. */
export interface Connection {
  readonly config: SuretyConfig;
  client(): Promise<SuretyClient>;
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
 * A connection for options that were given in order of precedence.
 * @throws {SuretyError} `config`.
 */
export function connect(sources: readonly SuretyOptions[], mockRole: MockRole): Connection {
  const config = resolveConfig(sources, document.baseURI);
  let client: Promise<SuretyClient> | undefined;
  const load = async () => {
    const {createClient} = await import('../../src/api/client.js');
    return createClient(config.environment === 'mock' ? await mockConfig(config, mockRole) : config);
  };
  return {
    config,
    client: () =>
      (client ??= load().catch(thrown => {
        client = undefined; // a failed chunk may load the next time
        throw thrown instanceof SuretyError
          ? thrown
          : new SuretyError('asset-load', 'Code of surety-elements could not be loaded.', {cause: thrown});
      })),
  };
}

async function mockConfig(config: SuretyConfig, role: MockRole): Promise<SuretyConfig> {
  const {connectMock} = await import('./mock-environment.js');
  return connectMock(config, role);
}
