/** A cooperative's figures by book year, each column with its source. */
import type { YearlyFigures } from '../../domain/yearly-figures.ts';
import { fieldName, fieldValue } from '../field-words.ts';
import { Section } from '../kit/card.tsx';
import { showCount, showRupiah } from '../kit/figures.ts';
import { FigureTable } from '../kit/table.tsx';
import { useWords } from '../words/words.ts';
import { cooperativeWords } from './cooperative-words.ts';
import { figureLinesOf, inOrder } from './figures-columns.ts';

const columnsAtMost = 8;

export function FiguresSection({ figures }: { figures: readonly YearlyFigures[] }) {
  const words = useWords(cooperativeWords);
  const columns = inOrder(figures).slice(0, columnsAtMost);
  const rows = figureLinesOf(columns).map(({ field, isMoney, values }) => ({
    label: fieldName(field),
    values: values.map((value) => (value === undefined ? undefined : isMoney ? showRupiah(value) : showCount(value))),
  }));
  return (
    <Section title={words.figures}>
      {rows.length === 0 ? (
        <p class="muted">{words.figuresNone}</p>
      ) : (
        <FigureTable
          caption={words.figuresCaption}
          columns={columns.map(({ bookYear, source }) => `${bookYear} · ${fieldValue('source', source)}`)}
          rows={rows}
        />
      )}
    </Section>
  );
}
