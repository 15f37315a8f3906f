import {existsSync, readFileSync, writeFileSync} from 'node:fs';
import {brotliCompressSync, brotliDecompressSync} from 'node:zlib';
import {PNG} from 'pngjs';

/** A story as seen from far away: eight shades of gray. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly shades: Uint8Array;
}

/** Pictures by story and width of the page, e.g. `…--新規 320`. */
export type Pictures = Map<string, Picture>;

/** Eight shades, so that the smoothing of letters makes no difference. */
export function readPicture(png: Buffer): Picture {
  const {width, height, data} = PNG.sync.read(png);
  const shades = Uint8Array.from({length: width * height}, (_, at) => {
    const [red = 0, green = 0, blue = 0] = data.subarray(at * 4, at * 4 + 3);
    return Math.round((0.299 * red + 0.587 * green + 0.114 * blue) / 36.5);
  });
  return {width, height, shades};
}

/** Two shades in a byte. */
function pack(shades: Uint8Array): Buffer {
  return Buffer.from(
    Uint8Array.from(
      {length: Math.ceil(shades.length / 2)},
      (_, at) => ((shades[at * 2] ?? 0) << 4) | (shades[at * 2 + 1] ?? 0),
    ),
  );
}

const unpack = (bytes: Buffer, length: number) =>
  Uint8Array.from({length}, (_, at) => {
    const byte = bytes[at >> 1] ?? 0;
    return at % 2 ? byte & 15 : byte >> 4;
  });

/** Pictures, and the browser that drew them: another one sets letters otherwise, so there is nothing to compare. */
export interface Album {
  /** With its major version, e.g. `Chromium 156`. */
  readonly browser: string;
  readonly pictures: Pictures;
}

/** Reads the pictures that were kept, one line each after the browser's; none where nothing was kept yet. */
export function readAlbum(file: string): Album {
  const [browser = '', ...lines] = existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : [];
  const pictures = new Map(
    lines.filter(Boolean).map((line): [string, Picture] => {
      const [name = '', size = '', packed = ''] = line.split('\t');
      const [width = 0, height = 0] = size.split('x').map(Number);
      const shades = unpack(brotliDecompressSync(Buffer.from(packed, 'base64')), width * height);
      return [name, {width, height, shades}];
    }),
  );
  return {browser, pictures};
}

/** Keeps pictures as text, sorted, so that a change of one story is a change of its lines. */
export function writeAlbum(file: string, {browser, pictures}: Album): void {
  const lines = [...pictures].map(([name, {width, height, shades}]) =>
    [name, `${width}x${height}`, brotliCompressSync(pack(shades)).toString('base64')].join('\t'),
  );
  writeFileSync(file, `${[browser, ...lines.sort()].join('\n')}\n`);
}

/** Share of a picture that may look otherwise: a few words, a badge, the smoothing of letters. */
const tolerance = 0.02;

/** What sets two pictures apart, in words; nothing where they show the same. */
export function differenceOf(before: Picture, after: Picture): string | undefined {
  const rows = Math.abs(before.height - after.height);
  if (before.width !== after.width || rows > Math.max(1, before.height * 0.03))
    return `it was ${before.width} × ${before.height}, and is ${after.width} × ${after.height}`;
  const length = Math.min(before.shades.length, after.shades.length);
  let others = 0;
  for (let at = 0; at < length; at++)
    if (Math.abs((before.shades[at] ?? 0) - (after.shades[at] ?? 0)) > 1) others++;
  const share = others / length;
  return share > tolerance ? `${(share * 100).toFixed(1)} % of it look otherwise` : undefined;
}
