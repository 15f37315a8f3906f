/** The value in the middle; of an even number of values the mean of the two. */
export function median(values: readonly number[]): number {
  if (!values.length) return NaN;
  const sorted = values.toSorted((a, b) => a - b);
  const half = sorted.length / 2;
  const upper = sorted[Math.floor(half)] ?? NaN;
  return sorted.length % 2 ? upper : (upper + (sorted[half - 1] ?? NaN)) / 2;
}

/** The value that 95 of 100 do not exceed (nearest rank). */
export function p95(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.ceil(sorted.length * 0.95) - 1] ?? NaN;
}

/** How far the middle half of the values reaches, relative to the median: what a difference has to exceed to mean anything. */
export function spread(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.round((sorted.length - 1) * share)] ?? NaN;
  return (at(0.75) - at(0.25)) / median(values);
}
