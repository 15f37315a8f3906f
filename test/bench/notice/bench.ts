import {readdir, readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {build} from 'vite';
import {sampleKeyNotice} from '../../support/sample-key-notice.js';
import {prepareGlyphFiles} from '../../support/glyph-files.js';
import type {Bench, Limit, Metric, Scenario} from '../harness/bench.js';
import type {Contestant} from '../harness/lab.js';
import type {Served} from '../harness/server.js';
import {at} from '../harness/build.js';
import type {NoticeFindings} from './page.js';

const KIB = 1024;
const value = (max: number): Limit => ({of: 'value', max});
const ratio = (max: number): Limit => ({of: 'ratio', max});

/** Rows P14 to P17 of `requirements/performance.md`. */
const metrics: readonly Metric[] = [
  {
    key: 'bytes',
    id: 'P14',
    title: 'code and glyphs fetched for a first notice',
    unit: 'KiB',
    goal: value(150),
    must: value(220),
  },
  {
    key: 'ready',
    id: 'P15',
    title: 'navigation → bytes, cold; ratio to stock jsPDF',
    unit: 'ms',
    against: 'stock jsPDF',
    goal: ratio(0.33),
    must: ratio(0.45),
  },
  {key: 'cold', id: 'P16', title: 'create, cold', unit: 'ms', goal: ratio(4), must: ratio(5)},
  {key: 'warm', id: 'P16', title: 'create, warm', unit: 'ms', goal: ratio(3), must: ratio(4)},
  {key: 'size', id: 'P17', title: 'notice file', unit: 'KiB', goal: value(36), must: value(45)},
];

const contestant = (name: string, file: string): Contestant => ({name, page: `/${file}.html`});
const names = ['kit', 'floor', 'stock', 'pdf-lib', 'pdfmake'] as const;
const contestants: Bench['contestants'] = [
  contestant('kit', 'kit'),
  contestant('floor', 'floor'),
  contestant('stock jsPDF', 'stock'),
  contestant('pdf-lib', 'pdf-lib'),
  contestant('pdfmake', 'pdfmake'),
];

const first: Scenario = {
  name: 'first',
  measure: (lab, {page, name}) =>
    lab.visit({page}, {cpu: 4, network: 'fast-4g'}, async visit => {
      await visit.page.waitForFunction('window.found', undefined, {timeout: 120_000});
      const {ready, cold, warm, size} = await visit.ask<NoticeFindings>('window.found');
      const files = lab.server.takeLog().filter(({path}) => !/\.(html|json)$/.test(path));
      const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
      if (!bytes) throw new Error(`${name} fetched nothing.`);
      return {ready, cold, warm, size: size / KIB, bytes: bytes / KIB};
    }),
};

/**
 * Scripts of one contestant with what they load on demand. Those of the kit and the floor are built like the CDN's, with the writer of
 * jsPDF alone; a page that takes another library builds it as published.
 */
async function buildScripts(name: (typeof names)[number]): Promise<[string, Buffer][]> {
  const isOwn = name === 'kit' || name === 'floor';
  const output = await build({
    ...(isOwn ? {configFile: at('vite.config.ts'), mode: 'sandbox'} : {configFile: false, publicDir: false}),
    logLevel: 'error',
    build: {
      write: false,
      sourcemap: false,
      target: 'es2022',
      lib: {formats: ['es'], entry: {[name]: at(`test/bench/notice/${name}.ts`)}},
      rolldownOptions: {output: {minify: true, entryFileNames: '[name].js'}},
    },
  });
  const files = [output].flat().flatMap(each => ('output' in each ? each.output : []));
  return files.flatMap((file): [string, Buffer][] =>
    file.type === 'chunk' ? [[`/${file.fileName}`, Buffer.from(file.code)]] : [],
  );
}

async function glyphFiles(): Promise<[string, Buffer][]> {
  await prepareGlyphFiles();
  const folder = at('dist/glyphs');
  const entries = await readdir(folder, {recursive: true, withFileTypes: true});
  return Promise.all(
    entries
      .filter(entry => entry.isFile() && entry.name.endsWith('.bin'))
      .map(async ({parentPath, name}): Promise<[string, Buffer]> => {
        const path = join(parentPath, name);
        return [`/glyphs${path.slice(folder.length)}`, await readFile(path)];
      }),
  );
}

const html = (name: string) =>
  Buffer.from(
    `<!doctype html><html lang="ja"><title>${name}</title><script type="module" src="/${name}.js"></script></html>`,
  );

async function prepare(): Promise<Served> {
  const scripts = await Promise.all(names.map(buildScripts));
  const font = await readFile(
    at('node_modules/@expo-google-fonts/biz-udpgothic/400Regular/BIZUDPGothic_400Regular.ttf'),
  );
  const notice = sampleKeyNotice({worksName: '令和7年度 市道象潟金浦線道路改良工事(その2)'});
  return {
    files: new Map([
      ...scripts.flat(),
      ...names.map((name): [string, Buffer] => [`/${name}.html`, html(name)]),
      ...(await glyphFiles()),
      ['/font.ttf', font],
      ['/notice.json', Buffer.from(JSON.stringify(notice))],
    ]),
    api: async () => new Response(null, {status: 404}),
  };
}

/** The notice beside a PDF written by hand and what other libraries make of a whole font. */
export const notice: Bench = {metrics, contestants, scenarios: [first], prepare, showsAll: true};
