/** Part D: the figures of the latest closed book year, each with its last known value beside it. */
import { ChoiceList } from '../kit/choice-list.tsx';
import { showRupiah } from '../kit/figures.ts';
import { RupiahField } from '../kit/number-field.tsx';
import { useWords } from '../words/words.ts';
import { KnownValue } from './known-value.tsx';
import { MarkedField } from './marked-field.tsx';
import { lastKnown } from './visit-figures.ts';
import { type PartProps, setIn } from './visit-form-state.ts';
import { visitWords } from './visit-words.ts';
import { YearSelect } from './year-select.tsx';

const amounts = ['assets', 'ownCapital', 'externalCapital', 'businessVolume', 'shu'] as const;

export function FinancePart({ form }: PartProps) {
  const words = useWords(visitWords);
  const { draft, errorOf, opening, ended } = form;
  const { finance } = draft;
  const set = setIn(form, 'finance');
  const known = (name: (typeof amounts)[number]) => {
    const last = lastKnown(opening.figures, name);
    return last && words.lastKnown(showRupiah(last.value), String(last.bookYear), words.figureSources[last.source]);
  };
  return (
    <div class="stack">
      <div class="pair">
        <MarkedField name="finance.bookYear">
          <YearSelect
            label={words.bookYear}
            hint={words.bookYearHint}
            latest={ended}
            count={8}
            value={finance.bookYear}
            onValue={set('bookYear')}
            error={errorOf('finance.bookYear')}
          />
        </MarkedField>
      </div>
      <p class="small muted">{words.financeHint}</p>
      <div class="pair">
        {amounts.map((name) => (
          <MarkedField key={name} name={`finance.${name}`}>
            <KnownValue text={known(name)}>
              <RupiahField
                label={words[name]}
                allowNegative={name === 'shu' || name === 'ownCapital'}
                hint={name === 'shu' ? words.shuHint : undefined}
                value={finance[name]}
                onValue={set(name)}
                error={errorOf(`finance.${name}`)}
              />
            </KnownValue>
          </MarkedField>
        ))}
      </div>
      <div class="pair">
        <ChoiceList
          label={words.source}
          choices={(['accountabilityReport', 'balanceSheet', 'oral'] as const).map((value) => ({ value, label: words.sources[value] }))}
          value={finance.source}
          onValue={set('source')}
        />
        <ChoiceList
          label={words.confidence}
          choices={(['high', 'medium', 'low'] as const).map((value) => ({ value, label: words.confidences[value] }))}
          value={finance.confidence}
          onValue={set('confidence')}
        />
      </div>
    </div>
  );
}
