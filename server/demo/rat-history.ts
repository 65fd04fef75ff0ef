// Who held a RAT in which year since book year 2012: as many as the office and the Ministry counted, then a slow recovery.
import { addDays, bookYearEnd, calendarYearOf, type Day, lastEndedBookYear } from '../../src/domain/day.ts';
import type { Chance } from './chance.ts';

export interface HeldRat {
  bookYears: number[];
  heldOn: Day;
}

export interface Life {
  foundedOn: Day;
  bookYearEndMonth: number;
  /** From 0 to 1: how likely it holds its RATs. */
  diligence: number;
  rats: HeldRat[];
  dissolvedOn?: Day;
}

const firstBookYear = 2012;
/** The Ministry's count for 2014: 3,524 active, 1,598 with a RAT (45.35 %); the office's for 2015: 901. */
const activeIn2014 = 3524;
const heldIn: Readonly<Record<number, number>> = {
  2014: 1598,
  2015: 901,
  2016: 1020,
  2017: 1110,
  2018: 1190,
  2019: 1260,
  // The year in which nobody could gather.
  2020: 940,
  2021: 1080,
  2022: 1230,
  2023: 1340,
  2024: 1440,
  2025: 1530,
};
const heldLater = (year: number): number => 1530 + 60 * (year - 2025);
/** The office removed 491 in 2017; a few dozen a year since. */
const dissolvedInYear = (year: number): number => (year < 2017 ? 0 : year === 2017 ? 491 : 40);

/** Fills in every life's RATs and dissolution, year by year up to `today`. */
export function liveThrough(lives: readonly Life[], today: Day, chance: Chance): void {
  holdUntil2014(lives, chance);
  for (let year = 2015; year <= calendarYearOf(today); year += 1) {
    const willing = lives.filter((life) => mayHold(life, year)).map((life) => ({ life, score: scoreOf(life, year, chance) }));
    for (const { life } of highest(willing, heldIn[year] ?? heldLater(year))) hold(life, year, today, chance);
    dissolveSome(lives, year, today, chance);
  }
}

/** Active at the end of 2014 is who held a RAT in 2013 or 2014: the years before are not on record. */
function holdUntil2014(lives: readonly Life[], chance: Chance): void {
  const willing = lives.filter((life) => mayHold(life, 2014)).map((life) => ({ life, score: scoreOf(life, 2014, chance) }));
  const active = highest(willing, activeIn2014);
  // Who was too young for 2013 is active only by a RAT in 2014.
  const ranked = active.map(({ life }) => ({ life, score: mayHold(life, 2013) ? scoreOf(life, 2014, chance) : 9 }));
  const in2014 = new Set(highest(ranked, heldIn[2014] ?? 0).map(({ life }) => life));
  for (const { life } of active) {
    if (mayHold(life, 2013) && (!in2014.has(life) || chance.happens(0.45))) hold(life, 2013, '2013-12-31', chance);
    if (in2014.has(life)) hold(life, 2014, '2014-12-31', chance);
  }
}

interface Willing {
  life: Life;
  score: number;
}

const highest = (willing: readonly Willing[], count: number): Willing[] =>
  [...willing].sort((one, other) => other.score - one.score).slice(0, count);

/** Habit counts: who met last year is likely to meet again. */
function scoreOf(life: Life, year: number, chance: Chance): number {
  const metLastYear = life.rats.some(({ heldOn }) => calendarYearOf(heldOn) === year - 1);
  return life.diligence + (metLastYear ? 0.12 : 0) + 0.9 * chance.next();
}

const bookYearAnsweredIn = (year: number, { bookYearEndMonth }: Life): number => (bookYearEndMonth === 12 ? year - 1 : year);

function mayHold(life: Life, year: number): boolean {
  const bookYear = bookYearAnsweredIn(year, life);
  return life.dissolvedOn === undefined && bookYear >= firstBookYear && life.foundedOn <= bookYearEnd(bookYear, life.bookYearEndMonth);
}

/** A day that lies behind `today` is left out: that RAT is still to come. */
function hold(life: Life, year: number, today: Day, chance: Chance): void {
  const heldOn = dayOfRat(year, life, chance);
  const catchesUp = chance.happens(0.15);
  if (heldOn > today) return;
  const bookYear = lastEndedBookYear(heldOn, life.bookYearEndMonth);
  const before = bookYear - 1;
  const missed =
    before >= firstBookYear &&
    life.foundedOn <= bookYearEnd(before, life.bookYearEndMonth) &&
    !life.rats.some(({ bookYears }) => bookYears.includes(before));
  life.rats.push({ bookYears: missed && catchesUp ? [before, bookYear] : [bookYear], heldOn });
}

/** Share of the RATs held by the end of each month; those after June are late. */
const heldByMonth = [0.06, 0.23, 0.5, 0.67, 0.77, 0.86, 0.89, 0.915, 0.94, 0.96, 0.98, 1];

function dayOfRat(year: number, { bookYearEndMonth }: Life, chance: Chance): Day {
  const drawn = chance.next();
  const month = bookYearEndMonth === 12 ? heldByMonth.findIndex((share) => drawn < share) : bookYearEndMonth + Math.floor(drawn * 6);
  const day = addDays(`${year}-${String(month + 1).padStart(2, '0')}-01`, chance.between(0, 27));
  // Members come on a Saturday or Sunday, rarely on a Friday.
  return new Date(day).getUTCDay() === 5 && calendarYearOf(addDays(day, 1)) === year ? addDays(day, 1) : day;
}

/** Removed is who has met for the longest time not at all (two years at the least). */
function dissolveSome(lives: readonly Life[], year: number, today: Day, chance: Chance): void {
  const silent = lives
    .filter((life) => life.dissolvedOn === undefined && lastYearOf(life) <= year - 3)
    .map((life) => ({ life, score: year - lastYearOf(life) - 4 * life.diligence + 4 * chance.next() }));
  for (const { life } of highest(silent, dissolvedInYear(year))) {
    const dissolvedOn = addDays(`${year}-03-01`, chance.between(0, 270));
    if (dissolvedOn <= today) life.dissolvedOn = dissolvedOn;
  }
}

const lastYearOf = (life: Life): number => calendarYearOf(life.rats.at(-1)?.heldOn ?? life.foundedOn);
