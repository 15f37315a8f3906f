import {readdirSync, readFileSync} from 'node:fs';
import {colours, type ColourName} from '../../src/theme/defaults.js';
import type {Palette} from '../../src/theme/contrast.js';

const folder = 'components/themes';

/** Names of the themes that are shipped. */
export const themes: readonly string[] = readdirSync(folder).map(file => file.replace(/\.css$/, ''));

/** The style sheet of a theme, without its comments. */
export const sheetOf = (theme: string): string =>
  readFileSync(`${folder}/${theme}.css`, 'utf8').replaceAll(/\/\*.*?\*\//gs, '');

/** Declarations of a theme in the order in which they stand: the plain ones, then those with `light-dark()`. */
export const declarationsOf = (theme: string): [name: string, value: string][] =>
  [...sheetOf(theme).matchAll(/(--[\w-]+):\s*([^;]+);/g)].map(([, name = '', value = '']) => [name, value]);

/** The two halves of `light-dark()`; of a plain value twice that. */
export function halves(value: string): [light: string, dark: string] {
  const [, light, dark] = /^light-dark\((#\w+), (#\w+)\)$/.exec(value) ?? [];
  return light && dark ? [light, dark] : [value, value];
}

/** What the colours are under a theme, in a browser that knows `light-dark()`; without a theme the defaults. */
export function paletteOf(theme: string | undefined, scheme: 'light' | 'dark'): Palette {
  const at = scheme === 'light' ? 0 : 1;
  const own = new Map(theme ? declarationsOf(theme).map(([name, value]) => [name, halves(value)[at]]) : []);
  return Object.fromEntries(
    (Object.keys(colours) as ColourName[]).map(name => [
      name,
      own.get(`--surety-color-${name}`) ?? colours[name][at],
    ]),
  ) as Palette;
}
