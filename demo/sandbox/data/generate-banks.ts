// Writes banks.json and bank-branches.json for the sandbox inside a page. Run: npx tsx demo/sandbox/data/generate-banks.ts
import {writeFileSync} from 'node:fs';
import {readZengin, toRows} from './zengin.js';

/** Banks whose branches are in the page too: the big ones, and those of the leaflet's prefecture. */
const withBranches = ['0001', '0005', '0009', '0010', '0119', '0120', '1120'];

const banks = readZengin();
const branchesOf = (code: string) => toRows(banks[code]?.branches ?? {});

const write = (file: string, content: string) => writeFileSync(new URL(file, import.meta.url), content);
write(
  './banks.json',
  `[\n${toRows(banks)
    .map(row => JSON.stringify(row))
    .join(',\n')}\n]\n`,
);
const lines = withBranches
  .filter(code => banks[code])
  .map(code => `"${code}": ${JSON.stringify(branchesOf(code))}`);
write('./bank-branches.json', `{\n${lines.join(',\n')}\n}\n`);
