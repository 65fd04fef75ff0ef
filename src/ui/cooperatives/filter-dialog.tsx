/** All that the list of cooperatives can be narrowed by; each choice takes effect at once. */
import { useMemo } from 'preact/hooks';
import type { Register } from '../../data/register.ts';
import { activityStatuses, legalStatuses } from '../../domain/cooperative.ts';
import { lastEndedBookYear } from '../../domain/day.ts';
import { ratStatuses } from '../../domain/rat-status.ts';
import { useApp } from '../app-context.ts';
import { areaNameOf, useAreas } from '../area-names.ts';
import { Button } from '../kit/button.tsx';
import { Select } from '../kit/choice-list.tsx';
import { Dialog } from '../kit/dialog.tsx';
import { today } from '../standing.ts';
import { standingWords } from '../standing-badge.tsx';
import { useWords } from '../words/words.ts';
import { type CooperativeFilter, districtsOf, filterCount, regenciesOf } from './cooperative-filter.ts';
import { cooperativesWords } from './cooperatives-words.ts';

export interface FilterDialogProps {
  register: Register;
  filter: CooperativeFilter;
  /** How many cooperatives fit, in words. */
  found: string;
  onChange: (changed: Partial<CooperativeFilter>) => void;
  onClose: () => void;
}

export function FilterDialog({ register, filter, found, onChange, onClose }: FilterDialogProps) {
  const words = useWords(cooperativesWords);
  const statuses = useWords(standingWords);
  const areas = useAreas(useApp().db);
  const regencies = useMemo(() => regenciesOf(register), [register]);
  const districts = useMemo(() => districtsOf(register, filter.regency), [register, filter.regency]);
  const bookYear = String(lastEndedBookYear(today(), 12));
  return (
    <Dialog
      open
      onClose={onClose}
      title={words.filterBy}
      actions={
        <>
          {filterCount(filter) > 0 && (
            <Button
              onClick={() => onChange({ activity: undefined, legal: undefined, rat: undefined, regency: undefined, district: undefined })}
            >
              {words.clear}
            </Button>
          )}
          <Button look="primary" onClick={onClose}>
            {words.show(found)}
          </Button>
        </>
      }
    >
      <Select
        label={words.rat}
        hint={words.ratHint(bookYear)}
        blank={words.every}
        value={filter.rat}
        onValue={(rat) => onChange({ rat })}
        choices={ratStatuses.map((value) => ({ value, label: statuses.rat[value] }))}
      />
      <Select
        label={words.activity}
        blank={words.every}
        value={filter.activity}
        onValue={(activity) => onChange({ activity })}
        choices={activityStatuses.map((value) => ({ value, label: statuses.activity[value] }))}
      />
      {regencies.length > 1 && (
        <Select
          label={words.regency}
          blank={words.every}
          value={filter.regency}
          onValue={(regency) => onChange({ regency, district: undefined })}
          choices={regencies.map((value) => ({ value, label: areaNameOf(areas, value) }))}
        />
      )}
      <Select
        label={words.district}
        blank={words.every}
        value={filter.district}
        onValue={(district) => onChange({ district })}
        choices={districts.map((value) => ({ value, label: value }))}
      />
      <Select
        label={words.legal}
        blank={words.every}
        value={filter.legal}
        onValue={(legal) => onChange({ legal })}
        choices={legalStatuses.map((value) => ({ value, label: statuses.legal[value] }))}
      />
    </Dialog>
  );
}
