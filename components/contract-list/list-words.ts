import {msg, str} from '@lit/localize';
import {formatDate, today} from '../../src/domain/format.js';
import type {ListPage} from './list-page.js';
import {MOST_PRINTED_ROWS} from './row-window.js';

const count = (rows: number) => rows.toLocaleString('en-US');

/** How many rows are here, and of how many. */
export function countText({items, nextCursor, total}: ListPage): string {
  const rows = count(items.length);
  if (!nextCursor) return msg(str`${rows}件を表示しています。`);
  return total === undefined
    ? msg(str`${rows}件を表示しています（続きがあります）。`)
    : msg(str`${count(total)}件のうち${rows}件を表示しています。`);
}

/** What paper has to say besides: the day, and what is missing on it. */
export function printText({items, total = items.length}: Pick<ListPage, 'items' | 'total'>): string {
  const day = msg(str`${formatDate(today())}に印刷`);
  const rows = Math.min(items.length, MOST_PRINTED_ROWS);
  return rows < total
    ? msg(str`${day}。${count(total)}件のうち初めの${count(rows)}件です。すべての行はCSVで保存できます。`)
    : msg(str`${day}。${count(rows)}件`);
}
