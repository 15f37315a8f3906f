import {msg, str} from '@lit/localize';
import {today} from '../../src/domain/format.js';
import {gregorianText} from '../../src/i18n/format.js';

/** More than that on paper is a case for the CSV: a browser takes minutes to lay it out. */
export const MOST_PRINTED_ROWS = 5000;

/** A number of rows as it is written. */
export const count = (rows: number) => rows.toLocaleString('en-US');

/** What a list on paper has to say besides: the day, and what is missing on it. */
export function printText({
  items,
  total = items.length,
}: {
  items: readonly unknown[];
  total?: number | undefined;
}): string {
  const day = msg(str`${gregorianText(today())}に印刷`);
  const rows = Math.min(items.length, MOST_PRINTED_ROWS);
  return rows < total
    ? msg(str`${day}。${count(total)}件のうち初めの${count(rows)}件です。すべての行はCSVで保存できます。`)
    : msg(str`${day}。${count(rows)}件`);
}
