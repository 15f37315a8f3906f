import {VERSION} from '../version.js';

/** Timeout of one request in milliseconds. */
export const TIMEOUT_MS = 15_000;

/** Options of every request: no cache, no cookies, no referrer, and the version of the kit. */
export const REQUEST_OPTIONS = {
  cache: 'no-store',
  credentials: 'omit',
  referrerPolicy: 'no-referrer',
  headers: {Accept: 'application/json', 'Surety-Client': `surety-elements/${VERSION}`},
} satisfies RequestInit;
