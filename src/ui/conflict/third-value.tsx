/** Writing a value that neither officer wrote, in the kind of field that the record has for it. */
import type { ValueKind } from '../../domain/value-kind.ts';
import { fieldName, fieldValue, lastPart } from '../field-words.ts';
import { Select } from '../kit/choice-list.tsx';
import { DateField } from '../kit/date-field.tsx';
import { NumberField, RupiahField } from '../kit/number-field.tsx';
import { TextArea, TextField } from '../kit/text-field.tsx';
import { useWords } from '../words/words.ts';
import { conflictWords } from './conflict-words.ts';

export interface ThirdValueProps {
  asked: ValueKind;
  field: string;
  value: unknown;
  onValue: (value: unknown) => void;
  error?: string | undefined;
}

export function ThirdValue({ asked, field, value, onValue, error }: ThirdValueProps) {
  const words = useWords(conflictWords);
  const looks = { label: words.thirdLabel(fieldName(lastPart(field))), ...(error ? { error } : {}) };
  switch (asked.kind) {
    case 'day':
      return <DateField {...looks} value={value as string | undefined} onValue={onValue} />;
    case 'count':
      return <NumberField {...looks} value={value as number | undefined} onValue={onValue} />;
    case 'rupiah':
      return <RupiahField {...looks} allowNegative value={value as number | undefined} onValue={onValue} />;
    case 'longText':
      return <TextArea {...looks} value={(value as string | undefined) ?? ''} onValue={(text) => onValue(text.trim() || undefined)} />;
    case 'text':
      return <TextField {...looks} value={(value as string | undefined) ?? ''} onValue={(text) => onValue(text.trim() || undefined)} />;
    case 'yesNo':
      return (
        <Select
          {...looks}
          value={value === undefined ? undefined : value ? 'yes' : 'no'}
          onValue={(said) => onValue(said && said === 'yes')}
          choices={[
            { value: 'yes', label: words.yes },
            { value: 'no', label: words.no },
          ]}
        />
      );
    case 'choice': {
      const { values } = asked;
      return (
        <Select
          {...looks}
          value={value === undefined ? undefined : String(value)}
          onValue={(said) => onValue(values.find((one) => String(one) === said))}
          choices={values.map((one) => ({ value: String(one), label: fieldValue(lastPart(field), one) }))}
        />
      );
    }
  }
}
