import assert from 'node:assert/strict';
import {test} from 'node:test';
import {contrastRatio, blend, readColour, type Rgb} from '../../src/theme/colour.js';
import {contrastText, findLowContrast, measureContrast} from '../../src/theme/contrast.js';
import {noTheme, paletteOf} from '../../stories/theme-sheet.js';
import {themeOf, themes} from './themes.js';

const colour = (text: string): Rgb => {
  const read = readColour(text);
  assert.ok(read, `${text} is not read`);
  return read;
};

test('contrast is what WCAG’s formula gives', () => {
  const onWhite: Record<string, string> = {
    '#000': '21.00',
    '#767676': '4.54',
    '#777': '4.48',
    '#fff': '1.00',
  };
  for (const [text, expected] of Object.entries(onWhite))
    assert.equal(contrastRatio(colour(text), colour('#fff')).toFixed(2), expected, text);
  assert.equal(contrastRatio(colour('#fff'), colour('#000')), contrastRatio(colour('#000'), colour('#fff')));
});

test('colours are read as style sheets and browsers write them', () => {
  const teal = {red: 0, green: 96, blue: 122, alpha: 1};
  for (const text of ['#00607a', '#00607AFF', 'rgb(0, 96, 122)', 'rgb(0 96 122)', ' rgba(0, 96, 122, 1) '])
    assert.deepEqual(readColour(text), teal, text);
  assert.deepEqual(readColour('#f0c8'), {red: 255, green: 0, blue: 204, alpha: 136 / 255});
  assert.equal(readColour('rgb(0 0 0 / 50%)')?.alpha, 0.5);
  for (const text of ['', 'teal', '#12345', 'light-dark(#000, #fff)', 'oklch(50% 0.1 200)'])
    assert.equal(readColour(text), undefined, text);
});

test('a translucent colour counts as what is seen of it', () => {
  assert.deepEqual(blend(colour('rgb(0 0 0 / 50%)'), colour('#fff')), {
    red: 127.5,
    green: 127.5,
    blue: 127.5,
    alpha: 1,
  });
  const palette = {...paletteOf(noTheme, 'light'), 'text-muted': 'rgb(0 0 0 / 30%)'};
  assert.ok(findLowContrast(palette).every(({foreground}) => foreground === 'text-muted'));
});

test('a palette that fails says which two, by how much, the worst first', () => {
  const palette = {...paletteOf(noTheme, 'light'), link: '#888', border: '#ddd'};
  const found = findLowContrast(palette);
  assert.equal(found[0]?.foreground, 'border');
  assert.deepEqual(new Set(found.map(({foreground}) => foreground)), new Set(['link', 'border']));
  const link = found.find(({foreground, background}) => foreground === 'link' && background === 'surface');
  assert.ok(link);
  assert.equal(
    contrastText(link),
    '--surety-color-link on --surety-color-surface: 3.54:1, text needs 4.5:1.',
  );
});

test('what is just below the limit is not rounded up to it', () => {
  const palette = {...paletteOf(noTheme, 'light'), link: '#777'};
  const [{ratio} = {ratio: 0}] = measureContrast(palette).filter(({foreground}) => foreground === 'link');
  assert.equal(ratio, 4.47);
});

test('a value that is no colour is told by its token', () => {
  assert.throws(() => findLowContrast({...paletteOf(noTheme, 'light'), link: 'blurple'}), {
    name: 'RangeError',
    message: /--surety-color-link: "blurple"/,
  });
});

for (const scheme of ['light', 'dark'] as const) {
  for (const theme of [undefined, ...themes]) {
    test(`${theme ?? 'the default'}, ${scheme}: every text has 4.5:1, every frame 3:1`, () => {
      assert.deepEqual(findLowContrast(paletteOf(themeOf(theme), scheme)).map(contrastText), []);
    });
  }

  test(`high-contrast, ${scheme}: every text has 7:1`, () => {
    const texts = measureContrast(paletteOf(themeOf('high-contrast'), scheme)).filter(
      ({use}) => use === 'text',
    );
    assert.deepEqual(texts.filter(({ratio}) => ratio < 7).map(contrastText), []);
  });
}
