import {spawnSync} from 'node:child_process';
import {existsSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {createSmtpTransport} from './mail-smtp.js';
import {openStore} from './open-store.js';
import {createSandbox} from './sandbox/index.js';
import {readSecret, takeDataDirectory} from './sandbox/store/data-directory.js';
import {SentenceError} from './sandbox/store/sentence-error.js';
import {createDemo, listen} from './server.js';
import {readSettings} from './settings.js';
import {createZenginBanks} from './zengin-banks.js';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Everything that `npm start` does; what goes wrong is told in one sentence. */
async function start(): Promise<void> {
  const settings = readSettings(process.env);
  buildWhatIsMissing();
  const directory = await takeDataDirectory(settings.dataDirectory);
  const closing: (() => Promise<void>)[] = [() => directory.release()];
  const closeAll = async () => {
    for (const close of closing.splice(0).reverse()) await close();
  };
  try {
    const store = await openStore(directory, settings.databaseUrl);
    const sandbox = createSandbox({
      store,
      encryptionKey: await readSecret(directory.path, settings.secret),
      banks: createZenginBanks(),
      ...(settings.smtpUrl && {mail: createSmtpTransport(settings.smtpUrl)}),
      ...(settings.obligees && {obligees: settings.obligees}),
    });
    closing.push(() => sandbox.close());
    const server = await listen(createDemo(sandbox), settings.port);
    closing.push(() => server.close());
    console.log(`http://localhost:${server.port}`);
  } catch (error) {
    await closeAll();
    throw error;
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void closeAll().finally(() => process.exit(0)));
  }
}

/** After `npm ci` everything is there; this is for a tree whose `dist` was removed. */
function buildWhatIsMissing(): void {
  if (existsSync(`${root}/dist/cdn`)) return;
  const {status} = spawnSync('npm', ['run', 'build:demo'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0)
    throw new SentenceError(
      '画面の部品を作れませんでした。npm ci を実行してから、もう一度起動してください。',
    );
}

start().catch((error: unknown) => {
  const expected = error instanceof SentenceError;
  console.error(
    expected ? error.message : `起動できませんでした。原因：${error instanceof Error ? error.name : '不明'}`,
  );
  process.exit(1);
});
