/** Rows of a CSV, or of cells copied out of a spreadsheet: commas or tabs, quoted cells, any line ends, a byte order mark. */
export function readCsv(text: string): string[][] {
  const source = text.replace(/^\ufeff/, '');
  const [firstLine = ''] = source.split(/\r?\n/, 1);
  const separator = firstLine.includes('\t') ? '\t' : ',';
  const rows: string[][] = [];
  let [row, cell, isQuoted]: [string[], string, boolean] = [[], '', false];
  const endRow = () => {
    row.push(cell);
    if (row.some(each => each.trim())) rows.push(row);
    [row, cell] = [[], ''];
  };
  for (let at = 0; at < source.length; at++) {
    const letter = source[at] ?? '';
    if (isQuoted && letter === '"' && source[at + 1] === '"') {
      cell += source[++at];
    } else if (letter === '"' && (isQuoted || !cell)) {
      isQuoted = !isQuoted;
    } else if (!isQuoted && letter === separator) {
      row.push(cell);
      cell = '';
    } else if (!isQuoted && (letter === '\n' || letter === '\r')) {
      if (letter === '\r' && source[at + 1] === '\n') at++;
      endRow();
    } else cell += letter;
  }
  endRow();
  return rows;
}
