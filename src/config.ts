import {ConfigError} from './errors.js';
import type {Messages} from './i18n/locale.js';

/** Why a token is asked for. */
export type TokenReason = 'initial' | 'expired' | 'unauthorized';

/** A bearer token and when it ends (ISO 8601). */
export interface Token {
  token: string;
  expiresAt?: string;
}

/** The host page's way to a token; called again when one has run out. Never stored by the kit. */
export type GetToken = (request: {reason: TokenReason; signal?: AbortSignal}) => Promise<Token>;

/** Where the API is: `production`, `sandbox` (a reference API somewhere) or `mock` (one inside the page). */
export type Environment = 'production' | 'sandbox' | 'mock';

/**
 * What `environment="mock"` plays: `slow` answers after two seconds, `expired-token` is a session that has ended, `503` an API that is
 * down for maintenance, `empty` an account without contracts, `many` one with 1,200.
 */
export const scenarios = ['normal', 'slow', 'expired-token', '503', 'empty', 'many'] as const;
/** What `environment="mock"` plays. */
export type MockScenario = (typeof scenarios)[number];

/** What a page sets, on an element, on `surety-provider` or by `configure()`. */
export interface SuretyOptions {
  /** Address of the API with its version, e.g. `https://api.example.jp/v1` or `/v1`. */
  apiBase?: string | undefined;
  environment?: Environment | undefined;
  /** What `environment="mock"` plays; of no effect elsewhere. */
  scenario?: MockScenario | undefined;
  getToken?: GetToken | undefined;
  fetch?: typeof fetch | undefined;
}

/** What a page sets for all of its elements: the language is the page's, not an element's. */
export interface SuretyDefaults extends SuretyOptions {
  /** Language as a BCP 47 tag: `ja`, `en` or `ja-simple` (やさしい日本語). */
  lang?: string | undefined;
  /** A partner's own words and sentences. */
  messages?: Messages | undefined;
}

/** Options that were checked: what a connection is made of. */
export interface SuretyConfig extends SuretyOptions {
  /** Absolute address without a trailing slash; empty for `mock`. */
  apiBase: string;
  environment: Environment;
}

let defaults: SuretyDefaults = {};

/** Sets options for every element of the page that neither it nor its provider sets. */
export function configure(options: SuretyDefaults): void {
  defaults = {...defaults, ...options};
}

/** What `configure()` has set so far. */
export const configured = (): Readonly<SuretyDefaults> => defaults;

const environments: readonly string[] = ['production', 'sandbox', 'mock'] satisfies Environment[];

/**
 * One configuration out of the sources, the first that sets an option wins; `configure()` comes last.
 * @throws {ConfigError} With what the author of the page has to set right.
 */
export function resolveConfig(sources: readonly SuretyOptions[], base?: string): SuretyConfig {
  const pick = <Key extends keyof SuretyOptions>(key: Key): SuretyOptions[Key] =>
    [...sources, defaults].find(source => source[key] !== undefined)?.[key];
  const environment = pick('environment') ?? 'production';
  if (!environments.includes(environment)) {
    throw new ConfigError({setting: 'environment', found: environment, choices: environments});
  }
  const scenario = pick('scenario');
  if (scenario && !scenarios.includes(scenario)) {
    throw new ConfigError({setting: 'scenario', found: scenario, choices: scenarios});
  }
  const shared = {environment, scenario, getToken: pick('getToken'), fetch: pick('fetch')};
  if (environment === 'mock') return {...shared, apiBase: ''};
  return {...shared, apiBase: readApiBase(pick('apiBase'), base)};
}

function readApiBase(text: string | undefined, base?: string): string {
  if (!text) {
    throw new ConfigError({setting: 'no-api-base'});
  }
  const url = URL.canParse(text, base) ? new URL(text, base) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || url.search || url.hash || url.username) {
    throw new ConfigError({setting: 'api-base', found: text});
  }
  return url.href.replace(/\/+$/, '');
}
