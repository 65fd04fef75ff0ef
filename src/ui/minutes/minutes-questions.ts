/** What is allowed but odd: asked about before signing, never a reason to refuse. */
import { disputeOf, presenceOf } from '../../domain/attendance.ts';
import { addMonths } from '../../domain/day.ts';
import type { MinutesContent } from '../../domain/minutes.ts';
import { quorumOfMinutes, resultOf, shuToShare } from '../../domain/minutes-check.ts';
import { doubtOf, type FigureDoubt, type FigureField, figureBefore, furtherFigures, mainFigures } from './figures-beside.ts';
import type { MinutesDraft } from './minutes-draft.ts';
import type { MinutesSources } from './minutes-sources.ts';

export type Question = { key: string; field: string } & (
  | { kind: 'figure'; doubt: FigureDoubt; figure: FigureField; bookYear: number; now: number; before: number | undefined }
  | { kind: 'figuresBlank'; figures: FigureField[]; bookYear: number }
  | { kind: 'secondCallWithoutFirst' | 'agendaOpen' | 'notRatified' | 'shuNotShared' | 'markedTwice' | 'disputedMarks'; count: number }
  | { kind: 'termTooLong'; name: string }
);

/** Every open question, in the order of the form. A key carries the value asked about, so that another value is asked about again. */
export function questionsOf(draft: MinutesDraft, content: MinutesContent, sources: MinutesSources): Question[] {
  const all = [
    ...meetingQuestions(content, sources),
    ...decisionQuestions(content),
    ...content.bookYears.flatMap((bookYear) => figureQuestions(draft, bookYear, sources)),
    ...shuQuestions(content),
    ...boardQuestions(content, sources),
  ];
  return all.filter(({ key }) => !draft.confirmed.includes(key));
}

function meetingQuestions(content: MinutesContent, { attendance }: MinutesSources): Question[] {
  const quorum = quorumOfMinutes(content);
  const { markedTwice } = presenceOf(attendance);
  const open = content.agenda.filter(({ done }) => !done).length;
  const questions: Question[] = [];
  if ('warning' in quorum) questions.push({ key: 'secondCall', field: 'presence', kind: 'secondCallWithoutFirst', count: 0 });
  if (markedTwice > 0) questions.push({ key: `markedTwice:${markedTwice}`, field: 'presence', kind: 'markedTwice', count: markedTwice });
  const disputed = attendance.filter((mark) => disputeOf(mark)).length;
  if (disputed > 0) questions.push({ key: `disputed:${disputed}`, field: 'presence', kind: 'disputedMarks', count: disputed });
  if (open > 0) questions.push({ key: `agendaOpen:${open}`, field: 'agenda', kind: 'agendaOpen', count: open });
  return questions;
}

/** A RAT is there to ratify the account of the year (UU 25/1992 art. 26); minutes that say nothing of it are odd. */
function decisionQuestions(content: MinutesContent): Question[] {
  if ((content.kind ?? 'rat') !== 'rat') return [];
  const ratified = content.decisions.some(
    (decision) => decision.agendaKey === 'ratification' && resultOf(decision, content).kind === 'adopted',
  );
  return ratified ? [] : [{ key: 'notRatified', field: 'decisions', kind: 'notRatified', count: 0 }];
}

function figureQuestions(draft: MinutesDraft, bookYear: number, { figures: rows }: MinutesSources): Question[] {
  const figures = draft.ratified[bookYear] ?? {};
  const blank = mainFigures.filter((figure) => figures[figure] === undefined);
  const doubtful = [...mainFigures, ...furtherFigures].flatMap((figure): Question[] => {
    const now = figures[figure];
    const before = figureBefore(rows, draft.ratified, bookYear, figure)?.figure;
    const doubt = doubtOf(figure, figures, before);
    if (now === undefined || !doubt) return [];
    const key = `${doubt}:${bookYear}:${figure}:${now}`;
    return [{ key, field: `ratified.${bookYear}.${figure}`, kind: 'figure', doubt, figure, bookYear, now, before }];
  });
  // A year without any figure is not odd but a reason against signing.
  if (blank.length === 0 || blank.length === mainFigures.length) return doubtful;
  const key = `blank:${bookYear}:${blank.join()}`;
  return [...doubtful, { key, field: `ratified.${bookYear}.${blank[0]}`, kind: 'figuresBlank', figures: blank, bookYear }];
}

function shuQuestions(content: MinutesContent): Question[] {
  const shu = shuToShare(content.ratified) ?? 0;
  if (shu <= 0 || content.shuAllocation) return [];
  return [{ key: `shuNotShared:${shu}`, field: 'shuAllocation', kind: 'shuNotShared', count: shu }];
}

function boardQuestions(content: MinutesContent, { policy }: MinutesSources): Question[] {
  const mostYears = policy?.parameters.boardTermMaxYears ?? 5;
  return (content.elected ?? []).flatMap(({ personName, fromOn = content.heldOn, toOn }, index): Question[] => {
    if (!isTermTooLong(fromOn, toOn, mostYears)) return [];
    return [{ key: `term:${personName}:${fromOn}:${toOn}`, field: `elected.${index}`, kind: 'termTooLong', name: personName }];
  });
}

/** UU 25/1992 art. 29: a term on the board lasts five years at most, unless the policy knows another number. */
export const isTermTooLong = (fromOn: string, toOn: string | undefined, mostYears: number): boolean =>
  toOn !== undefined && toOn > addMonths(fromOn, mostYears * 12);
