/** A question to the officer in one or two sentences. */
import { showCount, showRupiah } from '../kit/figures.ts';
import { isCount } from './figures-beside.ts';
import type { Question } from './minutes-questions.ts';
import type { MinutesWords } from './minutes-words.ts';

export function questionWords(question: Question, words: MinutesWords, mostYears = 5): string {
  switch (question.kind) {
    case 'figure': {
      const { doubt, figure, bookYear, now, before = 0 } = question;
      const show = isCount(figure) ? showCount : showRupiah;
      const year = String(bookYear);
      if (doubt === 'aboveAssets' || doubt === 'aboveVolume') return words.questions[doubt](year);
      return words.questions[doubt](words.figureFields[figure], year, show(now), show(before));
    }
    case 'figuresBlank': {
      const names = question.figures.map((figure) => words.figureFields[figure]);
      return words.questions.figuresBlank(names.join(', '), String(question.bookYear));
    }
    case 'agendaOpen':
    case 'markedTwice':
    case 'disputedMarks':
      return words.questions[question.kind](showCount(question.count));
    case 'shuNotShared':
      return words.questions.shuNotShared(showRupiah(question.count));
    case 'termTooLong':
      return words.questions.termTooLong(question.name, String(mostYears));
    case 'secondCallWithoutFirst':
    case 'notRatified':
      return words.questions[question.kind];
  }
}
