// Writes banks.json and bank-branches.json for the sandbox inside a page. Run: npx tsx demo/sandbox/data/generate-banks.ts
import {createRequire} from 'node:module';
import {writeFileSync} from 'node:fs';

interface ZenginEntry {
  code: string;
  name: string;
  kana: string;
  hira: string;
  branches: Record<string, ZenginEntry>;
}

/** Banks whose branches are in the page too: the big ones, and those of the leaflet's prefecture. */
const withBranches = ['0001', '0005', '0009', '0010', '0119', '0120', '1120'];

const banks = createRequire(import.meta.url)('zengin-code') as Record<string, ZenginEntry>;
const row = ({code, name, kana, hira}: ZenginEntry) => [code, name, kana, hira];
const sorted = (entries: Record<string, ZenginEntry>) =>
  Object.values(entries).sort((one, other) => one.code.localeCompare(other.code));
const branchesOf = (code: string) => sorted(banks[code]?.branches ?? {}).map(row);

const write = (file: string, content: string) => writeFileSync(new URL(file, import.meta.url), content);
write(
  './banks.json',
  `[\n${sorted(banks)
    .map(bank => JSON.stringify(row(bank)))
    .join(',\n')}\n]\n`,
);
const lines = withBranches
  .filter(code => banks[code])
  .map(code => `"${code}": ${JSON.stringify(branchesOf(code))}`);
write('./bank-branches.json', `{\n${lines.join(',\n')}\n}\n`);
