import {html, type TemplateResult} from 'lit';
import '../components/provider/define.js';
import {createSandbox, type SandboxOptions} from '../demo/sandbox/index.js';
import type {Role} from '../src/schemas/kinds.js';

/** The day on which every story plays. */
export const storyNow = new Date('2026-10-01T10:00:00+09:00');

/** What the story's reference API holds, how it behaves, and who is signed in. */
export interface StoryOptions extends SandboxOptions {
  role?: Role;
  accountId?: string;
  /** Sees each request before the API; an answer of its own replaces the API's. */
  intercept?: (request: Request) => Response | Promise<Response> | undefined;
}

/** Puts a story's element before a reference API of its own, on a pinned day. */
export function withSandbox(
  {role = 'contractor', accountId, intercept, ...options}: StoryOptions,
  content: TemplateResult,
) {
  const sandbox = createSandbox({seed: 'leaflet', now: () => storyNow, ...options});
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const request = new Request(input, init);
    return (await intercept?.(request)) ?? sandbox.fetch(request);
  };
  return html`
    <surety-provider api-base="/v1" .fetch=${fetch} .getToken=${() => sandbox.signIn(role, accountId)}
      >${content}</surety-provider
    >
  `;
}

/** Puts a story's element before an API that answers as given, e.g. never. */
export const withFetch = (fetch: typeof globalThis.fetch, content: TemplateResult) => html`
  <surety-provider api-base="/v1" .fetch=${fetch} .getToken=${() => Promise.resolve({token: 'story'})}
    >${content}</surety-provider
  >
`;

/** An API that stays silent: what is shown while loading. */
export const silentFetch: typeof fetch = () => new Promise<Response>(() => undefined);

/** An API that cannot be reached. */
export const deadFetch: typeof fetch = () => Promise.reject(new TypeError('fetch failed'));

/** Waits until a story has drawn something; nothing where it does not within five seconds. */
export async function waitFor(root: ShadowRoot, selector: string): Promise<HTMLElement | null> {
  for (let tries = 0; tries < 100 && !root.querySelector(selector); tries++) {
    await new Promise(resolve => setTimeout(resolve, 50));
  }
  return root.querySelector<HTMLElement>(selector);
}
