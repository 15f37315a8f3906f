import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {test} from 'node:test';
import {tokens as elements} from '../../components/kernel/tokens.styles.js';
import {colours, type ColourName} from '../../src/theme/defaults.js';
import {tokens} from '../../src/theme/tokens.js';
import {noTheme, writeTheme} from '../../stories/theme-sheet.js';
import {sheetOf, themeOf, themes} from './themes.js';

/** What our colours are taken from, by name: `primitive-blue-900` → `#0017c1`. */
const designSheet = readFileSync(
  createRequire(import.meta.url).resolve('@digital-go-jp/design-tokens/dist/tokens.css'),
  'utf8',
);
const designSystem = new Map(
  [...designSheet.matchAll(/--color-([\w-]+): (#\w+)/g)].map(([, name = '', colour = '']) => [name, colour]),
);

/** `#fff` as `#ffffff`. */
const inFull = (colour: string) => (colour.length === 4 ? colour.replaceAll(/[^#]/g, '$&$&') : colour);

const fromDesignSystem: Partial<Record<ColourName, string>> = {
  text: 'neutral-solid-gray-800',
  surface: 'neutral-white',
  'surface-info': 'primitive-blue-50',
  'surface-error': 'primitive-red-50',
  'surface-warning': 'primitive-yellow-50',
  'surface-success': 'primitive-green-50',
  border: 'neutral-solid-gray-600',
  primary: 'primitive-blue-900',
  'primary-strong': 'primitive-blue-1100',
  'on-primary': 'neutral-white',
  link: 'primitive-blue-900',
  error: 'primitive-red-900',
  success: 'primitive-green-800',
  focus: 'neutral-black',
  'focus-ring': 'primitive-yellow-300',
};

const ownColours: Partial<Record<ColourName, string>> = {
  'text-muted': 'gray-600 falls to 4.9:1 on tinted grounds, gray-700 is hardly told from the text',
  'surface-muted': 'gray-50 is a warm gray beside blue-50',
  line: 'decoration, between gray-100 and gray-200',
  warning: 'yellow-900 has 4.2:1 on yellow-50: too little for text',
};

test('light colours are those of デジタル庁デザインシステム, all but four with a reason', () => {
  for (const name of Object.keys(colours) as ColourName[]) {
    const source = fromDesignSystem[name];
    assert.ok(source ?? ownColours[name], `${name}: where is it from?`);
    if (source) assert.equal(inFull(colours[name][0]), designSystem.get(source), name);
  }
});

test('the list of tokens names each once, and says what it is for', () => {
  assert.equal(new Set(tokens.map(({name}) => name)).size, tokens.length);
  for (const {name, purpose, light, dark} of tokens) {
    assert.match(name, /^--surety-[a-z-]+$/);
    assert.ok(purpose.length >= 2 && light && dark, name);
  }
});

test('the elements read every token of the list, and no other', () => {
  const read = [...elements.cssText.matchAll(/var\((--surety-[\w-]+)/g)].map(([, name]) => name);
  const listed = tokens.map(({name}) => name).filter(name => name !== '--surety-place'); // that one is of shell.css
  assert.deepEqual([...new Set(read)].sort(), listed.toSorted());
});

for (const theme of themes) {
  const sheet = sheetOf(theme);

  test(`${theme} sets public tokens only, with no weight against a page’s own rules`, () => {
    const known = new Set<string>(tokens.map(({name}) => name));
    const names = [...sheet.matchAll(/(--[\w-]+):/g)].map(([, name = '']) => name);
    assert.ok(names.length >= 4);
    assert.deepEqual(
      names.filter(name => !known.has(name)),
      [],
    );
    const rest = sheet.replaceAll(/--[\w-]+:[^;]+;/g, '');
    const selectors = [...rest.matchAll(/([^{}]+)\{/g)].map(([, selector = '']) => selector.trim());
    assert.deepEqual(
      selectors.filter(each => each !== ':where(:root)' && !/^@(supports|media) /.test(each)),
      [],
    );
  });

  test(`${theme} is what the theme page writes: the light colours for older browsers too, small targets for a mouse only`, () => {
    assert.equal(sheet.trim(), writeTheme(themeOf(theme)).trim());
  });
}

test('a theme that sets nothing is an empty sheet', () => {
  assert.equal(writeTheme(noTheme), '');
});
