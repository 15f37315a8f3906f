import {ACCOUNT, SURETY} from '../../src/api/small-read.js';
import type {Application} from '../../src/schemas/application.js';
import type {Account} from '../../src/schemas/party.js';
import type {Surety} from '../../src/schemas/surety.js';
import type {Connection} from '../kernel/connection.js';

/** What the form has to know before it can be sent. */
export interface Known {
  account: Account;
  surety: Surety;
  /** The application that is mended or looked at. */
  application: Application | undefined;
}

/** Fetches what the form has to know, all at once; without the API client unless an application is asked for. */
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

/** Returns what tells one state of an application from another; empty for a new one. */
export const versionOf = ({application}: Known): string =>
  application ? `${application.id}@${application.version}@${application.state}` : '';
