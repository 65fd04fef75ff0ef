/** The fields of a cooperative's profile, group by group. */
import type { Area } from '../../domain/area.ts';
import { type Cooperative, cooperativeForms, cooperativeTypes, legalStatuses, membershipScopes } from '../../domain/cooperative.ts';
import { monthNameOf } from '../../domain/day.ts';
import { fieldName, fieldValue } from '../field-words.ts';
import { Section } from '../kit/card.tsx';
import { CheckField, Select } from '../kit/choice-list.tsx';
import { DateField } from '../kit/date-field.tsx';
import { TextField } from '../kit/text-field.tsx';
import { language } from '../words/language.ts';
import { useWords } from '../words/words.ts';
import type { ProfileDraft } from './profile-draft.ts';
import { profileFormWords } from './profile-form-words.ts';

type Edited = ProfileDraft['edited'];
type TextName = { [F in keyof Edited]-?: Edited[F] extends string | undefined ? F : never }[keyof Edited];

export interface ProfileFieldsProps {
  edited: Edited;
  onChange: (changed: Partial<Edited>) => void;
  errorOf: (field: string) => string | undefined;
  /** The cooperative's regency, with its districts and villages. */
  area: Area | undefined;
  /** Whether whoever edits may also say what only the office decides. */
  decides: boolean;
}

const months = Array.from({ length: 12 }, (_, place) => String(place + 1));

export function ProfileFields({ edited, onChange, errorOf, area, decides }: ProfileFieldsProps) {
  const words = useWords(profileFormWords);
  const looks = (field: keyof Edited) => {
    const error = errorOf(field);
    return { label: fieldName(field), ...(error ? { error } : {}) };
  };
  const text = (field: TextName) => (
    <TextField
      {...looks(field)}
      value={String(edited[field] ?? '')}
      optional={field !== 'name'}
      onValue={(value) => onChange({ [field]: value })}
    />
  );
  const day = (field: 'legalEntityOn' | 'bylawAmendmentOn' | 'dissolvedOn' | 'certificateValidUntil') => (
    <DateField {...looks(field)} optional value={edited[field]} onValue={(value) => onChange({ [field]: value })} />
  );
  const choice = <Field extends 'form' | 'type' | 'membershipScope' | 'legalStatus'>(
    field: Field,
    values: readonly NonNullable<Cooperative[Field]>[],
  ) => (
    <Select
      {...looks(field)}
      {...(field === 'type' ? {} : { blank: '' })}
      value={edited[field]}
      onValue={(value) => onChange({ [field]: value })}
      choices={values.map((value) => ({ value, label: fieldValue(field, value) }))}
    />
  );
  return (
    <>
      <Section title={words.identity}>
        <div class="stack">
          {text('name')}
          <div class="pair">
            {text('group')}
            {choice('type', cooperativeTypes)}
            {choice('form', cooperativeForms)}
            {choice('membershipScope', membershipScopes)}
          </div>
          {text('sector')}
          <CheckField label={fieldName('isSharia')} value={edited.isSharia ?? false} onValue={(isSharia) => onChange({ isSharia })} />
        </div>
      </Section>
      <Section title={words.entity}>
        <div class="pair">
          {text('legalEntityNumber')}
          {day('legalEntityOn')}
          {text('bylawAmendmentNumber')}
          {day('bylawAmendmentOn')}
          {decides && choice('legalStatus', legalStatuses)}
          {decides && edited.legalStatus !== 'active' && day('dissolvedOn')}
        </div>
      </Section>
      <Section title={words.certificate}>
        <div class="pair">
          {text('nikKoperasi')}
          {text('nikStatus')}
          {day('certificateValidUntil')}
          {text('grade')}
        </div>
      </Section>
      <Section title={words.place}>
        <div class="stack">
          {text('address')}
          <PlaceFields edited={edited} onChange={onChange} area={area} fallback={text} />
        </div>
      </Section>
      <Section title={words.books}>
        <Select
          {...looks('bookYearEndMonth')}
          blank=""
          value={String(edited.bookYearEndMonth)}
          onValue={(month) => month && onChange({ bookYearEndMonth: Number(month) })}
          choices={months.map((value) => ({ value, label: monthNameOf(Number(value), language.value) }))}
        />
      </Section>
    </>
  );
}

interface PlaceFieldsProps extends Pick<ProfileFieldsProps, 'edited' | 'onChange' | 'area'> {
  /** For a regency whose districts the tablet does not know. */
  fallback: (field: TextName) => preact.JSX.Element;
}

/** Chosen by name; a name that only the register knows stays among the choices. */
function PlaceFields({ edited, onChange, area, fallback }: PlaceFieldsProps) {
  const districts = area?.districts ?? [];
  if (districts.length === 0) {
    return (
      <div class="pair">
        {fallback('districtName')}
        {fallback('villageName')}
      </div>
    );
  }
  const district = districts.find(({ name }) => name === edited.districtName);
  const villages = district?.villages ?? [];
  return (
    <div class="pair">
      <Select
        label={fieldName('districtName')}
        value={edited.districtName}
        onValue={(name) => {
          const code = districts.find((one) => one.name === name)?.code;
          onChange({ districtName: name, districtCode: code, villageName: undefined, villageCode: undefined });
        }}
        choices={namesWith(districts, edited.districtName)}
      />
      <Select
        label={fieldName('villageName')}
        value={edited.villageName}
        onValue={(name) => onChange({ villageName: name, villageCode: villages.find((one) => one.name === name)?.code })}
        choices={namesWith(villages, edited.villageName)}
      />
    </div>
  );
}

function namesWith(places: readonly { name: string }[], current: string | undefined) {
  const names = new Set([...(current ? [current] : []), ...places.map(({ name }) => name)]);
  return [...names].sort().map((value) => ({ value, label: value }));
}
