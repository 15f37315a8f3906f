/** A Japanese era: its first and last day, and the year before its first. */
export interface Era {
  name: string;
  letter: string;
  before: number;
  from: string;
  until: string;
}

/** The eras since the calendar of today, newest first. */
export const ERAS: readonly Era[] = [
  {name: '令和', letter: 'R', before: 2018, from: '2019-05-01', until: '9999-12-31'},
  {name: '平成', letter: 'H', before: 1988, from: '1989-01-08', until: '2019-04-30'},
  {name: '昭和', letter: 'S', before: 1925, from: '1926-12-25', until: '1989-01-07'},
  {name: '大正', letter: 'T', before: 1911, from: '1912-07-30', until: '1926-12-25'},
  {name: '明治', letter: 'M', before: 1867, from: '1868-01-25', until: '1912-07-30'},
];

/** 令和8年2月1日 for `2026-02-01`; a day before 明治 stays Gregorian. */
export function eraDate(date: string): string {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  const era = ERAS.find(({from}) => date >= from);
  const eraYear = year - (era?.before ?? 0);
  return `${era?.name ?? ''}${era && eraYear === 1 ? '元' : eraYear}年${month}月${day}日`;
}
