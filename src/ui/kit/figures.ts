/** How counts, amounts, days and moments are written on screens, in the chosen language and always in WITA. */
import { calendarYearOf, type Day, dayOf, formatDay, formatTime, monthNameOf, weekdayOf } from '../../domain/day.ts';
import { type BlankableRupiah, formatRupiah } from '../../domain/money.ts';
import { language } from '../words/language.ts';
import { appWords } from '../words/words.ts';
import { groupDigits } from './rupiah-typing.ts';

/** 5407 → '5.407'; dots in both languages, since the documents are Indonesian. */
export const showCount = (count: number): string => `${count < 0 ? '-' : ''}${groupDigits(String(Math.abs(count)))}`;

/** 1234567 → 'Rp 1.234.567', with a space that does not break; a blank is '-'. */
export const showRupiah = (amount: BlankableRupiah): string => formatRupiah(amount).replace(' ', '\u00a0');

const sizes = [
  ['trillion', 1e12],
  ['billion', 1e9],
  ['million', 1e6],
  ['thousand', 1e3],
] as const;

/** 1234567 → 'Rp 1,23 juta', to catch a zero too many. */
export function showRoughRupiah(amount: number): string {
  const [unit, divisor] = sizes.find(([, least]) => Math.abs(amount) >= least) ?? sizes[3];
  const rough = Math.floor(Math.abs(amount) / (divisor / 100)) / 100;
  return `${amount < 0 ? '-' : ''}Rp\u00a0${String(rough).replace('.', ',')} ${appWords[language.value][unit]}`;
}

/** 0.16667 → '16,7 %'. */
export const showShare = (share: number): string => `${(share * 100).toFixed(1).replace('.', ',')}\u00a0%`;

/** '2026-06-30' → '30 Juni 2026'. */
export const showDay = (day: Day): string => formatDay(day, language.value);

/** '2026-06-30' → '30 Jun', and with the year when it is not the one of `today`. */
export function showShortDay(day: Day, today?: Day): string {
  const short = `${Number(day.slice(8))} ${monthNameOf(Number(day.slice(5, 7)), language.value).slice(0, 3)}`;
  return today && calendarYearOf(today) === calendarYearOf(day) ? short : `${short} ${calendarYearOf(day)}`;
}

/** '2026-06-30' → 'Selasa, 30 Juni 2026'. */
export const showWeekday = (day: Day): string => `${weekdayOf(day, language.value)}, ${showDay(day)}`;

/** Epoch ms → '30 Juni 2026 14.05 WITA'. */
export const showMoment = (at: number): string => `${showDay(dayOf(at))} ${formatTime(at, language.value)}`;

/** Epoch ms → '14.05' when it was today, else '30 Jun 14.05'. */
export function showRecent(at: number, now: number): string {
  const time = formatTime(at, language.value).replace(' WITA', '');
  return dayOf(at) === dayOf(now) ? time : `${showShortDay(dayOf(at), dayOf(now))} ${time}`;
}
