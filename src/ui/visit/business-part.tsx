/** Part C: what the cooperative does, under which permits, and what it owes. */
import { businessUnits } from '../../domain/visit.ts';
import { CheckList, ChoiceList } from '../kit/choice-list.tsx';
import { NumberField, RupiahField } from '../kit/number-field.tsx';
import { TextField } from '../kit/text-field.tsx';
import { useWords } from '../words/words.ts';
import { AskedRow } from './asked-row.tsx';
import { MarkedField } from './marked-field.tsx';
import { type PartProps, setIn } from './visit-form-state.ts';
import { visitWords } from './visit-words.ts';

export function BusinessPart({ form }: PartProps) {
  const words = useWords(visitWords);
  const { yes, no } = useWords();
  const { business } = form.draft;
  const set = setIn(form, 'business');
  return (
    <div class="stack">
      <div class="asked-list">
        <AskedRow label={words.running} value={business.running} onValue={set('running')} states={[yes, no, words.notAsked]} />
      </div>
      {business.running !== true && (
        <div class="pair">
          <NumberField
            label={words.monthsSinceActivity}
            unit={words.months}
            max={1200}
            value={business.monthsSinceActivity}
            onValue={set('monthsSinceActivity')}
          />
        </div>
      )}
      <CheckList
        label={words.units}
        choices={businessUnits.map((value) => ({ value, label: words.unitNames[value] }))}
        value={business.units ?? []}
        onValue={set('units')}
      />
      {business.units?.includes('other') && (
        <TextField label={words.otherUnit} corrected maxLength={100} value={business.otherUnit ?? ''} onValue={set('otherUnit')} />
      )}
      <div class="pair">
        <TextField
          label={words.businessNumber}
          keypad="numeric"
          maxLength={60}
          value={business.businessNumber ?? ''}
          onValue={set('businessNumber')}
        />
        <TextField
          label={words.savingsLoanPermit}
          maxLength={60}
          value={business.savingsLoanPermit ?? ''}
          onValue={set('savingsLoanPermit')}
        />
      </div>
      <ChoiceList
        label={words.thirdPartyDebt}
        segments
        choices={(['yes', 'no', 'unknown'] as const).map((value) => ({ value, label: words.debtAnswers[value] }))}
        value={business.thirdPartyDebt}
        onValue={set('thirdPartyDebt')}
      />
      {business.thirdPartyDebt === 'yes' && (
        <MarkedField name="business.thirdPartyDebtAmount">
          <RupiahField label={words.thirdPartyDebtAmount} value={business.thirdPartyDebtAmount} onValue={set('thirdPartyDebtAmount')} />
        </MarkedField>
      )}
    </div>
  );
}
