import {eraDate} from '../input/eras.js';
import {clockInJapan, dayInJapan, toDay} from './instant.js';

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

/** Returns today's calendar day in Japan. */
export const today = (now: Date | number = Date.now()): string => dayInJapan(now);
