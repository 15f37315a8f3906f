import {documentKind, findNumberAndKey} from '../input/notice-text.js';
import type {Reading} from './reading.js';

/** What texts of the same page say; the first that has both decides. */
export function noticeOf(texts: readonly string[]): Omit<Reading, 'name'> {
  const found = texts.map(text => findNumberAndKey(text));
  const whole = found.find(({contractNumber, authKey}) => contractNumber && authKey);
  if (whole) return {contractNumber: whole.contractNumber, authKey: whole.authKey};
  const all = texts.join('\n');
  if (!all.trim()) return {problem: 'no-text'};
  const kind = documentKind(all);
  if (kind === 'certificate' || kind === 'insurer') return {problem: kind};
  const contractNumber = found.find(each => each.contractNumber)?.contractNumber;
  return contractNumber ? {contractNumber} : {problem: 'not-a-notice'};
}
