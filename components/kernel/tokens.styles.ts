import {unsafeCSS} from 'lit';
import {colours, sizes, type ColourName, type SizeName} from '../../src/theme/defaults.js';

const colourDeclarations = (value: (light: string, dark: string) => string) =>
  (Object.keys(colours) as ColourName[])
    .map(name => {
      const [light, dark] = colours[name];
      return `--_${name}:var(--surety-color-${name},${value(light, dark)});`;
    })
    .join('');
const sizeDeclarations = (Object.keys(sizes) as SizeName[])
  .map(name => `--_${name}:var(--surety-${name},${sizes[name]});`)
  .join('');

/**
 * Public tokens `--surety-*` with their defaults, read once into private names `--_*`. Dark colours follow the page's
 * `color-scheme`, so a light page never gets dark elements.
 */
export const tokens = unsafeCSS(
  `:host{${colourDeclarations(light => light)}${sizeDeclarations}}` +
    `@supports (color:light-dark(#000,#fff)){:host{${colourDeclarations((light, dark) => `light-dark(${light},${dark})`)}}}`,
);
