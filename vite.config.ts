import {existsSync, readdirSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {defineConfig, type Plugin, type PluginOption, type UserConfig} from 'vite';
import {compactTexts} from './components/cdn/build/compact-texts.js';
import {leanLibraries} from './components/cdn/build/lean-libraries.js';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Folders of elements: those that register a tag. */
const elements = readdirSync(at('components')).filter(
  name => name !== 'kernel' && existsSync(at(`components/${name}/define.ts`)),
);
const pages = readdirSync(at('demo')).filter(name => name.endsWith('.page.ts'));

/**
 * Of jsPDF a notice needs the writer itself and its compression. Its plugins (forms, pictures, HTML, SVG, other fonts) put
 * themselves onto the writer, so no bundler can tell that nobody calls them: three quarters of its bytes.
 */
const writerOnly: Plugin = {
  name: 'writer-only',
  enforce: 'pre',
  resolveId: id => (id === 'jspdf' ? at('node_modules/jspdf/dist/jspdf.es.js') : undefined),
  transform: {
    filter: {id: /\/jspdf\.es\.js$/},
    handler(code) {
      const statements = this.parse(code).body.map(({start, end}) => code.slice(start, end));
      const lastOfWriter = statements.findIndex(each => each.startsWith('jsPDF.version ='));
      const compression = statements.find(each => each.includes('jsPDFAPI.processDataByFilters ='));
      if (lastOfWriter < 0 || !compression) throw new Error('This jsPDF is not put together as expected.');
      const kept = statements
        .slice(0, lastOfWriter + 1)
        .filter(each => !each.startsWith('import') || !each.includes('fast-png'));
      return {code: [...kept, compression, 'export {jsPDF};'].join('\n'), map: null};
    },
  },
};

const shared = {target: 'es2022', sourcemap: true, emptyOutDir: false, reportCompressedSize: false};

/** Chunks of an element are named after it, all of them being a `define.ts`. */
const chunkName = ({name, facadeModuleId}: {name: string; facadeModuleId?: string | null | undefined}) => {
  const element = /components\/([^/]+)\/define\.ts$/.exec(facadeModuleId ?? '')?.[1];
  return `${element ?? name}-[hash].js`;
};
type Chunk = Parameters<typeof chunkName>[0];
const chunkFileNames = (chunk: Chunk) => `chunks/${chunkName(chunk)}`;

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
        command: at('src/entries/command.ts'),
        contrast: at('src/entries/contrast.ts'),
        react: at('src/entries/react.ts'),
        'types-only': at('src/entries/types-only.ts'),
        ...Object.fromEntries(
          elements.flatMap(name => [
            [`components/${name}`, at(`components/${name}/${name}.ts`)],
            [`define/${name}`, at(`components/${name}/define.ts`)],
          ]),
        ),
      },
    },
    rolldownOptions: {
      external: [/^lit($|\/)/, /^@lit\//, /^zod($|\/)/, /^node:/, 'ky', 'jspdf', 'react'],
      output: {entryFileNames: '[name].js', chunkFileNames},
    },
  },
};

// One request each, which the loader starts beside the element's own code: what most elements need, what two with fields share,
// and what talks to the API.
// Amounts are among it: a form reads them in its first fields.
const search = {name: 'search', test: /\/src\/input\/search\./, minShareCount: 2};
const texts = {
  name: 'texts',
  test: /\/src\/input\//,
  minShareCount: 3,
  includeDependenciesRecursively: false,
};
const core = {
  name: 'core',
  test: /node_modules\/@?lit[^/]*\/|\/components\/(kernel|ui)\/|\/src\/(i18n|domain\/(format|kinds)|input\/(characters|eras|numerals|parsed|yen)\.|theme\/defaults|config|errors|version)/,
  minShareCount: 3,
};
// What nobody needs who begins to type into a form: names of states, days and amounts in words, lists of facts and of errors, the way
// to a PDF; what stands around rows; what to say of handing in; certificates as a document; printing and saving.
const apart = [
  {
    name: 'terms',
    test: /\/src\/i18n\/(terms|format)\.|\/components\/(kernel|ui)\/(abortable|composition)/,
  },
  {
    name: 'common',
    test: /\/src\/(i18n\/published-terms|domain\/kinds|pdf\/glyph-base)|\/components\/(kernel|ui)\/(choice-fields|published|error-summary|facts.styles|pdf-making)/,
  },
  {name: 'lists', test: /\/components\/(kernel|ui)\/(search-line|printed-rows|printed-table)/},
  {name: 'hand-in-state', test: /\/src\/domain\/(hand-in-state|contract-to-do)\./},
  {name: 'submission', test: /\/src\/i18n\/submission-text/},
  {name: 'sheets', test: /\/components\/(kernel|ui)\/(certificate-sheet|signature-notice)/},
  {name: 'output', test: /\/components\/(kernel|ui)\/(print|save-file|sheet\.styles)/},
  {name: 'repeat', test: /\/directives\/repeat\./},
].map(group => ({...group, minShareCount: 2, includeDependenciesRecursively: false}));
const fields = {
  name: 'fields',
  test: /\/components\/(kernel|ui)\/certificate-choice|\/src\/input\//,
  minShareCount: 2,
  includeDependenciesRecursively: false,
};
// A form's first section with all that it needs; what comes later takes its share from there.
const form = {name: 'application-form', test: /\/application-form\/define\./};
const drafts = {name: 'kept-drafts', test: /\/application-form\/kept-drafts\./};
const client = {
  name: 'client',
  test: /node_modules\/(ky|zod)\/|\/src\/(api\/(client|http|token)|schemas\/(party|problem|surety|kinds))/,
};
// Descriptions of answers, fetched beside the first answer of their kind.
const descriptions = [
  {name: 'feed', test: /\/src\/(api|schemas)\/obligee-feed/},
  {name: 'directory', test: /\/src\/schemas\/(obligee|bank)/},
  {name: 'records', test: /\/src\/schemas\//},
].map(group => ({...group, includeDependenciesRecursively: false}));

// Upstream wants this too, in its next major version: who only calls msg() needs nothing that switches locales.
const localizeRuntime = /@lit\/localize\/init\/(runtime|transform)\.js$/;

/**
 * What an element's code imports at once, the loader fetches beside it; else a browser finds out a round trip later. The loader
 * is one line without a hash in its name, so only the columns of its own source map suffer.
 */
const besideTheElement = {
  name: 'beside-the-element',
  generateBundle: (_: unknown, files: Record<string, {type: string; code?: string; imports?: string[]}>) => {
    const loader = files['surety-elements.js'];
    if (!loader?.code) throw new Error('There is no loader to add to.');
    const importsOf = (name: string): string[] =>
      (files[name]?.imports ?? []).flatMap(each => [each, ...importsOf(each)]);
    const core = Object.keys(files).find(name => /\bcore-[\w-]+\.js$/.test(name)) ?? '';
    const there = new Set([core, ...importsOf(core)]); // the loader asks for these with each element
    loader.code = loader.code.replace(/\bimport\(`\.\/(chunks\/[^`]+)`\)/g, (own, name: string) => {
      const needed = [...new Set(importsOf(name))].filter(each => name === core || !there.has(each));
      const others = needed.map(each => `import(\`./${each}\`)`);
      return others.length ? `Promise.all([${[own, ...others].join()}]).then(([e])=>e)` : own;
    });
  },
};

