/** Of all holidays those of some years that fall on Monday to Friday, outside the turn of the year. */
export function closingHolidays(holidays: readonly string[], first: number, last: number): string[] {
  return holidays.filter(day => {
    const year = Number(day.slice(0, 4));
    const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
    const isTurnOfYear = day.slice(5) >= '12-29' || day.slice(5) <= '01-03';
    return year >= first && year <= last && weekday % 6 !== 0 && !isTurnOfYear;
  });
}
