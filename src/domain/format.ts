import {eraDate} from '../input/eras.js';
import {clockInJapan, toDay} from './instant.js';

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;

/** `20,000,000円`. */
export const formatYen = (amount: number): string => `${amount.toLocaleString('en-US')}円`;

/** `2,000万円`, `1億2,345万6,789円`: the sum as it is said, to be compared with the paper. */
export function formatYenKanji(amount: number): string {
  const units: [number, string][] = [
    [1e12, '兆'],
    [1e8, '億'],
    [1e4, '万'],
    [1, ''],
  ];
  let rest = Math.abs(amount);
  const parts = units.map(([size, unit]) => {
    const count = Math.floor(rest / size);
    rest -= count * size;
    return count ? count.toLocaleString('en-US') + unit : '';
  });
  return `${amount < 0 ? '-' : ''}${parts.join('') || '0'}円`;
}

/** `令和8年2月1日` for `2026-02-01`, or for an instant on that day in Japan. */
export function formatEra(date: string): string {
  const day = toDay(date);
  return DAY.test(day) ? eraDate(day) : date;
}

/** `2026年2月1日` for `2026-02-01`, or for an instant on that day in Japan. */
export function formatDate(date: string): string {
  const [, year, month, day] = DAY.exec(toDay(date)) ?? [];
  return year ? `${Number(year)}年${Number(month)}月${Number(day)}日` : date;
}

/** `2026/02/03 10:15` in Japan, from an ISO date-time. */
export const formatDateTime = (iso: string): string =>
  Number.isNaN(Date.parse(iso)) ? iso : clockInJapan(iso).slice(0, 16).replaceAll('-', '/').replace('T', ' ');

/** A share of a sum, to one decimal as certificates show it. */
export interface Ratio {
  value: number;
  text: string;
}

/** Returns the share of a part in a whole, or undefined until both numbers exist: 「0.0%」 would be a statement. */
export function ratio(part: number | null | undefined, whole: number | null | undefined): Ratio | undefined {
  if (!Number.isFinite(part) || !Number.isFinite(whole) || !whole || whole < 0) return undefined;
  const value = Number(part) / whole;
  // In tenths of a percent: binary fractions must not round 0.0125 × 100 down to 1.2.
  const tenths = Math.round(Number((value * 1000).toPrecision(12)));
  return {value, text: `${(tenths / 10).toFixed(1)}%`};
}
