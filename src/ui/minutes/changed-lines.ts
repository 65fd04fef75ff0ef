/** A field of the minutes as lines of text, so that two versions of it can be laid side by side and only the difference shown. */
import { formatDay, formatTime, type Language } from '../../domain/day.ts';
import type { MinutesContent } from '../../domain/minutes.ts';
import { showCount, showRupiah } from '../kit/figures.ts';
import type { FigureField } from './figures-beside.ts';
import { isCount } from './figures-beside.ts';
import type { MinutesWords } from './minutes-words.ts';

type Value<Field extends keyof MinutesContent> = NonNullable<MinutesContent[Field]>;
type Lines = { [Field in keyof MinutesContent]?: (value: Value<Field>, words: MinutesWords, language: Language) => string[] };

const lines: Lines = {
  startedAt: (at, _words, language) => [formatTime(at, language)],
  endedAt: (at, _words, language) => [formatTime(at, language)],
  plannedRevenue: (amount) => [showRupiah(amount)],
  plannedExpense: (amount) => [showRupiah(amount)],
  agenda: (items, words, language) =>
    items.map(({ key, done, notes, startedAt }, place) => {
      const when = startedAt === undefined ? '' : `, ${formatTime(startedAt, language)}`;
      return `${place + 1}. ${words.agenda[key]}: ${done ? words.agendaDone : words.agendaNotDone}${when}${notes ? ` (${notes})` : ''}`;
    }),
  decisions: (decisions, words) =>
    decisions.map(({ agendaKey, text, method, yes = 0, no = 0, abstain = 0, adopted }) => {
      const votes = method === 'vote' ? ` ${showCount(yes)}/${showCount(no)}/${showCount(abstain)}` : '';
      return `${words.agenda[agendaKey]}: ${text} (${words[method]}${votes}, ${adopted ? words.adopted : words.rejected})`;
    }),
  ratified: (years, words) =>
    years.flatMap(({ bookYear, figures }) =>
      (Object.keys(words.figureFields) as FigureField[]).flatMap((field) => {
        const figure = figures[field];
        if (figure === undefined) return [];
        return [`${words.figureFields[field]} ${bookYear}: ${(isCount(field) ? showCount : showRupiah)(figure)}`];
      }),
    ),
  shuAllocation: (shares, words) => shares.map(({ purpose, amount }) => `${words.purposes[purpose] ?? purpose}: ${showRupiah(amount)}`),
  elected: (terms, words, language) =>
    terms.map(({ personName, role, phone, fromOn, toOn }) => {
      const days = [fromOn, toOn].map((day) => (day ? formatDay(day, language) : '…')).join(' – ');
      return `${words.boardRoles[role]}: ${personName}, ${days}${phone ? `, ${phone}` : ''}`;
    }),
};

function linesOf(field: string, value: unknown, words: MinutesWords, language: Language): string[] {
  if (value === null || value === undefined) return [];
  const say = lines[field as keyof MinutesContent] as ((value: unknown, words: MinutesWords, language: Language) => string[]) | undefined;
  return say ? say(value, words, language) : String(value).split('\n');
}

/** The lines only the old value has, and those only the new one has. */
export function changedLinesOf(
  field: string,
  { from, to }: { from: unknown; to: unknown },
  words: MinutesWords,
  language: Language,
): { before: string[]; after: string[] } {
  const old = linesOf(field, from, words, language);
  const next = linesOf(field, to, words, language);
  return { before: old.filter((line) => !next.includes(line)), after: next.filter((line) => !old.includes(line)) };
}
