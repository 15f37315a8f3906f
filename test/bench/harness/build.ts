import {fileURLToPath} from 'node:url';
import {build, type InlineConfig} from 'vite';

/** A path of the repository. */
export const at = (path: string): string => fileURLToPath(new URL(`../../../${path}`, import.meta.url));

const quiet: InlineConfig = {configFile: false, logLevel: 'error', publicDir: false};

/** Bundles and minifies one entry into one module, as its author would before putting it on a server. */
export async function bundle(entry: string, format: 'es' | 'iife' = 'es'): Promise<string> {
  const output = await build({
    ...quiet,
    build: {
      write: false,
      target: 'es2022',
      lib: {entry, formats: [format], name: 'bench'},
      rolldownOptions: {output: {minify: true}},
    },
  });
  const [first] = [output].flat();
  const chunk = first && 'output' in first ? first.output[0] : undefined;
  if (!chunk) throw new Error(`${entry} was not built.`);
  return chunk.code;
}

/** The kit as it goes onto a CDN, built as `npm run build:cdn` builds it, into a folder of the bench's own. */
export async function buildKit(outDir: string): Promise<void> {
  await build({
    configFile: at('vite.config.ts'),
    mode: 'cdn',
    logLevel: 'error',
    build: {outDir, emptyOutDir: true, sourcemap: false},
  });
}

/** What measures inside the page. */
export const buildProbe = (): Promise<string> => bundle(at('test/bench/probe/probe.ts'), 'iife');
