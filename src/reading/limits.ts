/** Files larger than this are no notices; a scan of one page has a few megabytes. */
export const LARGEST_FILE = 20 * 1024 * 1024;
/** So many files of one archive or one mail are looked at. */
export const MOST_PARTS = 200;
/** So many pages of one PDF: a bundle of notices, not a book. */
export const MOST_PAGES = 60;
