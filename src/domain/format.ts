import {eraDate} from '../input/eras.js';

const DAY = /^(\d{4})-(\d{2})-(\d{2})/;

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

/** `令和8年2月1日` for `2026-02-01`. */
export const formatEra = (date: string): string => (DAY.test(date) ? eraDate(date.slice(0, 10)) : date);

/** `2026年2月1日` for `2026-02-01`. */
export function formatDate(date: string): string {
  const [, year, month, day] = DAY.exec(date) ?? [];
  return year ? `${Number(year)}年${Number(month)}月${Number(day)}日` : date;
}

/** An instant as Japan's clocks show it, whatever the machine's time zone; Japan has no summer time. */
function japanese(instant: number): string {
  return new Date(instant + 9 * 3_600_000).toISOString();
}

/** `2026/02/03 10:15` in Japan, from an ISO date-time. */
export function formatDateTime(iso: string): string {
  const instant = Date.parse(iso);
  return Number.isNaN(instant) ? iso : japanese(instant).slice(0, 16).replaceAll('-', '/').replace('T', ' ');
}

/** Today's calendar day in Japan. */
export const today = (now: Date | number = Date.now()): string => japanese(Number(now)).slice(0, 10);
