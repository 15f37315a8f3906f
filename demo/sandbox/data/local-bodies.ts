import type {LocalBody} from '../../../src/schemas/obligee.js';
import lines from './local-bodies.json';

let bodies: readonly LocalBody[] | undefined;

/** All 47 prefectures and 1,741 municipalities by their 全国地方公共団体コード, in its order. */
export function localBodies(): readonly LocalBody[] {
  bodies ??= parse();
  return bodies;
}

function parse(): LocalBody[] {
  let prefecture = '';
  return lines.map(line => {
    const [code = '', name = '', kana = ''] = line.split('\t');
    if (isPrefecture(code)) prefecture = name;
    return {code, name, kana, prefecture};
  });
}

/** `PP000c` is a prefecture; what follows it in the list lies in it. */
const isPrefecture = (code: string) => code.slice(2, 5) === '000';
