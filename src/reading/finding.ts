import {documentKind, findNumberAndKey} from '../input/notice-text.js';

/** Why no number and key were found. */
export type ReadProblem =
  | 'certificate'
  | 'insurer'
  | 'not-a-notice'
  | 'no-text'
  | 'encrypted'
  | 'damaged'
  | 'empty'
  | 'too-large'
  | 'too-much'
  | 'too-many-pixels'
  | 'unsupported'
  | 'not-loaded';

/** What was found in a file, or in a part of it: a number with or without its key, or a problem. Holds the key: never log or keep it. */
export interface Finding {
  /** The file, and its part where it has several: 「まとめ.zip／お知らせ.pdf」. */
  name: string;
  contractNumber?: string;
  authKey?: string;
  problem?: ReadProblem;
}

/** What was found on one page or in one text, before it is known which file that belongs to. */
export type PageFinding = Omit<Finding, 'name'>;

/** Returns the findings of several readings of one page. The first reading with both number and key decides. */
export function findingsOf(texts: readonly string[]): PageFinding[] {
  const found = texts.map(text => findNumberAndKey(text));
  const whole = found.find(({contractNumber, authKey}) => contractNumber && authKey);
  if (whole) return [{contractNumber: whole.contractNumber, authKey: whole.authKey}];
  const all = texts.join('\n');
  if (!all.trim()) return [{problem: 'no-text'}];
  const kind = documentKind(all);
  if (kind === 'certificate' || kind === 'insurer') return [{problem: kind}];
  const contractNumber = found.find(each => each.contractNumber)?.contractNumber;
  return [contractNumber ? {contractNumber} : {problem: 'not-a-notice'}];
}
