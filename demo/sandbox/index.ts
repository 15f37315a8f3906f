import type {Role} from '../../src/schemas/kinds.js';
import type {Obligee} from '../../src/schemas/obligee.js';
import type {Session} from '../../src/schemas/party.js';
import {findAccount, openSession} from './accounts/sessions.js';
import {createApp} from './app.js';
import {createCertificateSigner} from './certificates/certificate-signer.js';
import {signOldCertificates} from './contracts/issue.js';
import {accounts} from './data/accounts.js';
import {type BankSource, pageBanks} from './data/banks.js';
import {readDirectory} from './data/directory.js';
import {suretyData} from './data/surety.js';
import type {MailTransport} from './mails/mail.js';
import {createOutbox} from './mails/outbox.js';
import type {Services} from './platform/call.js';
import {createKeyVault} from './platform/key-vault.js';
import {type Scenario, withScenario} from './scenarios.js';
import {plantSeed, type Seed} from './seed.js';
import {createMemoryStore} from './store/memory.js';
import type {Store} from './store/store.js';
import {createWebhookOutbox, type WebhookTransport} from './webhooks/outbox.js';

export type {Scenario} from './scenarios.js';
export type {Seed, SeedApplication} from './seed.js';
export type {MailTransport, OutgoingMail} from './mails/mail.js';
export type {WebhookTransport} from './webhooks/outbox.js';
export {leafletApplication, leafletKeys} from './samples.js';

/** What a sandbox may be given; nothing is needed. */
export interface SandboxOptions {
  /** Where it keeps its data; in memory by default. */
  store?: Store;
  /** The clock; pinned in stories and tests. */
  now?: () => Date;
  /** Sends mails for real; without it they can only be read at `/mails`. */
  mail?: MailTransport;
  /** Sends webhooks for real; without it no address for them is taken. */
  webhooks?: WebhookTransport;
  /** What is there from the start. */
  seed?: Seed;
  scenario?: Scenario;
  /** At least 32 secret bytes that protect 認証キー at rest and that the signing key is derived from; drawn anew by default. */
  encryptionKey?: Uint8Array<ArrayBuffer>;
  obligees?: readonly Obligee[];
  banks?: BankSource;
  /** Origins that may call from another page; all by default, since no cookie is involved. */
  origins?: '*' | string[];
}

/** The reference API: a `fetch` that needs no server. */
export interface Sandbox {
  /** Answers a request; only the path of its address counts. */
  fetch(this: void, input: Request | string | URL, init?: RequestInit): Promise<Response>;
  /** Signs an account in without a request; the first of the role unless an id is given. */
  signIn(this: void, role: Role, accountId?: string): Promise<Session>;
  /** Makes it behave badly, or well again. */
  setScenario(this: void, scenario: Scenario): void;
  /** Settles when the seed is planted; every request waits for it anyway. */
  ready: Promise<void>;
  close(this: void): Promise<void>;
}

/** Creates the reference API; runs in Node, in a page, in stories and in tests alike. */
export function createSandbox(options: SandboxOptions = {}): Sandbox {
  const {
    store = createMemoryStore(),
    now = () => new Date(),
    mail,
    webhooks,
    seed = 'empty',
    origins = '*',
  } = options;
  const secret = options.encryptionKey ?? crypto.getRandomValues(new Uint8Array(32));
  const vault = createKeyVault(secret);
  const outboxes = [
    mail && createOutbox(store, mail, now),
    webhooks && createWebhookOutbox({store, vault, now}, webhooks),
  ];
  const services: Services = {
    store,
    now,
    vault,
    signer: createCertificateSigner(secret),
    surety: suretyData,
    obligees: options.obligees ?? readDirectory(),
    accounts,
    banks: options.banks ?? pageBanks,
    mailConfigured: Boolean(mail),
    onOutbox: () => outboxes.forEach(outbox => outbox?.wake()),
    refuseWebhook: url => (webhooks ? webhooks.refuse(url) : 'このサーバーは、通知（Webhook）を送りません。'),
  };
  const app = createApp(services, origins);
  let {scenario = 'normal'} = options;
  const ready = signOldCertificates(services).then(() => plantSeed(services, seed));
  // Whoever awaits a request learns of a failed seed; an unhandled rejection would end the process.
  ready.catch(() => undefined);
  services.onOutbox();
  return {
    ready,
    async fetch(input, init) {
      const request = input instanceof Request && !init ? input : new Request(absolute(input), init);
      await ready;
      return withScenario(scenario, request, async passed => app.fetch(passed));
    },
    async signIn(role, accountId) {
      await ready;
      const account = findAccount(services.accounts, role, accountId);
      if (!account) throw new Error(`There is no account ${accountId ?? ''} with the role ${role}.`);
      return store.transaction(tx => openSession(tx, account, now()));
    },
    setScenario(next) {
      scenario = next;
    },
    async close() {
      for (const outbox of outboxes) await outbox?.close();
      await store.close();
    },
  };
}

/** A page gives `/v1/…`; outside a page there is nothing to complete it with. */
function absolute(input: Request | string | URL): Request | URL {
  return input instanceof Request
    ? input
    : new URL(input, globalThis.location?.href ?? 'http://sandbox.invalid');
}
