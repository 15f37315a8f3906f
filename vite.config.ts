import {existsSync, readdirSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {defineConfig, type UserConfig} from 'vite';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Folders of elements: those that register a tag. */
const elements = readdirSync(at('components')).filter(name => name !== 'shared' && existsSync(at(`components/${name}/define.ts`)));
const pages = readdirSync(at('demo')).filter(name => name.endsWith('.page.ts'));

// jsPDF imports these in functions that the kit never calls; 20 to 120 KB that nobody should fetch or ship.
const absent = ['html2canvas', 'dompurify', 'canvg', 'fast-png'];
const withoutUnused = {alias: Object.fromEntries(absent.map(name => [name, at('components/cdn/absent.ts')]))};

const shared = {target: 'es2022', sourcemap: true, emptyOutDir: false, reportCompressedSize: false};

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
      output: {entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js'},
    },
  },
};

/** A script for pages without a build step, in one of two ways: a loader with chunks, or one file. */
const cdn = (name: string, entry: string): UserConfig => ({
  resolve: withoutUnused,
  build: {
    ...shared,
    outDir: 'dist/cdn',
    lib: {formats: ['es'], entry: {[name]: at(entry)}},
    rolldownOptions: {
      output: {minify: true, entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js'},
    },
  },
});

/** Scripts of the demo pages: what a partner's own page would add to the kit. */
const demo: UserConfig = {
  resolve: withoutUnused,
  build: {
    ...shared,
    outDir: 'dist/demo',
    lib: {
      formats: ['es'],
      entry: Object.fromEntries(pages.map(name => [name.replace(/\.ts$/, ''), at(`demo/${name}`)])),
    },
    rolldownOptions: {
      output: {minify: true, entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js'},
    },
  },
};

export default defineConfig(({mode}) => {
  if (mode === 'cdn') return cdn('surety-elements', 'components/cdn/loader.ts');
  if (mode === 'bundle') return cdn('surety-elements.bundle', 'components/cdn/bundle.ts');
  if (mode === 'demo') return demo;
  return npm;
});
