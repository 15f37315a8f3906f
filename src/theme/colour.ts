/** A colour in sRGB: red, green and blue from 0 to 255, alpha from 0 to 1. */
export interface Rgb {
  readonly red: number;
  readonly green: number;
  readonly blue: number;
  readonly alpha: number;
}

const HEX = /^#(?:([\da-f])([\da-f])([\da-f])([\da-f])?|([\da-f]{2})([\da-f]{2})([\da-f]{2})([\da-f]{2})?)$/i;
const RGB = /^rgba?\(\s*([\d.]+)[\s,]+([\d.]+)[\s,]+([\d.]+)(?:[\s,/]+([\d.]+%?))?\s*\)$/i;

const readAlpha = (text = '1') => (text.endsWith('%') ? Number(text.slice(0, -1)) / 100 : Number(text));

/** Parses `#rgb` and `#rrggbb` (with or without alpha) and `rgb(…)`; undefined for anything else. */
export function readColour(text: string): Rgb | undefined {
  const short = HEX.exec(text.trim());
  if (short) {
    const digits = short.slice(1).filter(Boolean);
    const [red = 0, green = 0, blue = 0, alpha = 255] = digits.map(each =>
      parseInt(each.length === 1 ? each + each : each, 16),
    );
    return {red, green, blue, alpha: alpha / 255};
  }
  const long = RGB.exec(text.trim());
  if (!long) return undefined;
  const [, red, green, blue, alpha] = long;
  return {red: Number(red), green: Number(green), blue: Number(blue), alpha: readAlpha(alpha)};
}

/** Returns a colour blended onto an opaque background. */
export function blend({red, green, blue, alpha}: Rgb, ground: Rgb): Rgb {
  const mix = (one: number, other: number) => one * alpha + other * (1 - alpha);
  return {
    red: mix(red, ground.red),
    green: mix(green, ground.green),
    blue: mix(blue, ground.blue),
    alpha: 1,
  };
}

/** Returns the relative luminance as WCAG 2.2 defines it: 0 for black, 1 for white. */
function luminance({red, green, blue}: Rgb): number {
  const linear = (channel: number) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

/** Returns the contrast of two opaque colours as WCAG 2.2 defines it: from 1 (the same) to 21 (black on white). */
export function contrastRatio(one: Rgb, other: Rgb): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}
