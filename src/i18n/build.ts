import {execFileSync} from 'node:child_process';
import {readFileSync, writeFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';

/*
 * Brings the translations up to date with the words in the code: reads every msg() into xliff/, where translators
 * write the targets, and writes locales/ from there. A message without a target stays Japanese.
 */

const here = (name: string) => fileURLToPath(new URL(name, import.meta.url));
const litLocalize = (command: string) =>
  execFileSync('npx', ['lit-localize', command, '--config', here('lit-localize.json')], {stdio: 'inherit'});

/** One message of an XLIFF file as it stands there. */
const UNIT = /<trans-unit id="([^"]+)">\s*<source>(.*?)<\/source>(?:\s*<target>(.*?)<\/target>)?/gs;

/** Japanese in a partner's own words starts from the source itself. */
function fillWithSource(file: string): void {
  const text = readFileSync(file, 'utf8').replace(
    UNIT,
    (_, id: string, source: string) =>
      `<trans-unit id="${id}">\n  <source>${source}</source>\n  <target>${source}</target>`,
  );
  writeFileSync(file, text);
}

litLocalize('extract');
fillWithSource(here('xliff/ja-x-page.xlf'));
litLocalize('build');
