import assert from 'node:assert/strict';
import {fileURLToPath} from 'node:url';
import {test} from 'node:test';
import {ESLint} from 'eslint';

const root = fileURLToPath(new URL('../..', import.meta.url));
const eslint = new ESLint({cwd: root});

/** The rules that a source text breaks, as if it stood in that file. */
async function rulesBroken(file: string, source: string): Promise<string[]> {
  const [result] = await eslint.lintText(source, {filePath: `${root}${file}`});
  assert.ok(result, `${file} is not linted`);
  const fatal = result.messages.find(message => message.fatal);
  assert.equal(fatal, undefined, fatal?.message);
  return result.messages.map(({ruleId}) => ruleId ?? '');
}

const imports = 'house/one-way-imports';

const forbidden: readonly (readonly [file: string, source: string, why: string])[] = [
  ['src/schemas/yen.ts', `export * from '../domain/format.js';`, 'schemas import only zod'],
  ['src/schemas/yen.ts', `import 'lit';`, 'schemas know no element'],
  ['src/input/yen.ts', `import * as z from 'zod/mini'; z.string();`, 'input imports nothing'],
  [
    'src/input/yen.ts',
    `import {yen} from '../schemas/yen.js'; yen.parse(1);`,
    'input imports nothing of ours either',
  ],
  ['src/domain/format.ts', `import {html} from 'lit'; html;`, 'a rule knows no element'],
  [
    'src/api/http.ts',
    `export {SuretyProvider} from '../../components/provider/provider.js';`,
    'the core knows no element',
  ],
  [
    'src/config.ts',
    `export {SuretyProvider} from '../components/provider/provider.js';`,
    'the core knows no element',
  ],
  [
    'components/provider/provider.ts',
    `import * as z from 'zod/mini'; z.string();`,
    'elements never import zod',
  ],
  ['components/provider/provider.ts', `void import('ky');`, 'not even lazily'],
  [
    'components/provider/provider.ts',
    `import {createClient} from '../../src/api/client.js'; createClient;`,
    'the client is a chunk',
  ],
  [
    'components/provider/provider.ts',
    `import {yen} from '../../src/schemas/yen.js'; yen;`,
    'a schema value brings zod',
  ],
  [
    'components/provider/provider.ts',
    `import {SuretyContractList} from '../contract-list/contract-list.js'; SuretyContractList;`,
    'elements know each other by tag',
  ],
  [
    'components/provider/provider.ts',
    `void import('../../demo/sandbox/index.js');`,
    'only mock-environment.ts loads the sandbox',
  ],
  [
    'components/provider/provider.ts',
    `void import('../contract-list/contract-list.js');`,
    'elements know each other by tag',
  ],
  [
    'demo/sandbox/platform/clock.ts',
    `import '../../components/provider/define.js';`,
    'the reference API knows no element',
  ],
];

const allowed: readonly (readonly [file: string, source: string])[] = [
  [
    'components/provider/provider.ts',
    `import type {Contract} from '../../src/schemas/contract.js'; export type A = Contract;`,
  ],
  ['components/provider/provider.ts', `void import('../../src/api/client.js');`],
  ['components/provider/provider.ts', `import '../contract-list/define.js';`],
  ['components/kernel/mock-environment.ts', `void import('../../demo/sandbox/index.js');`],
  ['src/api/http.ts', `import {yen} from '../schemas/yen.js'; yen.parse(1);`],
];

for (const [file, source, why] of forbidden) {
  test(`the linter refuses in ${file}: ${source} (${why})`, async () => {
    assert.ok((await rulesBroken(file, source)).includes(imports));
  });
}

for (const [file, source] of allowed) {
  test(`the linter lets ${file} write: ${source}`, async () => {
    assert.ok(!(await rulesBroken(file, source)).includes(imports));
  });
}

const dangers: readonly (readonly [rule: string, source: string])[] = [
  ['no-restricted-syntax', `document.body.innerHTML = '<b>x</b>';`],
  ['no-restricted-syntax', `document.body.insertAdjacentHTML('beforeend', 'x');`],
  ['no-restricted-syntax', `document.write('x');`],
  ['no-restricted-syntax', `window.open('/x');`],
  ['no-restricted-syntax', `import {html} from 'lit'; html\`<p style="color:red">x</p>\`;`],
  ['no-restricted-syntax', `import {html} from 'lit'; html\`<style>p {}</style>\`;`],
  ['no-restricted-syntax', `window.localStorage.setItem('a', 'b');`],
  ['no-restricted-globals', `localStorage.setItem('a', 'b');`],
  ['no-eval', `eval('1');`],
  ['@typescript-eslint/no-explicit-any', `export const x = {} as any;`],
  ['@typescript-eslint/no-non-null-assertion', `document.querySelector('p')!.remove();`],
  [
    '@typescript-eslint/no-restricted-imports',
    `import {unsafeHTML} from 'lit/directives/unsafe-html.js'; unsafeHTML('x');`,
  ],
  [
    '@typescript-eslint/no-restricted-imports',
    `import {unsafeSVG} from 'lit/directives/unsafe-svg.js'; unsafeSVG('x');`,
  ],
  [
    '@typescript-eslint/no-restricted-imports',
    `import {styleMap} from 'lit/directives/style-map.js'; styleMap({});`,
  ],
];

for (const [rule, source] of dangers) {
  test(`the linter refuses in an element: ${source}`, async () => {
    assert.ok((await rulesBroken('components/provider/provider.ts', source)).includes(rule));
  });
}
