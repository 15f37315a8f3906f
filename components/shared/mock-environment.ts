import {createSandbox, type Sandbox} from '../../demo/sandbox/index.js';
import type {SuretyConfig} from '../../src/config.js';

let sandbox: Sandbox | undefined;

/** The reference API inside the page: one for all elements, so that what one sends the others see. */
export function connectMock(config: SuretyConfig, role: 'contractor' | 'obligee'): SuretyConfig {
  const api = (sandbox ??= createSandbox({seed: 'leaflet'}));
  return {
    ...config,
    apiBase: new URL('/v1', document.baseURI).href,
    fetch: (input, init) => api.fetch(new Request(input, init)),
    getToken: () => api.signIn(role),
  };
}
