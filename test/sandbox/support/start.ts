import {spawn, type ChildProcess} from 'node:child_process';
import {once} from 'node:events';
import {after} from 'node:test';
import {fileURLToPath} from 'node:url';
import {WAIT_LIMIT_MS} from '../../support/limits.mjs';

const root = fileURLToPath(new URL('../../..', import.meta.url));

// A test that fails leaves its server running, which would keep the whole run from ending.
const children = new Set<ChildProcess>();
after(() => children.forEach(child => child.kill('SIGKILL')));

/** A server that `demo/start.ts` runs in a process of its own. */
export interface Started {
  base: string;
  process: ChildProcess;
  /** Milliseconds until it said that it was ready. */
  took: number;
  kill(signal: NodeJS.Signals): Promise<number | null>;
}

/** Runs what `npm start` runs, on a free port unless told otherwise. */
export async function start(env: Record<string, string>): Promise<Started> {
  const began = performance.now();
  const child = run(env);
  const output = collect(child);
  const timer = setTimeout(() => child.kill('SIGKILL'), WAIT_LIMIT_MS);
  const ended = once(child, 'exit');
  for (;;) {
    const base = /http:\/\/localhost:\d+/.exec(output.stdout)?.[0];
    if (base) {
      clearTimeout(timer);
      return {base, process: child, took: performance.now() - began, kill: signal => stop(child, signal)};
    }
    const over = await Promise.race([ended, once(child.stdout ?? child, 'data').then(() => undefined)]);
    if (over) throw new Error(`The server did not start: ${output.stderr}`);
  }
}

/** Runs it with a wrong setting, until it gives up. */
export async function startAndFail(env: Record<string, string>) {
  const child = run(env);
  const output = collect(child);
  const timer = setTimeout(() => child.kill('SIGKILL'), WAIT_LIMIT_MS);
  const [code] = (await once(child, 'close')) as [number | null];
  clearTimeout(timer);
  return {code, ...output};
}

function run(env: Record<string, string>): ChildProcess {
  const {PATH = '', HOME = ''} = process.env;
  const child = spawn(process.execPath, ['--import', 'tsx', 'demo/start.ts'], {
    cwd: root,
    env: {PATH, HOME, PORT: '0', ...env},
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  children.add(child);
  return child;
}

function collect(child: ChildProcess) {
  const output = {stdout: '', stderr: ''};
  child.stdout?.on('data', chunk => (output.stdout += String(chunk)));
  child.stderr?.on('data', chunk => (output.stderr += String(chunk)));
  return output;
}

async function stop(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  const ended = once(child, 'exit') as Promise<[number | null]>;
  child.kill(signal);
  return (await ended)[0];
}
