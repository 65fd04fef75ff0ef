// Days in WITA; cases live in test/fixtures/day-*.txt and book-years.txt.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import {
  addDays,
  addMonths,
  bookYearEnd,
  calendarYearOf,
  compareDays,
  dayOf,
  daySchema,
  endOfMonth,
  formatDay,
  formatTime,
  lastEndedBookYear,
  monthNameOf,
  ratDeadline,
  startOf,
  weekdayOf,
} from '../../src/domain/day.ts';
import { casesOf } from '../support/cases.ts';

const days = fc
  .date({ min: new Date('1945-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const endMonths = fc.integer({ min: 1, max: 12 });
const dateOf = (day: string) => Number(day.slice(8));

describe('a day', () => {
  const columns = ['day', 'indonesian', 'english', 'hari', 'weekday'] as const;

  test.each(casesOf('day-valid.txt', columns))('$day is $hari, $indonesian', ({ day, indonesian, english, hari, weekday }) => {
    expect(z.parse(daySchema, day)).toBe(day);
    expect([formatDay(day), formatDay(day, 'en')]).toEqual([indonesian, english]);
    expect([weekdayOf(day), weekdayOf(day, 'en')]).toEqual([hari, weekday]);
  });

  test.each(casesOf('day-invalid.txt', ['text', 'why']))('"$text" is none: $why', ({ text }) => {
    expect(z.safeParse(daySchema, text).success).toBe(false);
  });

  test.each(casesOf('day-moments.txt', ['moment', 'day', 'jam', 'time']))('$moment falls on $day at $jam', ({ moment, day, jam, time }) => {
    const epochMs = Date.parse(moment);
    expect(dayOf(epochMs)).toBe(day);
    expect([formatTime(epochMs), formatTime(epochMs, 'en')]).toEqual([jam, time]);
  });

  test('is known for any moment that a tablet may believe in', () => {
    expect([dayOf(Number.MAX_SAFE_INTEGER), dayOf(Number.MIN_SAFE_INTEGER)]).toEqual(['9999-12-31', '1900-01-01']);
    expect(formatTime(Number.MAX_SAFE_INTEGER)).toBe('08.00 WITA');
  });

  test('starts at midnight in WITA', () => {
    fc.assert(
      fc.property(days, (day) => {
        expect(dayOf(startOf(day))).toBe(day);
        expect(dayOf(startOf(day) - 1)).toBe(addDays(day, -1));
      }),
    );
  });

  test('comes before the next one', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -5000, max: 5000 }), (day, distance) => {
        expect(compareDays(addDays(day, distance), day)).toBe(Math.sign(distance));
      }),
    );
  });

  test('has no month beyond December', () => {
    expect(monthNameOf(12)).toBe('Desember');
    expect(() => monthNameOf(13)).toThrow(RangeError);
  });
});

describe('counting days', () => {
  test('forth and back ends where it began', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -5000, max: 5000 }), (day, distance) => {
        expect(addDays(addDays(day, distance), -distance)).toBe(day);
      }),
    );
  });

  test('crosses the end of a leap February', () => {
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
    expect(addDays('2024-02-29', 1)).toBe('2024-03-01');
    expect(addDays('2025-02-28', 1)).toBe('2025-03-01');
  });
});

describe('counting months', () => {
  test.each(casesOf('day-months.txt', ['day', 'months', 'result']))('$day and $months months is $result', ({ day, months, result }) => {
    expect(addMonths(day, Number(months))).toBe(result);
  });

  test('lands in the month counted to, on the same date or on its last', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -240, max: 240 }), (day, months) => {
        const result = addMonths(day, months);
        const monthsOf = (of: string) => calendarYearOf(of) * 12 + Number(of.slice(5, 7));
        expect(z.safeParse(daySchema, result).success).toBe(true);
        expect(monthsOf(result) - monthsOf(day)).toBe(months);
        expect(dateOf(result) === dateOf(day) || (dateOf(result) < dateOf(day) && result === endOfMonth(result))).toBe(true);
      }),
    );
  });
});

describe('a book year', () => {
  const columns = ['bookYear', 'endMonth', 'end', 'deadline'] as const;

  test.each(casesOf('book-years.txt', columns))('$bookYear closing in month $endMonth ends $end, its RAT is due by $deadline', (line) => {
    expect(bookYearEnd(Number(line.bookYear), Number(line.endMonth))).toBe(line.end);
    expect(ratDeadline(Number(line.bookYear), Number(line.endMonth))).toBe(line.deadline);
  });

  test('ends, and its RAT falls due, on the days a calendar says', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1945, max: 2199 }), endMonths, (bookYear, endMonth) => {
        expect(bookYearEnd(bookYear, endMonth)).toBe(new Date(Date.UTC(bookYear, endMonth, 0)).toISOString().slice(0, 10));
        expect(ratDeadline(bookYear, endMonth)).toBe(new Date(Date.UTC(bookYear, endMonth + 6, 0)).toISOString().slice(0, 10));
      }),
    );
  });

  test('has ended when a meeting held after it answers for it', () => {
    expect(lastEndedBookYear('2016-01-01', 12)).toBe(2015);
    expect(lastEndedBookYear('2015-12-31', 12)).toBe(2014);
    expect(lastEndedBookYear('2025-07-01', 6)).toBe(2025);
    expect(lastEndedBookYear('2025-06-30', 6)).toBe(2024);
    fc.assert(
      fc.property(days, endMonths, (day, endMonth) => {
        const bookYear = lastEndedBookYear(day, endMonth);
        expect(bookYearEnd(bookYear, endMonth) < day && day <= bookYearEnd(bookYear + 1, endMonth)).toBe(true);
      }),
    );
  });
});
