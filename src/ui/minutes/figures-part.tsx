/** The figures that the meeting ratified, one set a book year, each beside the year before; a blank is not a zero. */
import type { Figures } from '../../domain/yearly-figures.ts';
import { Button } from '../kit/button.tsx';
import { showCount, showRupiah } from '../kit/figures.ts';
import { Icon } from '../kit/icon.tsx';
import { NumberField, RupiahField } from '../kit/number-field.tsx';
import { useWords } from '../words/words.ts';
import { type FigureField, figureBefore, furtherFigures, isCount, mainFigures } from './figures-beside.ts';
import { type MinutesForm, problemAt } from './minutes-form.ts';
import { Place } from './minutes-part.tsx';
import { placeIdOf } from './minutes-places.ts';
import { minutesWords } from './minutes-words.ts';
import { questionWords } from './question-words.ts';

export function FiguresPart({ form }: { form: MinutesForm }) {
  const words = useWords(minutesWords);
  const { bookYears } = form.content;
  return (
    <>
      <p class="muted">{words.figuresHint}</p>
      {bookYears.toSorted().map((bookYear) => (
        <Place key={bookYear} id={placeIdOf(`ratified.${bookYear}`)}>
          <YearFigures form={form} bookYear={bookYear} titled={bookYears.length > 1} />
        </Place>
      ))}
    </>
  );
}

function YearFigures({ form, bookYear, titled }: { form: MinutesForm; bookYear: number; titled: boolean }) {
  const words = useWords(minutesWords);
  const { draft, change } = form;
  const figures = draft.ratified[bookYear] ?? {};
  const set = (part: Partial<Figures>) => change({ ratified: { ...draft.ratified, [bookYear]: withTotal({ ...figures, ...part }, part) } });
  const openFurther = furtherFigures.some((field) => figures[field] !== undefined);
  const fields = (names: readonly FigureField[]) => (
    <div class="pair">
      {names.map((field) => (
        <OneFigure
          key={field}
          form={form}
          bookYear={bookYear}
          field={field}
          value={figures[field]}
          onValue={(value) => set({ [field]: value })}
        />
      ))}
    </div>
  );
  return (
    <div class="stack">
      {titled && <h3>{words.figuresOf(String(bookYear))}</h3>}
      {fields(mainFigures)}
      <details class="minutes-further" open={openFurther}>
        <summary>
          <Icon name="down" size={20} />
          {words.furtherFigures}
        </summary>
        {fields(furtherFigures)}
      </details>
    </div>
  );
}

/** Men and women given, their sum is the total; a total that was typed alone stays. */
function withTotal(figures: Figures, part: Partial<Figures>): Figures {
  const { membersMale, membersFemale } = figures;
  const counted = 'membersMale' in part || 'membersFemale' in part;
  return counted && membersMale !== undefined && membersFemale !== undefined
    ? { ...figures, membersTotal: membersMale + membersFemale }
    : figures;
}

interface OneFigureProps {
  form: MinutesForm;
  bookYear: number;
  field: FigureField;
  value: number | undefined;
  onValue: (value: number | undefined) => void;
}

function OneFigure({ form, bookYear, field, value, onValue }: OneFigureProps) {
  const words = useWords(minutesWords);
  const before = figureBefore(form.sources.figures, form.draft.ratified, bookYear, field);
  const show = isCount(field) ? showCount : showRupiah;
  const year = String(bookYear - 1);
  const problem = field === 'membersTotal' ? problemAt(form, `ratified.${bookYear}`) : undefined;
  const { male = '', female = '', total = '' } = problem?.rule === 'I4' ? (problem.detail ?? {}) : {};
  const looks = {
    label: words.figureFields[field],
    hint: before ? words.before(year, show(before.figure), words.sources[before.source]) : words.beforeUnknown(year),
    ...(problem?.rule === 'I4'
      ? { error: words.membersDiffer(showCount(Number(male)), showCount(Number(female)), showCount(Number(total))) }
      : {}),
    value,
    onValue,
  };
  const question = form.questions.find((asked) => asked.kind === 'figure' && asked.field === `ratified.${bookYear}.${field}`);
  return (
    <Place id={placeIdOf(`ratified.${bookYear}.${field}`)}>
      {isCount(field) ? <NumberField {...looks} unit={words.people} /> : <RupiahField {...looks} allowNegative={field === 'shu'} />}
      {question && (
        <div class="minutes-doubt warn" role="status">
          <Icon name="warning" size={20} />
          <span>{questionWords(question, words)}</span>
          <Button icon="check" onClick={() => form.confirm(question)}>
            {words.itIsRight}
          </Button>
        </div>
      )}
    </Place>
  );
}
