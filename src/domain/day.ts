// Calendar days of the office: ISO dates in WITA (UTC+8, no daylight saving), their arithmetic and how they are shown.
import * as z from 'zod/mini';

/** `2026-06-30`; days compare as text. */
export const daySchema = z.iso.date();
export type Day = z.infer<typeof daySchema>;
export type Language = 'id' | 'en';

const witaOffsetMs = 8 * 60 * 60 * 1000;

/** The day in WITA on which a moment fell. */
export const dayOf = (epochMs: number): Day => isoInWita(epochMs).slice(0, 10);

/** The first moment of a day in WITA, in epoch milliseconds. */
export const startOf = (day: Day): number => Date.parse(day) - witaOffsetMs;

export const compareDays = (one: Day, other: Day): number => (one < other ? -1 : one > other ? 1 : 0);

export const calendarYearOf = (day: Day): number => partsOf(day).year;

export function addDays(day: Day, days: number): Day {
  const moment = new Date(day);
  moment.setUTCDate(moment.getUTCDate() + days);
  return moment.toISOString().slice(0, 10);
}

/** A month later is the same date, or the last one of a shorter month: 31 January and one month is 28 or 29 February. */
export function addMonths(day: Day, months: number): Day {
  const { year, month, date } = partsOf(day);
  const { year: laterYear, month: laterMonth } = monthAfter(year, month, months);
  return isoOf(laterYear, laterMonth, Math.min(date, lengthOfMonth(laterYear, laterMonth)));
}

export function endOfMonth(day: Day): Day {
  const { year, month } = partsOf(day);
  return endOf(year, month);
}

/** The last day of a book year, which is named by the calendar year it ends in. */
export const bookYearEnd = (bookYear: number, endMonth: number): Day => endOf(bookYear, endMonth);

/** The last day for the RAT of a book year: six months after its end (UU 25/1992 art. 26, Permenkop 19/2015). */
export function ratDeadline(bookYear: number, endMonth: number): Day {
  const { year, month } = monthAfter(bookYear, endMonth, 6);
  return endOf(year, month);
}

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
  const time = isoInWita(epochMs).slice(11, 16);
  return `${language === 'id' ? time.replace(':', '.') : time} WITA`;
}

const firstMoment = Date.parse('1900-01-01T00:00:00Z');
const lastMoment = Date.parse('9999-12-31T00:00:00Z');

/** Facts come with whatever time a tablet believed in: one that no calendar has is shown as the nearest that one has. */
function isoInWita(epochMs: number): string {
  return new Date(Math.min(lastMoment, Math.max(firstMoment, epochMs)) + witaOffsetMs).toISOString();
}

function partsOf(day: Day): { year: number; month: number; date: number } {
  return { year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)), date: Number(day.slice(8, 10)) };
}

function named(names: readonly string[], index: number): string {
  const name = names[index];
  if (name === undefined) throw new RangeError(`no name for number ${index}`);
  return name;
}

// Months are counted without `Date`: a list of thousands of cooperatives asks for some hundred thousand deadlines.
function monthAfter(year: number, month: number, months: number): { year: number; month: number } {
  const counted = year * 12 + (month - 1) + months;
  return { year: Math.floor(counted / 12), month: (counted % 12) + 1 };
}

function lengthOfMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

const padded = (count: number): string => (count < 10 ? `0${count}` : String(count));
const isoOf = (year: number, month: number, date: number): Day => `${String(year).padStart(4, '0')}-${padded(month)}-${padded(date)}`;
const endOf = (year: number, month: number): Day => isoOf(year, month, lengthOfMonth(year, month));
