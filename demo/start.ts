import {spawnSync} from 'node:child_process';
import {existsSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {SentenceError} from './sandbox/store/sentence-error.js';
import {readSettings} from './settings.js';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Everything that `npm start` does; what goes wrong is told in one sentence. */
async function start(): Promise<void> {
  const settings = readSettings(process.env);
  buildWhatIsMissing();
  // Only now, so that a wrong setting is told at once.
  const {serve} = await import('./serve.js');
  const demo = await serve(settings);
  console.log(`http://localhost:${demo.port}`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void demo.close().finally(() => process.exit(0)));
  }
}

/** After `npm ci` everything is there; this is for a tree whose `dist` was removed. */
function buildWhatIsMissing(): void {
  if (['cdn', 'demo', 'glyphs'].every(part => existsSync(`${root}/dist/${part}`))) return;
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
