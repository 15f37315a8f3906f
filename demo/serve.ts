import {createSmtpTransport} from './mail-smtp.js';
import {openStore} from './open-store.js';
import {createSandbox} from './sandbox/index.js';
import {readSecret, takeDataDirectory} from './sandbox/store/data-directory.js';
import {createDemo, listen} from './server.js';
import type {Settings} from './settings.js';
import {createWebhookTransport} from './webhook-http.js';
import {createZenginBanks} from './zengin-banks.js';

/** A demo that runs. */
export interface Demo {
  port: number;
  close(): Promise<void>;
}

/**
 * Opens the data, then the doors.
 * @throws {SentenceError} when a setting does not lead where it should.
 */
export async function serve(settings: Settings): Promise<Demo> {
  const directory = await takeDataDirectory(settings.dataDirectory);
  const closing: (() => Promise<void>)[] = [() => directory.release()];
  const close = async () => {
    for (const step of closing.splice(0).reverse()) await step();
  };
  try {
    const encryptionKey = await readSecret(directory.path, settings.secret);
    const store = await openStore(directory, settings.databaseUrl);
    const sandbox = createSandbox({
      store,
      encryptionKey,
      banks: createZenginBanks(),
      webhooks: createWebhookTransport(settings),
      ...(settings.smtpUrl && {mail: createSmtpTransport(settings.smtpUrl)}),
      ...(settings.obligees && {obligees: settings.obligees}),
    });
    closing.push(() => sandbox.close());
    const server = await listen(createDemo(sandbox), settings.port);
    closing.push(() => server.close());
    return {port: server.port, close};
  } catch (error) {
    await close();
    throw error;
  }
}
