// Dates as offices and their spreadsheets write them into registers, the day always before the month.
import { type CellReading, found, nothing, type RegisterCell, saysNothing, tidyText, unreadable } from './register-cell.ts';

export type DateProblem = 'notADate' | 'noSuchDay';

const yearFirst = /^(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})$/;
const dayFirst = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})$/;
const named = /^(\d{1,2})[-/. ]+(\p{L}{3,9})\.?[-/., ]+(\d{4}|\d{2})$/u;
const compact = /^((?:19|20)\d{2})(\d{2})(\d{2})$/;
const clock = /[T ]\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:\.\d+)?)?(?: ?[ap]m)?(?:Z|[+-]\d{2}:?\d{2})?$/i;
const weekday = /^\p{L}+['’]?\p{L}*, */u;

// Indonesian and English, full and short, and the older spellings Pebruari and Nopember.
const months = [
  'januari january jan',
  'februari pebruari february feb peb',
  'maret march mar',
  'april apr',
  'mei may',
  'juni june jun',
  'juli july jul',
  'agustus august agu agt ags aug',
  'september sept sep',
  'oktober october okt oct',
  'november nopember nov nop',
  'desember december des dec',
].map((names) => names.split(' '));

/** What a spreadsheet counts as day 1; a cell that was never filled shows as the day before, `00/01/1900`. */
const dayOne = '1900-01-01';
const firstSerial = 16_438; // 1945-01-01
const lastSerial = 73_050; // 2099-12-31

/**
 * The date in a cell, as `YYYY-MM-DD`.
 *
 * `00/01/1900`, its neighbours and a date of noughts are a spreadsheet's empty cell. A year of two digits lies in
 * 1945 to 2044: no cooperative of the republic is older. `03/25/1996` is not turned around.
 */
export function readDateCell(cell: RegisterCell): CellReading<string, DateProblem> {
  if (typeof cell === 'number') return dateOfSerial(cell);
  const text = tidyText(cell);
  if (saysNothing(text)) return nothing;
  if (/^\d{1,5}$/.test(text)) {
    const serial = Number(text);
    return serial <= 1 || (serial >= firstSerial && serial <= lastSerial) ? dateOfSerial(serial) : unreadable('notADate');
  }
  const parts = partsOf(text.replace(weekday, '').replace(clock, ''));
  if (!parts) return unreadable('notADate');
  const { year, month, day } = parts;
  if (isNeverFilled(year, month, day)) return nothing;
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists ? found(date.toISOString().slice(0, 10)) : unreadable('noSuchDay');
}

/** A date of noughts, or the last days before a spreadsheet's calendar begins. */
function isNeverFilled(year: number, month: number, day: number): boolean {
  if (year === 1899) return month === 12 && day >= 30;
  return year === 0 || (year === 1900 && month <= 1 && day <= 1);
}

/** The day that a spreadsheet stores as a count of days. */
function dateOfSerial(serial: number): CellReading<string, DateProblem> {
  if (!Number.isFinite(serial) || serial < 0 || serial >= 2_958_466) return unreadable('notADate');
  // Spreadsheets believe that 1900 was a leap year, so their count is one too high from March 1900 on.
  const days = Math.floor(serial) - (serial >= 61 ? 1 : 0);
  const date = new Date(Date.UTC(1899, 11, 31 + days)).toISOString().slice(0, 10);
  return date <= dayOne ? nothing : found(date);
}

function partsOf(text: string): { year: number; month: number; day: number } | undefined {
  const iso = yearFirst.exec(text) ?? compact.exec(text);
  if (iso) return { year: Number(iso[1]), month: Number(iso[2]), day: Number(iso[3]) };
  const written = dayFirst.exec(text) ?? named.exec(text);
  if (!written) return undefined;
  const [, day = '', month = '', year = ''] = written;
  if (/^\d/.test(month)) return { year: fullYear(year), month: Number(month), day: Number(day) };
  const index = months.findIndex((names) => names.includes(month.toLowerCase()));
  return index < 0 ? undefined : { year: fullYear(year), month: index + 1, day: Number(day) };
}

function fullYear(digits: string): number {
  const year = Number(digits);
  if (digits.length === 4) return year;
  return year >= 45 ? 1900 + year : 2000 + year;
}
