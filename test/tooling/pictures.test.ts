import assert from 'node:assert/strict';
import {mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {test} from 'node:test';
import {PNG} from 'pngjs';
import {differenceOf, readPicture, readAlbum, writeAlbum, type Picture} from '../support/pictures.js';

/** A white page with a black box on it. */
function draw(box: {x: number; y: number; width: number; height: number}, height = 90): Picture {
  const png = new PNG({width: 64, height});
  png.data.fill(255);
  for (let y = box.y; y < box.y + box.height; y++)
    for (let x = box.x; x < box.x + box.width; x++) png.data.fill(0, (y * 64 + x) * 4, (y * 64 + x) * 4 + 3);
  return readPicture(PNG.sync.write(png));
}

const button = {x: 4, y: 10, width: 20, height: 8};

test('a picture that was kept is read back as it was', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'pictures-'));
  const file = path.join(folder, 'pictures.tsv');
  const pictures = new Map([
    ['申込--新規 320', draw(button, 91)],
    ['一覧--空 1280', draw({...button, x: 31})],
  ]);
  const album = {browser: 'Chromium 156', pictures};
  writeAlbum(file, album);
  assert.deepEqual(readAlbum(file), album);
  assert.equal(readFileSync(file, 'utf8').split('\n').length, 4);
  rmSync(folder, {recursive: true});
});

test('nothing was kept yet: nothing to compare with', () => {
  assert.equal(readAlbum('/nowhere/pictures.tsv').pictures.size, 0);
});

test('the smoothing of letters and a mark of a few pixels make no difference', () => {
  assert.equal(differenceOf(draw(button), draw(button)), undefined);
  assert.equal(differenceOf(draw(button), draw({...button, width: 21})), undefined);
  const smoothed = draw(button);
  smoothed.shades.forEach((shade, at) => (smoothed.shades[at] = Math.max(0, shade - 1)));
  assert.equal(differenceOf(draw(button), smoothed), undefined);
});

test('what moved, went missing or grew is told', () => {
  assert.match(differenceOf(draw(button), draw({...button, x: 40})) ?? '', /^5\.6 % of it look otherwise$/);
  assert.match(differenceOf(draw(button), draw({...button, width: 0})) ?? '', /^2\.8 %/);
  assert.equal(differenceOf(draw(button), draw(button, 120)), 'it was 64 × 90, and is 64 × 120');
});
