/** Largest file that is read, in bytes; a scan of one page has a few megabytes. */
export const LARGEST_FILE = 20 * 1024 * 1024;
/** Most pixels of a picture that is decoded; phone cameras make up to fifty million. */
export const MOST_PIXELS = 50_000_000;
/** Most pages of a PDF that are read. */
export const MOST_PAGES = 60;
/** Deepest nesting of archives and mails that is read. */
export const DEEPEST = 2;

/** What may still be unpacked from one dropped file, however nested: protects against decompression bombs. */
export interface Allowance {
  parts: number;
  bytes: number;
  pixels: number;
}

/** Returns the allowance of a dropped file: 200 parts, 200 MB, ten pictures of the largest size. */
export const allowance = (): Allowance => ({
  parts: 200,
  bytes: 10 * LARGEST_FILE,
  pixels: 10 * MOST_PIXELS,
});
