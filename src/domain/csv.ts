/** What stands in one cell; a number stays one in a spreadsheet, null is an empty cell. */
export type CsvCell = string | number | null;

/** Excel takes a file for UTF-8 only by this mark. */
const BYTE_ORDER_MARK = '\uFEFF';

/**
 * Text that a spreadsheet would run as a formula; Japanese editions take the full-width signs, too.
 * https://owasp.org/www-community/attacks/CSV_Injection
 */
const FORMULA = /^[=+\-@＝＋－＠\t\r\n]/;

/** A table as CSV that Excel opens rightly and that can do nothing there: UTF-8 with its mark, CRLF, all text quoted. */
export const toCsv = (rows: Iterable<readonly CsvCell[]>): string => BYTE_ORDER_MARK + toCsvLines(rows);

/** Further lines of such a table. */
export function toCsvLines(rows: Iterable<readonly CsvCell[]>): string {
  let text = '';
  for (const row of rows) text += `${row.map(writeCell).join(',')}\r\n`;
  return text;
}

function writeCell(cell: CsvCell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  return `"${(FORMULA.test(cell) ? `'${cell}` : cell).replaceAll('"', '""')}"`;
}
