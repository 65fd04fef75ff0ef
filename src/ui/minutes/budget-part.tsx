/** The plan and budget of the coming year (RK-RAPB), as the meeting approved it. */
import { showRupiah } from '../kit/figures.ts';
import { RupiahField } from '../kit/number-field.tsx';
import { useWords } from '../words/words.ts';
import type { MinutesForm } from './minutes-form.ts';
import { Place } from './minutes-part.tsx';
import { placeIdOf } from './minutes-places.ts';
import { minutesWords } from './minutes-words.ts';

export function BudgetPart({ form: { draft, change } }: { form: MinutesForm }) {
  const words = useWords(minutesWords);
  const { plannedRevenue, plannedExpense } = draft;
  return (
    <>
      <div class="pair">
        <Place id={placeIdOf('plannedRevenue')}>
          <RupiahField
            label={words.plannedRevenue}
            optional
            value={plannedRevenue}
            onValue={(amount) => change({ plannedRevenue: amount })}
          />
        </Place>
        <Place id={placeIdOf('plannedExpense')}>
          <RupiahField
            label={words.plannedExpense}
            optional
            value={plannedExpense}
            onValue={(amount) => change({ plannedExpense: amount })}
          />
        </Place>
      </div>
      {plannedRevenue !== undefined && plannedExpense !== undefined && (
        <p class="minutes-sum">
          <span>{words.plannedSurplus}</span>
          <strong class="figure">{showRupiah(plannedRevenue - plannedExpense)}</strong>
        </p>
      )}
    </>
  );
}
