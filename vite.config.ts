import {existsSync, readdirSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {defineConfig, type UserConfig} from 'vite';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Folders of elements: those that register a tag. */
const elements = readdirSync(at('components')).filter(
  name => name !== 'shared' && existsSync(at(`components/${name}/define.ts`)),
);
const pages = readdirSync(at('demo')).filter(name => name.endsWith('.page.ts'));

// jsPDF imports these in functions that the kit never calls; 20 to 120 KB that nobody should fetch or ship.
const absent = ['html2canvas', 'dompurify', 'canvg', 'fast-png'];
const withoutUnused = {alias: Object.fromEntries(absent.map(name => [name, at('components/cdn/absent.ts')]))};

const shared = {target: 'es2022', sourcemap: true, emptyOutDir: false, reportCompressedSize: false};

/** Chunks of an element are named after it, all of them being a `define.ts`. */
const chunkFileNames = ({
  name,
  facadeModuleId,
}: {
  name: string;
  facadeModuleId?: string | null | undefined;
}) => {
  const element = /components\/([^/]+)\/define\.ts$/.exec(facadeModuleId ?? '')?.[1];
  return `chunks/${element ?? name}-[hash].js`;
};

/** What npm users import: one file an entry point, dependencies left to their bundler. */
const npm: UserConfig = {
  build: {
    ...shared,
    outDir: 'dist',
    minify: false,
    lib: {
      formats: ['es'],
      entry: {
        index: at('src/index.ts'),
        define: at('components/define-all.ts'),
        domain: at('src/entries/domain.ts'),
        schemas: at('src/entries/schemas.ts'),
        sandbox: at('src/entries/sandbox.ts'),
        ...Object.fromEntries(elements.map(name => [`define/${name}`, at(`components/${name}/define.ts`)])),
      },
    },
    rolldownOptions: {
      external: [/^lit($|\/)/, /^@lit\//, /^zod($|\/)/, 'ky', 'jspdf'],
      output: {entryFileNames: '[name].js', chunkFileNames},
    },
  },
};

// What most elements need is one request, which the loader starts beside the element's own.
const core = {
  name: 'core',
  test: /node_modules\/@?lit[^/]*\/|\/components\/shared\/|\/src\/(i18n|domain|input|config|errors|version)/,
  minShareCount: 3,
};

/** Scripts that a page loads as they are: minified, everything in them but what is fetched on demand. */
const scripts = (
  outDir: string,
  entry: Record<string, string>,
  {sourcemap = true, groups = [core]} = {},
): UserConfig => ({
  resolve: withoutUnused,
  build: {
    ...shared,
    sourcemap,
    outDir,
    lib: {formats: ['es'], entry},
    rolldownOptions: {
      preserveEntrySignatures: 'allow-extension', // else what an entry shares with its chunks is a file of its own
      checks: {ineffectiveDynamicImport: false}, // the one-file script holds the client on purpose
      output: {minify: true, entryFileNames: '[name].js', chunkFileNames, codeSplitting: {groups}},
    },
  },
});

/**
 * Takes what the one-file script shares with its lazy chunks back into the one file, so that one `integrity` covers all that
 * runs at first. The chunks keep their own copy (schemas; only the sandbox's chunk has any use for them).
 */
const oneFile: UserConfig = {
  plugins: [
    {
      name: 'lazy-chunks-stay',
      enforce: 'pre',
      resolveId: (id, _importer, {kind}) => (kind === 'dynamic-import' ? {id, external: true} : undefined),
    },
  ],
  build: {
    ...shared,
    sourcemap: false, // it would map to minified code
    outDir: 'dist/cdn',
    lib: {formats: ['es'], entry: {'surety-elements.bundle': at('dist/cdn/surety-elements.bundle.js')}},
    rolldownOptions: {output: {minify: true, entryFileNames: '[name].js'}},
  },
};

const modes: Record<string, UserConfig> = {
  production: npm,
  cdn: scripts('dist/cdn', {'surety-elements': at('components/cdn/loader.ts')}),
  bundle: scripts(
    'dist/cdn',
    {'surety-elements.bundle': at('components/cdn/bundle.ts')},
    {sourcemap: false, groups: []},
  ),
  'one-file': oneFile,
  demo: scripts(
    'dist/demo',
    Object.fromEntries(pages.map(name => [name.replace(/\.ts$/, ''), at(`demo/${name}`)])),
  ),
};

export default defineConfig(({mode}) => modes[mode] ?? {});
