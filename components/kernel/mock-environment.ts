import {createSandbox, type Sandbox, type SandboxOptions} from '../../demo/sandbox/index.js';
import type {MockScenario, SuretyConfig} from '../../src/config.js';

const options: Record<MockScenario, SandboxOptions> = {
  normal: {seed: 'leaflet'},
  slow: {seed: 'leaflet', scenario: 'slow'},
  'expired-token': {seed: 'leaflet'},
  '503': {seed: 'leaflet', scenario: 'unavailable'},
  empty: {seed: 'empty'},
  many: {seed: 'many'},
};

const sandboxes = new Map<MockScenario, Sandbox>();

/** Connects to the reference API inside the page. All elements share one per scenario, so that one sees what another has sent. */
export function connectMock(config: SuretyConfig, role: 'contractor' | 'obligee'): SuretyConfig {
  const scenario = config.scenario ?? 'normal';
  const api = sandboxes.get(scenario) ?? createSandbox(options[scenario]);
  sandboxes.set(scenario, api);
  return {
    ...config,
    apiBase: new URL('/v1', document.baseURI).href,
    fetch: (input, init) => api.fetch(new Request(input, init)),
    getToken: () => (scenario === 'expired-token' ? Promise.resolve({token: 'expired'}) : api.signIn(role)),
  };
}
