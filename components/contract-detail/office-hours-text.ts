import {msg, str} from '@lit/localize';
import {nextBusinessHours, type OpeningHours} from '../../src/domain/business-hours.js';
import {formatDate} from '../../src/domain/format.js';

const WEEKDAYS = ['日', '月', '火', '水', '木', '金', '土'];

/** `11月24日（火）` for a day or date-time of Japan. */
export function dayWithWeekday(date: string): string {
  const day = date.slice(0, 10);
  const weekday = WEEKDAYS[new Date(`${day}T00:00:00Z`).getUTCDay()] ?? '';
  return `${formatDate(day).replace(/^\d+年/, '')}（${weekday}）`;
}

/** `9:00` for a date-time of Japan. */
const clock = (time: string): string => time.slice(11, 16).replace(/^0/, '');

/** Whether somebody answers now, and else from when: 「次の受付は11月24日（火）9:00からです。」 */
export function officeHoursText(now: Date | number, hours: OpeningHours): string {
  const reception = nextBusinessHours(now, hours);
  if (reception.isOpen) return msg(str`ただいま受付時間内です（${clock(reception.until)}まで）。`);
  const {opensAt} = reception;
  return msg(str`次の受付は${dayWithWeekday(opensAt)}${clock(opensAt)}からです。`);
}
