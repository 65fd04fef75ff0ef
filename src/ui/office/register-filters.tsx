/** What the register is narrowed by: all of it at hand on an office's screen, behind a button on a smaller one. */

import { activityStatuses, legalStatuses } from '../../domain/cooperative.ts';
import { calendarYearOf } from '../../domain/day.ts';
import { ratStatuses } from '../../domain/rat-status.ts';
import { Chip } from '../kit/badge.tsx';
import { Button } from '../kit/button.tsx';
import { Select } from '../kit/choice-list.tsx';
import { DateField } from '../kit/date-field.tsx';
import { today } from '../standing.ts';
import { standingWords } from '../standing-badge.tsx';
import { useWords } from '../words/words.ts';
import { officeWords } from './office-words.ts';
import type { RegisterQuery } from './register-query.ts';

export interface RegisterFiltersProps {
  query: RegisterQuery;
  choices: { regencies: string[]; districts: string[]; groups: string[] };
  nameOf: (code: string) => string;
  onChange: (changed: Partial<RegisterQuery>) => void;
}

export function RegisterFilters({ query, choices, nameOf, onChange }: RegisterFiltersProps) {
  const office = useWords(officeWords);
  const words = office.register;
  const statuses = useWords(standingWords);
  const latest = calendarYearOf(query.asOf);
  const bookYears = Array.from({ length: 14 }, (_, back) => String(latest - back));
  if (!bookYears.includes(String(query.bookYear))) bookYears.push(String(query.bookYear));
  const plain = (values: readonly string[]) => values.map((value) => ({ value, label: value }));
  return (
    <div class="filters">
      <DateField
        label={office.asOf}
        value={query.asOf}
        max={today()}
        onValue={(asOf) => onChange({ asOf: asOf && asOf <= today() ? asOf : today() })}
      />
      <Select
        label={words.bookYear}
        blank=""
        value={String(query.bookYear)}
        choices={plain(bookYears)}
        onValue={(year) => year && onChange({ bookYear: Number(year) })}
      />
      <Select
        label={words.rat}
        blank={office.every}
        value={query.rat}
        choices={ratStatuses.map((value) => ({ value, label: statuses.rat[value] }))}
        onValue={(rat) => onChange({ rat })}
      />
      <Select
        label={words.activity}
        blank={office.every}
        value={query.activity}
        choices={activityStatuses.map((value) => ({ value, label: statuses.activity[value] }))}
        onValue={(activity) => onChange({ activity })}
      />
      <Select
        label={office.regency}
        blank={office.every}
        value={query.regency}
        choices={choices.regencies.map((value) => ({ value, label: nameOf(value) }))}
        onValue={(regency) => onChange({ regency, district: undefined })}
      />
      <Select
        label={words.district}
        blank={office.every}
        value={query.district}
        choices={plain(choices.districts)}
        onValue={(district) => onChange({ district })}
      />
      <Select
        label={words.group}
        blank={office.every}
        value={query.group}
        choices={plain(choices.groups)}
        onValue={(group) => onChange({ group })}
      />
      <Select
        label={words.legal}
        blank={words.legalExisting}
        value={query.legal}
        choices={[
          ...legalStatuses.map((value) => ({ value, label: statuses.legal[value] })),
          { value: 'all' as const, label: words.legalAll },
        ]}
        onValue={(legal) => onChange({ legal })}
      />
    </div>
  );
}

const filterKeys = ['regency', 'district', 'group', 'activity', 'rat', 'legal'] as const;
export const nothingFiltered = Object.fromEntries(filterKeys.map((key) => [key, undefined]));
export const filtersSet = (query: RegisterQuery): number => filterKeys.filter((key) => query[key] !== undefined).length;

/** The set filters by name, each taken back by a tap. */
export function SetFilters({ query, nameOf, onChange }: Omit<RegisterFiltersProps, 'choices'>) {
  const words = useWords(officeWords).register;
  const statuses = useWords(standingWords);
  const { regency, district, group, activity, rat, legal } = query;
  const named = {
    regency: regency && nameOf(regency),
    district,
    group,
    activity: activity && statuses.activity[activity],
    rat: rat && statuses.rat[rat],
    legal: legal && (legal === 'all' ? words.legalAll : statuses.legal[legal]),
  };
  return (
    <div class="chips">
      {filterKeys.map(
        (key) =>
          named[key] && (
            <Chip key={key} pressed onToggle={() => onChange({ [key]: undefined })}>
              {named[key]}
            </Chip>
          ),
      )}
      <Button look="quiet" icon="cross" onClick={() => onChange(nothingFiltered)}>
        {words.clear}
      </Button>
    </div>
  );
}