/** What the loader's scripts fetch on demand is in the one file at once, all but jsPDF with what it needs, other languages, and the sandbox. */
const inOneFile = {
  name: 'in-one-file',
  enforce: 'pre' as const,
  transform: {
    filter: {id: /\/(components|src)\/.*\.ts$/},
    handler: (code: string) => {
      const imports: string[] = [];
      const inlined = code.replace(/(?<!typeof )\bimport\('(\.[^']+)'\)/g, (own, path: string) => {
        if (/\/(pdf|reading|mock-environment|sandbox|language|locales|contrast)\b/.test(path)) return own;
        const name = `fetched${imports.length}`;
        imports.push(`import * as ${name} from '${path}';`);
        return `Promise.resolve(${name})`;
      });
      return {code: `${inlined}\n${imports.join('')}`, map: null}; // behind it, so that source maps keep their lines
    },
  },
};

/** Scripts that a page loads as they are: minified, everything in them but what is fetched on demand. */
const scripts = (
  outDir: string,
  entry: Record<string, string>,
  {
    sourcemap = true,
    groups = [...apart, core, search, texts, fields, client, ...descriptions, drafts, form],
    plugins = [] as PluginOption[],
    chunks = 'chunks',
  } = {},
): UserConfig => ({
  plugins: [compactTexts, writerOnly, ...plugins],
  build: {
    ...shared,
    sourcemap,
    outDir,
    lib: {formats: ['es'], entry},
    rolldownOptions: {
      treeshake: {moduleSideEffects: [{test: localizeRuntime, sideEffects: false}]},
      preserveEntrySignatures: 'allow-extension', // else what an entry shares with its chunks is a file of its own
      checks: {ineffectiveDynamicImport: false}, // the one-file script holds the client on purpose
      output: {
        minify: true,
        comments: false, // licences are beside them
        entryFileNames: '[name].js',
        chunkFileNames: (chunk: Chunk) => `${chunks}/${chunkName(chunk)}`,
        codeSplitting: {groups},
      },
    },
  },
});

/**
 * The reference API for `environment="mock"` is a script of its own: built together with the kit it would keep parts of zod in
 * the kit's chunks that only it needs.
 */
const sandboxApart = {
  name: 'sandbox-apart',
  enforce: 'pre' as const,
  resolveId: (id: string) =>
    id.endsWith('/demo/sandbox/index.js') ? {id: '../sandbox.js', external: true} : undefined,
};

const modes: Record<string, UserConfig> = {
  production: npm,
  cdn: scripts(
    'dist/cdn',
    {'surety-elements': at('components/cdn/loader.ts')},
    {plugins: [leanLibraries, sandboxApart, besideTheElement]},
  ),
  bundle: scripts(
    'dist/cdn',
    {'surety-elements.bundle': at('components/cdn/bundle.ts')},
    {groups: [], plugins: [leanLibraries, sandboxApart, inOneFile], chunks: 'later'},
  ),
  sandbox: scripts('dist/cdn', {sandbox: at('src/entries/sandbox.ts')}, {groups: [], chunks: 'sandbox'}),
  demo: scripts(
    'dist/demo',
    Object.fromEntries(pages.map(name => [name.replace(/\.ts$/, ''), at(`demo/${name}`)])),
  ),
};

export default defineConfig(({mode}) => modes[mode] ?? {});
