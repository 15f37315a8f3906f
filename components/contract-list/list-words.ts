import {msg, str} from '@lit/localize';
import {count} from '../ui/printed-rows.js';
import type {ListPage} from './list-page.js';

/** How many rows are here, and of how many. */
export function countText({items, nextCursor, total}: ListPage): string {
  const rows = count(items.length);
  if (!nextCursor) return msg(str`${rows}件を表示しています。`);
  return total === undefined
    ? msg(str`${rows}件を表示しています（続きがあります）。`)
    : msg(str`${count(total)}件のうち${rows}件を表示しています。`);
}
