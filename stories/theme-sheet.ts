import {colours, type ColourName, type SizeName} from '../src/theme/defaults.js';
import type {Palette} from '../src/theme/contrast.js';

/** What a theme sets; colours as [light, dark]. */
export interface Theme {
  readonly colours: Readonly<Partial<Record<ColourName, readonly [light: string, dark: string]>>>;
  readonly sizes: Readonly<Partial<Record<SizeName, string>>>;
}

/** Nothing set: the kit's own look. */
export const noTheme: Theme = {colours: {}, sizes: {}};

/** `#abc` as `#aabbcc`: what a colour field takes. */
export const sixDigits = (colour: string): string =>
  colour.length === 4 ? `#${[...colour.slice(1)].map(each => each + each).join('')}` : colour;

/** Reads a theme's style sheet as this kit writes them: plain declarations, then those with `light-dark()`. */
export function readTheme(sheet: string): Theme {
  const found: Record<string, readonly [light: string, dark: string]> = {};
  const sizes: Record<string, string> = {};
  for (const [, colour, size, value = ''] of sheet.matchAll(
    /--surety-(?:color-([\w-]+)|([\w-]+)):\s*([^;]+);/g,
  )) {
    const [, light, dark] = /^light-dark\((#\w+), (#\w+)\)$/.exec(value) ?? [];
    if (colour) found[colour] = light && dark ? [light, dark] : [value, value];
    if (size) sizes[size] = value;
  }
  return {colours: found, sizes};
}

const entries = <Key extends string, Value>(record: Readonly<Partial<Record<Key, Value>>>) =>
  Object.entries(record) as [Key, Value][];

/** Heights below 44 px are for pages with a mouse only. */
const isSmallTarget = (name: SizeName, value: string) =>
  (name === 'control-height' || name === 'button-height') && value.endsWith('em') && parseFloat(value) < 2.75;

const block = (selector: string, lines: readonly string[], indent = '') =>
  `${indent}${selector} {\n${lines.map(line => `${indent}  ${line}\n`).join('')}${indent}}\n`;

/** A theme as a style sheet to copy; empty where nothing is set. */
export function writeTheme({colours, sizes}: Theme, selector = ':where(:root)'): string {
  const size = ([name, value]: [SizeName, string]) => `--surety-${name}: ${value};`;
  const small = entries(sizes).filter(([name, value]) => isSmallTarget(name, value));
  const plain = [
    ...entries(sizes)
      .filter(([name, value]) => !isSmallTarget(name, value))
      .map(size),
    ...entries(colours).map(([name, [light]]) => `--surety-color-${name}: ${light};`),
  ];
  const both = entries(colours).map(
    ([name, [light, dark]]) => `--surety-color-${name}: light-dark(${light}, ${dark});`,
  );
  const inside = (rule: string, lines: readonly string[]) =>
    lines.length === 0 ? '' : `${rule} {\n${block(selector, lines, '  ')}}\n`;
  return [
    plain.length ? block(selector, plain) : '',
    inside('@media (pointer: fine)', small.map(size)),
    inside('@supports (color: light-dark(#000, #fff))', both),
  ].join('');
}

/** All colours of the kit under a theme, in one of the two colour schemes. */
export function paletteOf(theme: Theme, scheme: 'light' | 'dark'): Palette {
  const at = scheme === 'light' ? 0 : 1;
  return Object.fromEntries(
    entries<ColourName, readonly [string, string]>(colours).map(([name, own]) => [
      name,
      (theme.colours[name] ?? own)[at],
    ]),
  ) as Palette;
}
