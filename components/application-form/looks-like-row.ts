/** One row of a spreadsheet, or its headings and one row; line breaks inside of quotes do not count. */
export const looksLikeRow = (text: string): boolean =>
  text.includes('\t') &&
  text
    .replace(/"[^"]*"/g, '')
    .trim()
    .split('\n').length <= 2;
