import * as z from 'zod/mini';
import {obligeeRule} from '../../../src/schemas/obligee-rule.js';
import {type Obligee, obligee} from '../../../src/schemas/obligee.js';
import codes from './obligee-codes.json';
import rules from './obligees.json';

const knownCodes = new Map(Object.entries(codes));

/** The directory of obligees, in the file's order. A body without a code of its own keeps the file's id. */
export function readDirectory(file: unknown = rules): Obligee[] {
  const parsed = z.array(obligeeRule).parse(file);
  return parsed.map(rule => {
    const known = knownCodes.get(rule.id);
    const {obligee: name, prefecture} = rule;
    return obligee.parse({code: known?.code ?? rule.id, name, kana: known?.kana ?? '', prefecture, rule});
  });
}
