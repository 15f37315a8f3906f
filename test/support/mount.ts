import {fixture, fixtureCleanup} from '@open-wc/testing';
import {html, type TemplateResult} from 'lit';
import '../../components/provider/define.js';
import {createSandbox, type SandboxOptions} from '../../demo/sandbox/index.js';
import type {Environment, GetToken} from '../../src/config.js';
import {WAIT_LIMIT_MS} from './limits.mjs';

/** What the provider around the element under test is given. */
export interface MountOptions {
  fetch?: typeof fetch;
  getToken?: GetToken;
  environment?: Environment;
  /** Address of the API; `''` is what a page's author writes who forgot it. */
  apiBase?: string;
  /** False for a test that looks at what is shown while loading. */
  settle?: boolean;
}

/** Who is signed in to the sandbox of a test, and what it holds from the start. */
export interface MountSandboxOptions extends SandboxOptions, Pick<MountOptions, 'settle' | 'environment'> {
  role?: 'contractor' | 'obligee';
  accountId?: string;
  /** Sees each request before the sandbox; an answer of its own replaces the sandbox's. */
  intercept?: (request: Request) => Response | undefined | Promise<Response | undefined>;
}

const testToken: GetToken = () => Promise.resolve({token: 'test-token'});
const neverCalled: typeof fetch = () => Promise.reject(new Error('This test gave no fetch.'));

/** Puts one element into a connected provider and waits until both have drawn. */
export async function mount<T extends HTMLElement>(template: TemplateResult, options: MountOptions = {}) {
  const {fetch = neverCalled, getToken = testToken, environment, apiBase = '/v1', settle = true} = options;
  const provider = await fixture<HTMLElement>(html`
    <surety-provider api-base=${apiBase} .environment=${environment} .fetch=${fetch} .getToken=${getToken}
      >${template}</surety-provider
    >
  `);
  const el = provider.firstElementChild as T | null;
  if (!el) throw new Error('The template to mount holds no element.');
  if (settle) await settled(el);
  return el;
}

/** Like `mount()`, with the reference API inside the test behind it. */
export async function mountWithSandbox<T extends HTMLElement>(
  template: TemplateResult,
  {role = 'contractor', accountId, intercept, settle, environment, ...seed}: MountSandboxOptions = {},
) {
  const sandbox = createSandbox({seed: 'leaflet', ...seed});
  const el = await mount<T>(template, {
    fetch: async (input, init) => {
      const request = new Request(input, init);
      return (await intercept?.(request.clone())) ?? sandbox.fetch(request);
    },
    getToken: () => sandbox.signIn(role, accountId),
    settle,
    environment,
  });
  return {el, sandbox};
}

/**
 * Waits until nothing in the element is drawn or fetched any more: its own updates, those of the
 * elements in its shadow root, and whatever says that it is loading.
 */
export async function settled(el: HTMLElement, timeout = WAIT_LIMIT_MS): Promise<void> {
  const end = performance.now() + timeout;
  for (let calm = 0; calm < 2;) {
    await updated(el);
    await new Promise(resolve => setTimeout(resolve));
    calm = isLoading(el) ? 0 : calm + 1;
    if (performance.now() > end) throw new Error(`${el.localName} is still loading after ${timeout} ms.`);
  }
}

/** Removes what earlier mounts of the same test have left. */
export const unmount = fixtureCleanup;

const inner = (el: HTMLElement): HTMLElement[] =>
  [...(el.shadowRoot?.querySelectorAll<HTMLElement>('*') ?? [])].filter(each =>
    each.localName.startsWith('surety-'),
  );

async function updated(el: HTMLElement): Promise<void> {
  if ('updateComplete' in el) await el.updateComplete;
  await Promise.all(inner(el).map(updated));
}

const isLoading = (el: HTMLElement): boolean =>
  Boolean(el.shadowRoot?.querySelector('[part~="loading"]')) || inner(el).some(isLoading);
