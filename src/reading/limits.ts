/** Files larger than this are no notices; a scan of one page has a few megabytes. */
export const LARGEST_FILE = 20 * 1024 * 1024;
/** Pictures with more pixels are not unfolded; the largest cameras of telephones make fifty million. */
export const MOST_PIXELS = 50_000_000;
/** So many pages of one PDF: a bundle of notices, not a book. */
export const MOST_PAGES = 60;
/** An archive in a mail, or in an archive; deeper ones hold no notices. */
export const DEEPEST = 2;

/** What one dropped file may still unfold into, whatever is nested in it: a small file can hold a huge one. */
export interface Allowance {
  parts: number;
  bytes: number;
  pixels: number;
}

/** For a dropped file: two hundred parts, two hundred megabytes, ten pictures of the largest size. */
export const allowance = (): Allowance => ({
  parts: 200,
  bytes: 10 * LARGEST_FILE,
  pixels: 10 * MOST_PIXELS,
});
