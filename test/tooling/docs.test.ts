import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {describe, test} from 'node:test';
import ts from 'typescript';
import {createDemo} from '../../demo/server.js';
import {tagsOf, type Manifest} from '../../src/entries/build/manifest.js';
import {API_MAJOR, VERSION} from '../../src/version.js';
import {createOpenApi} from '../../demo/sandbox/openapi.js';

const folder = 'stories/docs';
const pages = [
  'README.md',
  ...readdirSync(folder).flatMap(name => (name.endsWith('.md') ? [`${folder}/${name}`] : [])),
];
const textOf = (page: string) => readFileSync(page, 'utf8');

/** What stands between fences, with the language that the opening one names. */
const blocksOf = (page: string) =>
  [...textOf(page).matchAll(/^```(\w+)\n(.*?)^```$/gms)].map(([, language = '', code = '']) => ({
    page,
    language,
    code,
  }));
const blocks = pages.flatMap(blocksOf);

/** What a partner's page has already where an example begins. */
const surroundings = `
import type {GetToken} from 'surety-elements';
declare global {
  const getToken: GetToken;
  const fetchMyToken: (reason: string) => ReturnType<GetToken>;
  const provider: HTMLElementTagNameMap['surety-provider'];
  const report: (code: string) => void;
  const save: (detail: object) => void;
  const showLogin: () => Promise<void>;
  const confirmInErp: () => boolean;
}
`;

/** An example leaves out what happens when its own tag is not on the page. */
const POSSIBLY_NULL = [2531, 18047];

/** What the compiler has against examples, which see the package as a partner does. */
function complaintsOf(examples: readonly string[]): string[] {
  const {config} = ts.readConfigFile('tsconfig.json', file => readFileSync(file, 'utf8')) as {
    config: {compilerOptions: {paths: Record<string, string[]>}};
  };
  const {options: own} = ts.parseJsonConfigFileContent(config, ts.sys, '.');
  const files = new Map(
    [surroundings, ...examples].map((code, index) => [
      path.resolve(`${folder}/example-${index}.tsx`),
      /^import /m.test(code) ? code : `${code}\nexport {};`,
    ]),
  );
  const allowed: ts.CompilerOptions = {
    ...own,
    noImplicitAny: false,
    noUnusedLocals: false,
    noUnusedParameters: false,
    paths: {
      ...own.paths,
      'surety-elements/define/*': ['./components/*/define.ts'],
      'surety-elements/*': ['./src/entries/*.ts'],
    },
  };
  const host = ts.createCompilerHost(allowed);
  const {getSourceFile, fileExists, readFile} = host;
  host.fileExists = name => files.has(name) || fileExists(name);
  host.readFile = name => files.get(name) ?? readFile(name);
  host.getSourceFile = (name, options) => {
    const own = files.get(name);
    return own ? ts.createSourceFile(name, own, options) : getSourceFile(name, options);
  };
  const program = ts.createProgram([...files.keys(), 'components/define-all.ts'], allowed, host);
  return [...files.keys()]
    .flatMap(name => ts.getPreEmitDiagnostics(program, program.getSourceFile(name)))
    .filter(({code}) => !POSSIBLY_NULL.includes(code))
    .map(
      ({file, messageText}) =>
        `${file?.text.trim()}\n  → ${ts.flattenDiagnosticMessageText(messageText, '\n')}`,
    );
}

/** The attributes of each tag, out of the manifest that is made anew. */
function readAttributes(): Map<string, string[]> {
  execFileSync('npm', ['run', '--silent', 'analyze'], {stdio: ['ignore', 'ignore', 'inherit']});
  const manifest = JSON.parse(textOf('dist/custom-elements.json')) as Manifest;
  return new Map(
    tagsOf(manifest).map(({tagName, attributes = []}) => [tagName, attributes.map(({name}) => name)]),
  );
}

describe('what the documents tell developers', () => {
  const attributes = readAttributes();

  test('there are examples in script and in HTML', () => {
    assert.ok(blocks.filter(({language}) => /^(js|ts)$/.test(language)).length >= 10);
    assert.ok(blocks.filter(({language}) => language === 'html').length >= 4);
  });

  test('each example in script compiles against the package', () => {
    const examples = blocks.filter(({language}) => /^(js|ts)$/.test(language)).map(({code}) => code);
    assert.deepEqual(complaintsOf(examples), []);
  });

  test('an example that names something wrong is noticed', () => {
    assert.match(
      complaintsOf([
        "document.addEventListener('surety-certificate-checked', ({detail}) => save(detail.authKey));",
      ])[0] ?? '',
      /authKey/,
    );
  });

  test('each tag and attribute in HTML exists', () => {
    for (const {page, code} of blocks.filter(({language}) => language === 'html')) {
      for (const [, tag = '', rest = ''] of code.matchAll(/<(surety-[\w-]+)([^>]*)>/g)) {
        const known = attributes.get(tag);
        assert.ok(known, `${page}: <${tag}>`);
        for (const [, name = ''] of rest.matchAll(/([\w-]+)=/g))
          assert.ok(known.includes(name), `${page}: <${tag} ${name}>`);
      }
    }
  });

  test('each element is in the table of backends and in that of accessibility', () => {
    for (const page of ['backend', 'accessibility'])
      for (const tag of attributes.keys())
        if (page === 'accessibility' || tag !== 'surety-provider')
          assert.match(textOf(`${folder}/${page}.md`), new RegExp(`^\\| \`${tag}\` +\\|`, 'm'), page);
  });

  test('each call of the table of backends is one of the API', async () => {
    const {paths} = (await createOpenApi(VERSION)) as {paths: Record<string, Record<string, unknown>>};
    const calls = [...textOf(`${folder}/backend.md`).matchAll(/`(GET|POST|PUT|DELETE) (\/[^`]+)`/g)];
    assert.ok(calls.length >= 20);
    for (const [call, method = '', at = ''] of calls)
      assert.ok(paths[`/v1${at}`]?.[method.toLowerCase()] ?? paths[at]?.[method.toLowerCase()], call);
  });

  test('the policy to copy is the one that the pages of the demo hold to', async () => {
    const response = await createDemo({fetch: () => Promise.reject(new Error('No API is asked.'))}).request(
      '/',
    );
    const page = textOf(`${folder}/security.md`);
    const block = page.match(/Content-Security-Policy:\n(.*?)\nReferrer-Policy/s)?.[1] ?? '';
    const copied = block.split(';').map(line => line.trim().replace(' https://api.example.jp', ''));
    assert.deepEqual(copied, response.headers.get('Content-Security-Policy')?.split('; '));
  });

  test('the versions that go together are those of the code', () => {
    const kit = VERSION.split('.').slice(0, 2).join('\\.');
    assert.match(textOf(`${folder}/versions.md`), new RegExp(`^\\| ${kit}\\.x +\\| v${API_MAJOR} `, 'm'));
  });

  test('each file that is named is there', () => {
    for (const page of pages)
      for (const [, file = ''] of textOf(page).matchAll(/\]\(((?!https?:)[^)#]+)\)/g))
        assert.ok(existsSync(path.join(path.dirname(page), file)), `${page}: ${file}`);
  });
});
