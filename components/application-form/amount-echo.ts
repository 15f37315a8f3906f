import {formatYenKanji} from '../../src/domain/format.js';
import type {ApplicationModel} from './model.js';

/** 「2,000万円」: the amount as it is said, to be compared with the paper. */
export function amountEcho(model: ApplicationModel, path: string): string | undefined {
  const amount = model.amount(path);
  return amount === undefined ? undefined : formatYenKanji(amount);
}
