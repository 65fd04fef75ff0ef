/** How far each part of the minutes is, for the headings of the form. */
import { shuToShare } from '../../domain/minutes-check.ts';
import { showCount, showRupiah } from '../kit/figures.ts';
import { mainFigures } from './figures-beside.ts';
import { sumOfShares } from './minutes-draft.ts';
import type { MinutesForm } from './minutes-form.ts';
import type { PartState } from './minutes-part.tsx';
import { type MinutesPartName, partOf } from './minutes-places.ts';
import type { MinutesWords } from './minutes-words.ts';

export function partStateOf(part: MinutesPartName, form: MinutesForm, words: MinutesWords): PartState {
  const wrong = form.problems.filter(({ field = '' }) => field !== 'presence' && partOf(field) === part).length;
  if (wrong > 0) return { tone: 'warn', text: words.partProblems(showCount(wrong)) };
  return progressOf(part, form, words);
}

function progressOf(part: MinutesPartName, { draft, content }: MinutesForm, { progress, partReady }: MinutesWords): PartState {
  const done = (text: string): PartState => ({ tone: 'good', text });
  const blank = (text: string): PartState => ({ tone: 'neutral', text });
  const counted = (count: number, of: number, say: (count: string, of: string) => string): PartState =>
    count === of ? done(say(showCount(count), showCount(of))) : blank(say(showCount(count), showCount(of)));
  switch (part) {
    case 'meeting':
      return done(partReady);
    case 'agenda':
      return counted(content.agenda.filter((item) => item.done).length, content.agenda.length, progress.discussed);
    case 'decisions':
      return content.decisions.length > 0 ? done(progress.decisions(showCount(content.decisions.length))) : blank(progress.noDecisions);
    case 'figures': {
      const given = content.ratified.flatMap(({ figures }) => mainFigures.filter((field) => figures[field] !== undefined)).length;
      return counted(given, content.bookYears.length * mainFigures.length, progress.filled);
    }
    case 'shu': {
      const shu = shuToShare(content.ratified);
      if (!content.shuAllocation || shu === undefined) return blank(progress.notShared);
      const rest = shu - sumOfShares(draft.shares);
      return rest === 0 ? done(progress.shared) : blank((rest > 0 ? progress.left : progress.over)(showRupiah(Math.abs(rest))));
    }
    case 'budget':
      return counted([content.plannedRevenue, content.plannedExpense].filter((amount) => amount !== undefined).length, 2, progress.filled);
    case 'election':
      return content.elected ? done(progress.elected(showCount(content.elected.length))) : blank(progress.noElection);
    case 'notes':
      return content.discussionNotes ? done(progress.written) : blank(progress.notWritten);
  }
}
