import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {pictureSize} from '../../src/reading/picture-size.js';

const be16 = (value: number) => [value >> 8, value & 0xff];
const le16 = (value: number) => [value & 0xff, value >> 8];
const be32 = (value: number) => [...be16(value >>> 16), ...be16(value & 0xffff)];
const le32 = (value: number) => [...le16(value & 0xffff), ...le16(value >>> 16)];
const le24 = (value: number) => [...le16(value & 0xffff), value >> 16];
const text = (letters: string) => [...letters].map(letter => letter.charCodeAt(0));

const png = (width: number, height: number) => [
  ...[0x89, ...text('PNG\r\n\x1a\n'), ...be32(13), ...text('IHDR'), ...be32(width), ...be32(height)],
  ...[8, 2, 0, 0, 0],
];
const segment = (marker: number, content: number[]) => [
  0xff,
  marker,
  ...be16(content.length + 2),
  ...content,
];
const jpeg = (width: number, height: number, frame = 0xc0) => [
  ...[0xff, 0xd8, ...segment(0xe0, text('JFIF\0')), ...segment(0xc4, [1, 2, 3]), 0xff],
  ...segment(frame, [8, ...be16(height), ...be16(width), 3]),
];
const gif = (screen: [number, number], frame: [number, number], flags = 0) => [
  ...[...text('GIF89a'), ...le16(screen[0]), ...le16(screen[1]), flags, 0, 0],
  ...Array<number>(flags & 0x80 ? 3 << ((flags & 7) + 1) : 0).fill(7),
  ...[0x21, 0xf9, 4, 0, 0, 0, 0, 0, 0x21, 0xfe, 2, 65, 66, 1, 67, 0],
  ...[0x2c, ...le16(0), ...le16(0), ...le16(frame[0]), ...le16(frame[1]), 0],
];
const riff = (content: number[]) => [
  ...text('RIFF'),
  ...le32(content.length + 4),
  ...text('WEBP'),
  ...content,
];
const lossy = (width: number, height: number) =>
  riff([...text('VP8 '), ...le32(10), 0, 0, 0, 0x9d, 0x01, 0x2a, ...le16(width), ...le16(height)]);
const lossless = (width: number, height: number) =>
  riff([...text('VP8L'), ...le32(5), 0x2f, ...le32((width - 1) | ((height - 1) << 14))]);
const extended = (width: number, height: number) =>
  riff([...text('VP8X'), ...le32(10), 0, 0, 0, 0, ...le24(width - 1), ...le24(height - 1)]);
const bmp = (width: number, height: number) => [
  ...[...text('BM'), ...Array<number>(12).fill(0), ...le32(40), ...le32(width), ...le32(height)],
  ...[1, 0, 24, 0],
];
const oldBmp = (width: number, height: number) => [
  ...[...text('BM'), ...Array<number>(12).fill(0), ...le32(12), ...le16(width), ...le16(height)],
  ...[1, 0, 24, 0],
];

const sizeOf = (bytes: number[]) => pictureSize(Uint8Array.from(bytes));

const pictures: Record<string, number[]> = {
  PNG: png(30_000, 20_000),
  'JPEG, baseline': jpeg(30_000, 20_000),
  'JPEG, progressive': jpeg(30_000, 20_000, 0xc2),
  'GIF by its screen': gif([30_000, 20_000], [10, 10]),
  'GIF by a frame larger than its screen, behind a table of colours': gif([1, 1], [30_000, 20_000], 0x82),
  'WebP, extended': extended(30_000, 20_000),
  BMP: bmp(30_000, 20_000),
  'BMP that stands upside down': bmp(30_000, -20_000),
  'BMP of OS/2': oldBmp(30_000, 20_000),
};

describe('how large a picture says it is', () => {
  for (const [name, bytes] of Object.entries(pictures))
    it(`is read from the header: ${name}`, () => {
      assert.deepEqual(sizeOf(bytes), {width: 30_000, height: 20_000});
    });

  it('is read from the header: WebP, which holds 16,383 pixels a side', () => {
    assert.deepEqual(sizeOf(lossy(16_383, 9_000)), {width: 16_383, height: 9_000});
    assert.deepEqual(sizeOf(lossless(16_384, 9_001)), {width: 16_384, height: 9_001});
  });

  it('is unknown where the header is cut off, wherever, and where it says nothing', () => {
    for (const [name, bytes] of Object.entries(pictures)) {
      const whole = bytes.length;
      const needed = Array.from({length: whole}, (_, cut) => sizeOf(bytes.slice(0, cut)));
      assert.equal(needed[0], undefined);
      // Up to some byte nothing is known, from there on all of it: never half of a number.
      for (const size of needed) if (size) assert.deepEqual(size, {width: 30_000, height: 20_000}, name);
    }
    assert.equal(sizeOf(png(0, 5)), undefined);
    assert.equal(sizeOf(text('%PDF-1.7 is no picture')), undefined);
    assert.equal(
      sizeOf([0xff, 0xd8, ...segment(0xda, [0, 0, 0, 0]), ...Array<number>(20).fill(1)]),
      undefined,
    );
  });

  it('is read or unknown, at once, for bytes that were changed at random', () => {
    let seed = 20261123;
    const random = (below: number) => (seed = (seed * 48_271) % 2_147_483_647) % below;
    for (const bytes of Object.values(pictures))
      for (let round = 0; round < 2_000; round++) {
        const spoilt = [...bytes, ...Array.from({length: random(64)}, () => random(256))];
        for (let change = random(6); change >= 0; change--) spoilt[random(spoilt.length)] = random(256);
        const size = sizeOf(spoilt.slice(0, random(spoilt.length + 1)));
        if (size) assert.ok(size.width > 0 && size.height > 0);
      }
  });
});
