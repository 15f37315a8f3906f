/** A share of a sum, to one decimal as certificates show it. */
export interface Ratio {
  value: number;
  text: string;
}

/** The share of a part in a whole; nothing until both numbers exist, for 「0.0%」 would be a statement. */
export function ratio(part: number | null | undefined, whole: number | null | undefined): Ratio | undefined {
  if (!Number.isFinite(part) || !Number.isFinite(whole) || !whole || whole < 0) return undefined;
  const value = Number(part) / whole;
  // In tenths of a percent, for 0.0125 × 100 must not round down to 1.2 by binary fractions.
  const tenths = Math.round(Number((value * 1000).toPrecision(12)));
  return {value, text: `${(tenths / 10).toFixed(1)}%`};
}
