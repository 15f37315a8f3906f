import type {Token} from '../src/config.js';
import type {Account} from '../src/schemas/party.js';

/** Roles of the demo's pages. */
export type DemoRole = 'contractor' | 'obligee' | 'surety';

/** What the reference API answers to a sign-in. */
interface DemoSession extends Token {
  account: Account;
}

/**
 * Signs in as the demo's person of a role. A partner's page asks its own server for a token here.
 * The answer lives in memory only: neither this page nor the elements store it.
 */
export async function signIn(role: DemoRole): Promise<DemoSession> {
  const response = await fetch('/v1/sessions', {
    method: 'POST',
    headers: {'Content-Type': 'application/json'},
    body: JSON.stringify({role}),
    cache: 'no-store',
  });
  if (!response.ok) throw new Error(`Signing in as ${role} was answered with ${response.status}.`);
  return (await response.json()) as DemoSession;
}

/** Shows who is signed in, in the page's header. */
export async function showAccount(role: DemoRole): Promise<void> {
  const target = document.querySelector('[data-account]');
  if (!target) return;
  try {
    const {account} = await signIn(role);
    target.textContent = `${account.party.name} 様`;
  } catch {
    target.textContent = 'サーバーに接続できません';
  }
}
