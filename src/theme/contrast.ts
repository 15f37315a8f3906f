import {contrastRatio, layOn, readColour, type Rgb} from './colour.js';
import {colours, type ColourName} from './defaults.js';

/** Two colours that meet in the kit: what for, and how far apart they have to be. */
export interface ContrastPair {
  readonly foreground: ColourName;
  readonly background: ColourName;
  /** `text` needs 4.5:1 (WCAG 2.2, 1.4.3), `shape` (frames, focus) 3:1 (1.4.11). */
  readonly use: 'text' | 'shape';
}

/** A pair with its contrast: `ratio` is rounded down to two places, so that 4.499 is not taken for enough. */
export interface ContrastResult extends ContrastPair {
  readonly ratio: number;
  readonly needed: number;
}

/** Colours by token, in any spelling that `readColour` knows. */
export type Palette = Readonly<Record<ColourName, string>>;

const surfaces = [
  'surface',
  'surface-muted',
  'surface-info',
  'surface-error',
  'surface-warning',
  'surface-success',
] as const;

const onAll = (foreground: ColourName, grounds: readonly ColourName[] = surfaces) =>
  grounds.map((background): ContrastPair => ({foreground, background, use: 'text'}));
const shape = (foreground: ColourName, background: ColourName): ContrastPair => ({
  foreground,
  background,
  use: 'shape',
});

/** Every pair that the elements draw. The line between rows is decoration and has none. */
export const contrastPairs: readonly ContrastPair[] = [
  ...onAll('text'),
  ...onAll('text-muted'),
  ...onAll('link'),
  ...onAll('primary'),
  ...onAll('primary-strong'),
  ...onAll('error', ['surface', 'surface-muted', 'surface-error']),
  ...onAll('warning', ['surface', 'surface-muted', 'surface-warning']),
  ...onAll('success', ['surface', 'surface-muted', 'surface-success']),
  ...onAll('on-primary', ['primary', 'primary-strong']),
  ...onAll('surface', ['error']), // the number of errors on a tab
  shape('border', 'surface'),
  shape('border', 'surface-muted'),
  ...surfaces.map(each => shape('focus', each)),
  shape('focus', 'focus-ring'),
];

const needs = {text: 4.5, shape: 3} as const;

const white: Rgb = {red: 255, green: 255, blue: 255, alpha: 1};

/** The contrast of every pair of a palette; a translucent colour counts as what is seen of it on the ground below. */
export function measureContrast(palette: Palette): ContrastResult[] {
  const read = (name: ColourName): Rgb => {
    const colour = readColour(palette[name]);
    if (!colour) throw new RangeError(`--surety-color-${name}: "${palette[name]}" is not a colour in sRGB.`);
    return colour;
  };
  const page = layOn(read('surface'), white);
  return contrastPairs.map(pair => {
    const ground = layOn(read(pair.background), page);
    const exact = contrastRatio(layOn(read(pair.foreground), ground), ground);
    return {...pair, ratio: Math.floor(exact * 100) / 100, needed: needs[pair.use]};
  });
}

/** The pairs of a palette that are too close to each other, the worst first. */
export const findLowContrast = (palette: Palette): ContrastResult[] =>
  measureContrast(palette)
    .filter(({ratio, needed}) => ratio < needed)
    .sort((one, other) => one.ratio / one.needed - other.ratio / other.needed);

/** Where to look, and in which of the two colour schemes; without one in that which is in force there. */
export interface ContrastOptions {
  readonly colorScheme?: 'light' | 'dark';
}

/**
 * For the time of development: which tokens, as they are in force at an element, are too close to each other to be read.
 * Needs a browser; puts an unseen child into the element for the time of the call.
 */
export const checkContrast = (element: Element, options: ContrastOptions = {}): ContrastResult[] =>
  findLowContrast(readPalette(element, options));

/** The colours in force at an element, whatever the page wrote: `oklch()`, `light-dark()`, names, other custom properties. */
export function readPalette(element: Element, {colorScheme}: ContrastOptions = {}): Palette {
  const probe = element.ownerDocument.createElement('span');
  probe.hidden = true;
  probe.style.forcedColorAdjust = 'none';
  if (colorScheme) probe.style.colorScheme = colorScheme;
  (element.shadowRoot ?? element).append(probe);
  try {
    const names = Object.keys(colours) as ColourName[];
    return Object.fromEntries(names.map(name => [name, colourOf(probe, name)])) as Record<ColourName, string>;
  } finally {
    probe.remove();
  }
}

function colourOf(probe: HTMLElement, name: ColourName): string {
  const [light, dark] = colours[name];
  probe.style.color = `var(--surety-color-${name}, ${light})`;
  if (CSS.supports('color', 'light-dark(#000, #fff)'))
    probe.style.color = `var(--surety-color-${name}, light-dark(${light}, ${dark}))`;
  const {color} = getComputedStyle(probe);
  return readColour(color) ? color : paint(color);
}

/** A colour of another space as the screen shows it. */
function paint(color: string): string {
  const context = document.createElement('canvas').getContext('2d');
  if (!context) throw new Error('This browser has no canvas to measure colours with.');
  context.fillStyle = color;
  context.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0, alpha = 255] = context.getImageData(0, 0, 1, 1).data;
  return `rgb(${red} ${green} ${blue} / ${alpha / 255})`;
}

/** A result in a sentence, for the console. */
export const contrastText = ({foreground, background, use, ratio, needed}: ContrastResult): string =>
  `--surety-color-${foreground} on --surety-color-${background}: ${ratio.toFixed(2)}:1, ` +
  `${use === 'text' ? 'text needs' : 'frames and the focus need'} ${needed}:1.`;
