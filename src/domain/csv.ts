/** Value of a cell; null is an empty cell. */
export type CsvCell = string | number | null;

/** Excel recognises UTF-8 only by this mark. */
const BYTE_ORDER_MARK = '\uFEFF';

/**
 * Text that a spreadsheet would run as a formula; Japanese editions take the full-width signs, too.
 * https://owasp.org/www-community/attacks/CSV_Injection
 */
const FORMULA = /^[=+\-@＝＋－＠\t\r\n]/;

/** Returns a table as CSV for Excel without formula injection: UTF-8 with byte order mark, CRLF, all text quoted. */
export const toCsv = (rows: Iterable<readonly CsvCell[]>): string => BYTE_ORDER_MARK + toCsvLines(rows);

/** Returns further lines of such a table. */
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
