import {contrastRatio, blend, readColour, type Rgb} from './colour.js';
import {colours, type ColourName} from './defaults.js';

/** A foreground and a background that the elements use together. */
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

const NEEDED_RATIO = {text: 4.5, shape: 3} as const;

const WHITE: Rgb = {red: 255, green: 255, blue: 255, alpha: 1};

/** Returns the contrast of every pair of a palette; translucent colours are blended onto their background first. */
export function measureContrast(palette: Palette): ContrastResult[] {
  const read = (name: ColourName): Rgb => {
    const colour = readColour(palette[name]);
    if (!colour) throw new RangeError(`--surety-color-${name}: "${palette[name]}" is not a colour in sRGB.`);
    return colour;
  };
  const page = blend(read('surface'), WHITE);
  return contrastPairs.map(pair => {
    const ground = blend(read(pair.background), page);
    const exact = contrastRatio(blend(read(pair.foreground), ground), ground);
    return {...pair, ratio: Math.floor(exact * 100) / 100, needed: NEEDED_RATIO[pair.use]};
  });
}

/** Returns the pairs of a palette with too little contrast, the worst first. */
export const findLowContrast = (palette: Palette): ContrastResult[] =>
  measureContrast(palette)
    .filter(({ratio, needed}) => ratio < needed)
    .sort((one, other) => one.ratio / one.needed - other.ratio / other.needed);

/** Options of a contrast check; the colour scheme defaults to the one in force. */
export interface ContrastOptions {
  readonly colorScheme?: 'light' | 'dark';
}

/**
 * Returns the pairs of tokens in force at an element that have too little contrast, for use during development.
 * Needs a browser; adds a hidden child to the element during the call.
 */
export const checkContrast = (element: Element, options: ContrastOptions = {}): ContrastResult[] =>
  findLowContrast(readPalette(element, options));

/** Returns the colours in force at an element, in any notation: `oklch()`, `light-dark()`, names, other custom properties. */
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

/** Converts a colour of another colour space to sRGB by painting it. */
function paint(color: string): string {
  const context = document.createElement('canvas').getContext('2d');
  if (!context) throw new Error('This browser has no canvas to measure colours with.');
  context.fillStyle = color;
  context.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0, alpha = 255] = context.getImageData(0, 0, 1, 1).data;
  return `rgb(${red} ${green} ${blue} / ${alpha / 255})`;
}

/** Returns a result as a sentence for the console. */
export const contrastText = ({foreground, background, use, ratio, needed}: ContrastResult): string =>
  `--surety-color-${foreground} on --surety-color-${background}: ${ratio.toFixed(2)}:1, ` +
  `${use === 'text' ? 'text needs' : 'frames and the focus need'} ${needed}:1.`;
