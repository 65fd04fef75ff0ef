/** Choosing a book year: the latest ended one first. */
import { Select } from '../kit/choice-list.tsx';
import type { FieldLooks } from '../kit/field.tsx';

export interface YearSelectProps extends FieldLooks {
  latest: number;
  /** How many years back are offered. */
  count: number;
  value: number | undefined;
  onValue: (year: number | undefined) => void;
}

export function YearSelect({ latest, count, value, onValue, ...looks }: YearSelectProps) {
  const offered = Array.from({ length: count }, (_, back) => latest - back);
  // A year that was chosen before stays to be seen, however far back it lies.
  const years = value === undefined || offered.includes(value) ? offered : [...offered, value];
  return (
    <Select
      {...looks}
      choices={years.map((year) => ({ value: String(year), label: String(year) }))}
      value={value === undefined ? undefined : String(value)}
      onValue={(year) => onValue(year === undefined ? undefined : Number(year))}
    />
  );
}
