import {existsSync, readdirSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {defineConfig, type Plugin, type Rolldown, type UserConfig} from 'vite';
import {compactTexts} from './components/cdn/build/compact-texts.js';
import {jspdfWriterOnly} from './components/cdn/build/jspdf-writer-only.js';

// One build each, by `vite build --mode NAME`:
//   production   what npm users import
//   cdn          the script for pages without a bundler, and the files that it fetches when a tag appears
//   bundle       the same in one file
//   sandbox      the reference API for `environment="mock"`
//   demo         scripts of the demo pages

const at = (file: string) => fileURLToPath(new URL(file, import.meta.url));
const entries = (names: readonly string[], fileOf: (name: string) => string) =>
  Object.fromEntries(names.map(name => [name, at(fileOf(name))]));

/** Folders of elements: those that register a tag. */
const elements = readdirSync(at('components')).filter(
  name => name !== 'kernel' && existsSync(at(`components/${name}/define.ts`)),
);
const pages = readdirSync(at('demo')).filter(name => name.endsWith('.page.ts'));

const shared = {target: 'es2022', sourcemap: true, emptyOutDir: false, reportCompressedSize: false};

/** Dependencies are left to the bundler of who imports the package. */
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
        ...entries(
          ['domain', 'schemas', 'sandbox', 'command', 'contrast', 'react', 'types-only'],
          name => `src/entries/${name}.ts`,
        ),
        ...Object.fromEntries(
          elements
            .filter(name => name !== 'kernel')
            .flatMap(name => [
              [`components/${name}`, at(`components/${name}/${name}.ts`)],
              [`define/${name}`, at(`components/${name}/define.ts`)],
            ]),
        ),
      },
    },
    rolldownOptions: {
      external: [/^lit($|\/)/, /^@lit\//, /^zod($|\/)/, /^node:/, 'ky', 'jspdf', 'react'],
      output: {entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js'},
    },
  },
};

/** Scripts that a page loads as they are: minified, with all that they import. */
const script: Rolldown.RolldownOptions = {
  preserveEntrySignatures: 'allow-extension', // else what an entry shares with other files is a file of its own
  // Switching locales is fetched on demand. `msg()` comes from the same package, which does not say that it has no side effects.
  treeshake: {
    moduleSideEffects: [{test: /@lit\/localize\/init\/(runtime|transform)\.js$/, sideEffects: false}],
  },
};
const minified = {minify: true, comments: false} as const; // LICENSES.txt has the licences

/** The reference API for `environment="mock"` is a build of its own, so that nothing of it is in the scripts of other pages. */
const sandboxApart: Plugin = {
  name: 'sandbox-apart',
  enforce: 'pre',
  resolveId: id =>
    id.endsWith('/demo/sandbox/index.js') ? {id: '../sandbox.js', external: true} : undefined,
};

/** What paged lists share; in one file it is smaller than in several. */
const LISTS = /\/components\/ui\/(list-|printed-table)/;
const COMMON = /\/components\/(kernel|ui)\/|\/src\/(i18n|domain|input)\/|\/directives\//;

/** Files of an element are named after it, all of them being a `define.ts`. */
const chunkFileNames = ({name, facadeModuleId}: {name: string; facadeModuleId?: string | null}) =>
  `chunks/${/\/([^/]+)\/define\.ts$/.exec(facadeModuleId ?? '')?.[1] ?? name}-[hash].js`;

/**
 * All elements, split where they are loaded on demand. `modulePreload` makes Vite fetch what such a part imports beside it, not
 * after it.
 */
const cdn: UserConfig = {
  base: './',
  plugins: [compactTexts, jspdfWriterOnly, sandboxApart],
  build: {
    ...shared,
    outDir: 'dist/cdn',
    assetsInlineLimit: () => true, // tables of pdf.js, in the one script that is fetched for them
    modulePreload: {polyfill: false},
    manifest: 'elements.json',
    rolldownOptions: {
      ...script,
      input: {'surety-elements': at('components/cdn/loader.ts')},
      output: {
        ...minified,
        entryFileNames: '[name].js',
        chunkFileNames,
        codeSplitting: {
          groups: [
            {name: 'surety-elements', test: /\/cdn\/loader\.ts$/}, // with all that it imports
            {name: 'client', test: /\/node_modules\/(ky|zod)\/|\/src\/api\/(client|http)\.ts$/},
            {name: 'common', test: COMMON, minShareCount: 8, includeDependenciesRecursively: false},
            {name: 'lists', test: LISTS, minShareCount: 2, includeDependenciesRecursively: false},
          ],
        },
      },
    },
  },
};

/** A script with an address that never changes. */
const single = (
  outDir: string,
  entry: Record<string, string>,
  chunks: string,
  options: {plugins?: Plugin[]; output?: Rolldown.OutputOptions} = {},
): UserConfig => ({
  plugins: [compactTexts, jspdfWriterOnly, ...(options.plugins ?? [])],
  build: {
    ...shared,
    outDir,
    lib: {formats: ['es'], entry},
    rolldownOptions: {
      ...script,
      checks: {ineffectiveDynamicImport: false}, // the bundle holds on purpose what is else fetched on demand
      output: {
        ...minified,
        entryFileNames: '[name].js',
        chunkFileNames: `${chunks}/[name]-[hash].js`,
        ...options.output,
      },
    },
  },
});

/** What the bundle still fetches on demand: PDF, dropped files, languages, contrast. */
const isInBundle = (id: string) =>
  !/\/node_modules\//.test(id)
    ? !/\/src\/(pdf\/(?!glyph-base)|reading|i18n\/(locales|language)|theme\/contrast)|\/mock-environment/.test(
        id,
      )
    : /\/node_modules\/(lit|@lit|lit-html|lit-element|zod|ky)\//.test(id);

const modes: Record<string, UserConfig> = {
  production: npm,
  cdn,
  bundle: single('dist/cdn', {'surety-elements.bundle': at('components/cdn/bundle.ts')}, 'later', {
    plugins: [sandboxApart],
    output: {
      codeSplitting: {
        groups: [{name: 'surety-elements.bundle', test: isInBundle, includeDependenciesRecursively: false}],
      },
    },
  }),
  sandbox: single('dist/cdn', {sandbox: at('src/entries/sandbox.ts')}, 'sandbox'),
  demo: single(
    'dist/demo',
    entries(
      pages.map(name => name.replace(/\.ts$/, '')),
      name => `demo/${name}.ts`,
    ),
    'chunks',
  ),
};

export default defineConfig(({mode}) => modes[mode] ?? {});
