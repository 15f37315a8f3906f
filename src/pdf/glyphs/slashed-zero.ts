import type {Outline} from './outline.js';

// In parts of the digit's box: a short stroke that stays inside the counter.
const reach = {x: 0.16, y: 0.2};
const halfThickness = 0.075;

/** The digit 0 with a stroke through it, so that nobody reads the letter O in a key. */
export function slashZero(zero: Outline): Outline {
  const points = zero.flat();
  const [xs, ys] = [points.map(point => point.x), points.map(point => point.y)];
  const [left, bottom] = [Math.min(...xs), Math.min(...ys)];
  const [width, height] = [Math.max(...xs) - left, Math.max(...ys) - bottom];
  const at = (x: number, y: number) => ({
    x: left + width * (0.5 + x),
    y: bottom + height * (0.5 + y),
    onCurve: true,
  });
  // Clockwise, as outer contours run.
  const stroke = [
    at(-reach.x - halfThickness, -reach.y),
    at(reach.x - halfThickness, reach.y),
    at(reach.x + halfThickness, reach.y),
    at(-reach.x + halfThickness, -reach.y),
  ];
  return [...zero, stroke];
}
