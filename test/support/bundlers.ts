import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {brotliCompressSync} from 'node:zlib';
import commonjs from '@rollup/plugin-commonjs';
import {nodeResolve} from '@rollup/plugin-node-resolve';
import * as esbuild from 'esbuild';
import {rollup} from 'rollup';
import {build as viteBuild, type Rolldown} from 'vite';
import webpack from 'webpack';

/** One file that a bundler has written; not minified, so that a test can read it. */
export interface Script {
  /** Its address below the root of the application. */
  readonly name: string;
  readonly code: string;
  /** The one that the page names. */
  readonly isEntry: boolean;
  /** It is fetched at once: the entry, and what that imports. */
  readonly isFirst: boolean;
}

/** Makes of an application with one entry what its pages load. */
type Bundler = (folder: string, entry: string) => Promise<readonly Script[]>;

/** What Vite and Rollup tell of a file. */
interface Chunk {
  readonly type: 'chunk';
  readonly fileName: string;
  readonly code: string;
  readonly isEntry: boolean;
  readonly imports: readonly string[];
}

function asScripts(output: readonly (Chunk | {readonly type: 'asset'})[]): readonly Script[] {
  const chunks = output.filter(file => file.type === 'chunk');
  const first = new Set(chunks.flatMap(({isEntry, fileName}) => (isEntry ? fileName : [])));
  for (const name of first)
    for (const next of chunks.find(({fileName}) => fileName === name)?.imports ?? []) first.add(next);
  return chunks.map(({fileName: name, code, isEntry}) => ({name, code, isEntry, isFirst: first.has(name)}));
}

const withVite: Bundler = async (folder, entry) => {
  const outputs = (await viteBuild({
    configFile: false,
    root: folder,
    logLevel: 'error',
    build: {write: false, minify: false, lib: {entry, formats: ['es'], fileName: 'app'}},
  })) as Rolldown.RolldownOutput[];
  return asScripts(outputs.flatMap(({output}) => output));
};

const withRollup: Bundler = async (_, entry) => {
  const built = await rollup({
    input: entry,
    plugins: [nodeResolve({browser: true}), commonjs()], // jsPDF imports CommonJS packages
    logLevel: 'silent',
  });
  const {output} = await built.generate({format: 'es', entryFileNames: 'app.js'});
  await built.close();
  return asScripts(output);
};

const withEsbuild: Bundler = async (folder, entry) => {
  const {outputFiles, metafile} = await esbuild.build({
    entryPoints: {app: entry},
    absWorkingDir: folder,
    bundle: true,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    outdir: 'esbuild',
    write: false,
    metafile: true,
    logLevel: 'error',
  });
  const first = new Set(['esbuild/app.js']);
  for (const file of first)
    for (const {path: next, kind} of metafile.outputs[file]?.imports ?? [])
      if (kind === 'import-statement') first.add(next);
  return outputFiles.map(({path: file, text: code}) => {
    const name = path.basename(file);
    return {name, code, isEntry: name === 'app.js', isFirst: first.has(`esbuild/${name}`)};
  });
};

const withWebpack: Bundler = async (folder, entry) => {
  const out = path.join(folder, 'webpack');
  await new Promise<void>((resolve, reject) => {
    const settings = {
      mode: 'production',
      context: folder,
      entry: {app: entry},
      output: {path: out, publicPath: '/', clean: true},
      optimization: {minimize: false},
      performance: false,
    } satisfies webpack.Configuration;
    webpack(settings, (error, stats) => {
      if (error ?? stats?.hasErrors()) reject(error ?? new Error(stats?.toString('errors-warnings')));
      else resolve();
    });
  });
  return readdirSync(out).map(name => ({
    name,
    code: readFileSync(path.join(out, name), 'utf8'),
    isEntry: name === 'app.js',
    isFirst: name === 'app.js',
  }));
};

/** The bundlers that applications are built with, by name. */
export const bundlers: Readonly<Record<string, Bundler>> = {
  Vite: withVite,
  Rollup: withRollup,
  esbuild: withEsbuild,
  webpack: withWebpack,
};

/** Kilobytes (1024 bytes, brotli) of scripts, minified by one tool for all, so that bundlers can be held against each other. */
export async function kilobytesOf(scripts: readonly Script[]): Promise<number> {
  const sizes = scripts.map(async ({code}) => {
    const minified = await esbuild.transform(code, {minify: true, target: 'es2022', legalComments: 'none'});
    return brotliCompressSync(minified.code).length;
  });
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0) / 1024;
}
