import {ACCOUNT, SURETY} from '../../src/api/small-read.js';
import type {Application} from '../../src/schemas/application.js';
import type {Account} from '../../src/schemas/party.js';
import type {Surety} from '../../src/schemas/surety.js';
import type {Connection} from '../kernel/connection.js';
import {draftOf, type Draft, type Prefill} from './draft.js';
import {companyDefaults, withDefaults} from './suggestions.js';

/** What the form has to know before it can be sent. */
export interface Known {
  account: Account;
  surety: Surety;
  /** The application that is mended or looked at. */
  application: Application | undefined;
}

/** Fetches it, all at once; without the client's code unless an application is asked for. */
export async function loadKnown(
  connection: Connection,
  applicationId: string,
  signal: AbortSignal,
): Promise<Known> {
  const [account, surety, application] = await Promise.all([
    connection.readSmall(ACCOUNT, signal),
    connection.readSmall(SURETY, signal),
    applicationId
      ? connection.client().then(client => client.getApplication(applicationId, {signal}))
      : undefined,
  ]);
  return {account, surety, application};
}

/** What stands in the fields before anything is typed: the company, what the page gave, what was sent before. */
export const initialDraft = (known: Known | undefined, value: Prefill | undefined): Draft => ({
  ...(known && companyDefaults(known.account)),
  ...(value && withDefaults(draftOf(value), {}, known?.account)),
  ...(known?.application && draftOf(known.application.content)),
});

/** Tells one state of an application from another; empty for a new one. */
export const versionOf = ({application}: Known): string =>
  application ? `${application.id}@${application.version}@${application.state}` : '';
