// npm run release -- --to FOLDER [--address https://cdn.example.jp/kit]: adds what was built to a folder of versions.
import {fileURLToPath} from 'node:url';
import {parseArgs} from 'node:util';
import {release, uploadSentence} from './release.js';

const dist = (name: string) => fileURLToPath(new URL(`../../../dist/${name}`, import.meta.url));

async function run(): Promise<string> {
  const {values} = parseArgs({options: {to: {type: 'string'}, address: {type: 'string'}}});
  if (!values.to) throw new Error('Say where the versions lie: npm run release -- --to FOLDER');
  const made = await release({
    from: dist('cdn'),
    glyphs: dist('glyphs'),
    to: values.to,
    address: values.address,
  });
  return uploadSentence(made, values.to);
}

try {
  process.stdout.write(`${await run()}\n`);
} catch (thrown) {
  process.stderr.write(`${thrown instanceof Error ? thrown.message : String(thrown)}\n`);
  process.exitCode = 1;
}
