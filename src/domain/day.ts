// Calendar days of the office: ISO dates in WITA (UTC+8, no daylight saving), their arithmetic and how they are shown.
import * as z from 'zod/mini';

/** `2026-06-30`; days compare as text. */
export const daySchema = z.iso.date();
export type Day = z.infer<typeof daySchema>;
export type Language = 'id' | 'en';

const witaOffsetMs = 8 * 60 * 60 * 1000;

/** The day in WITA on which a moment fell. */
export const dayOf = (epochMs: number): Day => new Date(epochMs + witaOffsetMs).toISOString().slice(0, 10);

/** The first moment of a day in WITA, in epoch milliseconds. */
export const startOf = (day: Day): number => Date.parse(day) - witaOffsetMs;

export const compareDays = (one: Day, other: Day): number => (one < other ? -1 : one > other ? 1 : 0);

export const calendarYearOf = (day: Day): number => partsOf(day).year;

export function addDays(day: Day, days: number): Day {
  const { year, month, date } = partsOf(day);
  return isoOf(year, month, date + days);
}

/** A month later is the same date, or the last one of a shorter month: 31 January and one month is 28 or 29 February. */
export function addMonths(day: Day, months: number): Day {
  const { year, month, date } = partsOf(day);
  return isoOf(year, month + months, Math.min(date, lengthOfMonth(year, month + months)));
}

export function endOfMonth(day: Day): Day {
  const { year, month } = partsOf(day);
  return isoOf(year, month, lengthOfMonth(year, month));
}

/** The last day of a book year, which is named by the calendar year it ends in. */
export const bookYearEnd = (bookYear: number, endMonth: number): Day => endOfMonth(isoOf(bookYear, endMonth, 1));

/** The last day for the RAT of a book year: six months after its end (UU 25/1992 art. 26, Permenkop 19/2015). */
export const ratDeadline = (bookYear: number, endMonth: number): Day => endOfMonth(addMonths(bookYearEnd(bookYear, endMonth), 6));

/** The latest book year that had ended before a day: the one a RAT held on that day answers for. */
export function lastEndedBookYear(day: Day, endMonth: number): number {
  const year = calendarYearOf(day);
  return bookYearEnd(year, endMonth) < day ? year : year - 1;
}

const monthNames = {
  id: 'Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember'.split(' '),
  en: 'January February March April May June July August September October November December'.split(' '),
};
const weekdayNames = {
  id: 'Minggu Senin Selasa Rabu Kamis Jumat Sabtu'.split(' '),
  en: 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' '),
};

export const monthNameOf = (month: number, language: Language = 'id'): string => named(monthNames[language], month - 1);

/** `30 Juni 2026`, `30 June 2026`. */
export function formatDay(day: Day, language: Language = 'id'): string {
  const { year, month, date } = partsOf(day);
  return `${date} ${monthNameOf(month, language)} ${year}`;
}

/** `Selasa`, `Tuesday`. */
export const weekdayOf = (day: Day, language: Language = 'id'): string => named(weekdayNames[language], new Date(day).getUTCDay());

/** `14.05 WITA`, `14:05 WITA`. */
export function formatTime(epochMs: number, language: Language = 'id'): string {
  const time = new Date(epochMs + witaOffsetMs).toISOString().slice(11, 16);
  return `${language === 'id' ? time.replace(':', '.') : time} WITA`;
}

function partsOf(day: Day): { year: number; month: number; date: number } {
  return { year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)), date: Number(day.slice(8, 10)) };
}

function named(names: readonly string[], index: number): string {
  const name = names[index];
  if (name === undefined) throw new RangeError(`no name for number ${index}`);
  return name;
}

/** Months and dates beyond their range carry over; `Date.UTC` would read the years 0 to 99 as 1900 to 1999. */
function utcOf(year: number, month: number, date: number): Date {
  const moment = new Date(0);
  moment.setUTCFullYear(year, month - 1, date);
  return moment;
}

const isoOf = (year: number, month: number, date: number): Day => utcOf(year, month, date).toISOString().slice(0, 10);
const lengthOfMonth = (year: number, month: number): number => utcOf(year, month + 1, 0).getUTCDate();
