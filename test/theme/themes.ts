import {readdirSync, readFileSync} from 'node:fs';
import {noTheme, readTheme, type Theme} from '../../stories/theme-sheet.js';

const folder = 'components/themes';

/** Names of the themes that are shipped. */
export const themes: readonly string[] = readdirSync(folder).map(file => file.replace(/\.css$/, ''));

/** The style sheet of a theme, without its comments. */
export const sheetOf = (theme: string): string =>
  readFileSync(`${folder}/${theme}.css`, 'utf8').replaceAll(/\/\*.*?\*\//gs, '');

/** What a theme sets; without a name nothing. */
export const themeOf = (name: string | undefined): Theme => (name ? readTheme(sheetOf(name)) : noTheme);
