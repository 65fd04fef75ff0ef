/** The sixteen administrative books, one line each, or all of them at once. */
import { administrativeBooks } from '../../domain/visit.ts';
import { Button } from '../kit/button.tsx';
import { useWords } from '../words/words.ts';
import { AskedRow } from './asked-row.tsx';
import type { VisitDraft } from './visit-draft.ts';
import { visitWords } from './visit-words.ts';

type Books = NonNullable<VisitDraft['institution']['books']>;

export function BooksField({ value, onValue }: { value: Books; onValue: (books: Books) => void }) {
  const words = useWords(visitWords);
  const answers = administrativeBooks.flatMap((book) => value[book] ?? []);
  const present = answers.filter(Boolean).length;
  const all = (answer: boolean): Books => Object.fromEntries(administrativeBooks.map((book) => [book, answer]));
  return (
    <fieldset class="field" aria-label={words.books}>
      <div class="row apart">
        <span>
          <strong aria-hidden="true">{words.books}</strong>
          <br />
          <span class="small muted figure">
            {answers.length === 0 ? words.unchecked : words.booksCount(String(present), String(answers.length))}
          </span>
        </span>
        <div class="row">
          <Button icon="check" onClick={() => onValue(all(true))}>
            {words.booksAll}
          </Button>
          {answers.length > 0 && (
            <Button look="quiet" icon="cross" onClick={() => onValue({})}>
              {words.booksClear}
            </Button>
          )}
        </div>
      </div>
      <div class="asked-list books">
        {administrativeBooks.map((book) => (
          <AskedRow
            key={book}
            label={words.bookNames[book]}
            value={value[book]}
            onValue={(answer) => onValue({ ...value, [book]: answer })}
            states={[words.present, words.absent, words.unchecked]}
          />
        ))}
      </div>
    </fieldset>
  );
}
