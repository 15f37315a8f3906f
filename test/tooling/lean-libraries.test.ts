import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {after, before, describe, test} from 'node:test';
import {fileURLToPath, pathToFileURL} from 'node:url';
import {build} from 'vite';
import type * as z from 'zod/mini';
import {assume, leanLibraries} from '../../components/cdn/build/lean-libraries.js';
import {createSandbox} from '../../demo/sandbox/index.js';

const at = (file: string) => fileURLToPath(new URL(`../../${file}`, import.meta.url));
type Schemas = Readonly<Record<string, Readonly<Record<string, z.ZodMiniType>>>>;

/** Bundles a file for Node, with the libraries as pages get them. */
const bundle = (input: string, outDir: string) =>
  build({
    configFile: false,
    logLevel: 'error',
    plugins: [leanLibraries],
    ssr: {noExternal: ['ky', 'zod']},
    build: {
      ssr: true,
      outDir,
      emptyOutDir: false,
      rolldownOptions: {input, output: {entryFileNames: '[name].mjs'}},
    },
  });

/** Answers of the reference API, and what describes them. */
const answers = [
  ['me', 'party', 'account'],
  ['surety', 'surety', 'surety'],
  ['obligees', 'obligee', 'obligeeList'],
  ['amount-rules?obligee=にかほ市', 'amount-rule', 'amountRuleList'],
  ['banks', 'bank', 'bankList'],
  ['applications', 'application', 'applicationList'],
  ['contracts', 'contract', 'contractPage'],
  ['electronic-issues', 'contract', 'electronicIssuePage'],
  ['jwks.json', 'jwks', 'jwks'],
] as const;

/** An answer with the first entries of its list. */
const few = (answer: object & {items?: unknown[]}): object =>
  answer.items ? {...answer, items: answer.items.slice(0, 3)} : answer;

const wrong = [null, '', 'x', -1, 1.5, true, [], {}] as const;

/** A value with one thing in it replaced or left out, for everything in it; of lists only the first entry. */
function* slips(value: unknown): Generator<unknown> {
  yield* wrong;
  if (typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    const [first, ...others] = value as unknown[];
    if (value.length) for (const slip of slips(first)) yield [slip, ...others];
    return;
  }
  for (const [name, inner] of Object.entries(value)) {
    const {[name]: _, ...others} = value as Record<string, unknown>;
    yield others;
    for (const slip of slips(inner)) yield {...value, [name]: slip};
  }
}

/** What a page can know of a reading: all but zod's own words, which nobody is shown. */
function outcome(schema: z.ZodMiniType, json: unknown) {
  const {success, data, error} = schema.safeParse(json);
  return {success, data, issues: error?.issues.map(({message: _, ...issue}) => issue)};
}

describe('the libraries as pages get them', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'lean-'));
  let lean: Schemas;
  let whole: Schemas;
  before(async () => {
    const names = [...new Set(answers.map(([, file]) => file))];
    const entry = path.join(folder, 'schemas.ts');
    writeFileSync(
      entry,
      names.map(name => `export * as '${name}' from '${at(`src/schemas/${name}.ts`)}';`).join('\n'),
    );
    await bundle(entry, folder);
    await bundle(at('test/api/http.test.ts'), folder);
    lean = (await import(pathToFileURL(path.join(folder, 'schemas.mjs')).href)) as Schemas;
    whole = (await import(pathToFileURL(entry).href)) as Schemas;
  });
  after(() => rmSync(folder, {recursive: true}));

  test('talk to the API as the whole ones do: the same tests hold', () => {
    const {status, stdout} = spawnSync(process.execPath, ['--test', path.join(folder, 'http.test.mjs')], {
      encoding: 'utf8',
      env: {...process.env, NODE_TEST_CONTEXT: undefined},
    });
    assert.equal(status, 0, stdout);
    assert.match(stdout, /pass [1-9]\d/);
  });

  test('take and refuse the same answers for the same reasons, whatever is wrong with them', async () => {
    const sandbox = createSandbox();
    const {token} = await sandbox.signIn('contractor');
    let compared = 0;
    for (const [address, file, name] of answers) {
      const response = await sandbox.fetch(`http://api.example/v1/${address}`, {
        headers: {Authorization: `Bearer ${token}`},
      });
      const answer = few((await response.json()) as object);
      const [ours, theirs] = [lean[file]?.[name], whole[file]?.[name]];
      assert.ok(ours && theirs, `${file}: ${name}`);
      assert.ok(ours.safeParse(answer).success, address);
      for (const slip of slips(answer)) {
        assert.deepEqual(outcome(ours, slip), outcome(theirs, slip), `${address}: ${JSON.stringify(slip)}`);
        compared++;
      }
    }
    assert.ok(compared > 500, String(compared));
  });

  test('lack nothing that a description asks for', () => {
    const lacking =
      /z\.(?:strictObject|never|catchall|coerce|u?int32|float(?:32|64)|promise|codec|preprocess)\b|\b(?:precision|local): |z\.record\((?!z\.string\(\),)/;
    const folder = at('src/schemas');
    const files = readdirSync(folder).map(
      name => [name, readFileSync(path.join(folder, name), 'utf8')] as const,
    );
    assert.deepEqual(
      files.filter(([, source]) => lacking.test(source)).map(([name]) => name),
      [],
      'keep it in components/cdn/build/lean-libraries.ts first',
    );
    for (const source of ['z.strictObject({})', 'z.record(z.enum(["a"]), z.string())', '{precision: 3}'])
      assert.match(source, lacking);
  });

  test('stop the build where one is put together otherwise', () => {
    const fact = {node: 'Identifier', text: /^b$/, is: 'c'};
    const name = {type: 'Identifier', start: 4, end: 5};
    assert.deepEqual(assume('let b', name, [fact]), {code: 'let c', unused: []});
    assert.deepEqual(assume('let a', name, [fact]), {code: 'let a', unused: [fact]});
  });
});
