/** Part B: bylaws, board, books, members and the RAT, with what the register knows beside each question. */
import type { ComponentChildren } from 'preact';
import { noRatReasons } from '../../domain/visit.ts';
import { Select } from '../kit/choice-list.tsx';
import { DateField } from '../kit/date-field.tsx';
import { showCount, showDay } from '../kit/figures.ts';
import { NumberField } from '../kit/number-field.tsx';
import { TextArea } from '../kit/text-field.tsx';
import { useWords } from '../words/words.ts';
import { BooksField } from './books-field.tsx';
import { KnownValue } from './known-value.tsx';
import { MarkedField } from './marked-field.tsx';
import { lacksRat } from './visit-content.ts';
import { lastKnown } from './visit-figures.ts';
import { type PartProps, setIn } from './visit-form-state.ts';
import { visitWords } from './visit-words.ts';
import { YearSelect } from './year-select.tsx';

export function InstitutionPart({ form }: PartProps) {
  const words = useWords(visitWords);
  const { draft, errorOf, opening } = form;
  const { institution } = draft;
  const set = setIn(form, 'institution');
  const bylaws = opening.cooperative?.data.bylawAmendmentOn ?? opening.cooperative?.data.legalEntityOn;
  return (
    <div class="stack">
      <div class="pair">
        <MarkedField name="institution.bylawsOn">
          <KnownDay day={bylaws} value={institution.bylawsOn} onTake={set('bylawsOn')}>
            <DateField
              label={words.bylawsOn}
              optional
              value={institution.bylawsOn}
              onValue={set('bylawsOn')}
              error={errorOf('institution.bylawsOn')}
            />
          </KnownDay>
        </MarkedField>
        <KnownDay day={opening.boardTermEndsOn} value={institution.boardTermEndsOn} onTake={set('boardTermEndsOn')}>
          <DateField label={words.boardTermEndsOn} optional value={institution.boardTermEndsOn} onValue={set('boardTermEndsOn')} />
        </KnownDay>
      </div>
      <BooksField value={institution.books ?? {}} onValue={set('books')} />
      <MemberFields form={form} />
      <RatFields form={form} />
    </div>
  );
}

interface KnownDayProps {
  day: string | undefined;
  value: string | undefined;
  onTake: (day: string) => void;
  children: ComponentChildren;
}

function KnownDay({ day, value, onTake, children }: KnownDayProps) {
  const words = useWords(visitWords);
  return (
    <KnownValue text={day && words.inRegister(showDay(day))} onTake={day && day !== value ? () => onTake(day) : undefined}>
      {children}
    </KnownValue>
  );
}

function MemberFields({ form }: PartProps) {
  const words = useWords(visitWords);
  const { draft, errorOf, opening } = form;
  const { membersMale, membersFemale, activeMembers } = draft.institution;
  const set = setIn(form, 'institution');
  const known = (name: 'membersMale' | 'membersFemale') => {
    const last = lastKnown(opening.figures, name);
    return last && words.lastKnown(showCount(last.value), String(last.bookYear), words.figureSources[last.source]);
  };
  const sum = membersMale === undefined || membersFemale === undefined ? undefined : membersMale + membersFemale;
  return (
    <div class="trio">
      <KnownValue text={known('membersMale')}>
        <NumberField label={words.membersMale} unit={words.people} max={10_000_000} value={membersMale} onValue={set('membersMale')} />
      </KnownValue>
      <KnownValue text={known('membersFemale')}>
        <NumberField
          label={words.membersFemale}
          unit={words.people}
          max={10_000_000}
          value={membersFemale}
          onValue={set('membersFemale')}
        />
      </KnownValue>
      <MarkedField name="institution.activeMembers">
        <NumberField
          label={words.activeMembers}
          unit={words.people}
          max={10_000_000}
          hint={sum === undefined ? undefined : words.membersSum(showCount(sum))}
          value={activeMembers}
          onValue={set('activeMembers')}
          error={errorOf('institution.activeMembers')}
        />
      </MarkedField>
    </div>
  );
}

function RatFields({ form }: PartProps) {
  const words = useWords(visitWords);
  const { draft, errorOf, opening, ended } = form;
  const { institution } = draft;
  const { lastRat } = opening;
  const set = setIn(form, 'institution');
  return (
    <>
      <div class="pair">
        <MarkedField name="institution.lastRatOn">
          <KnownDay day={lastRat?.heldOn} value={institution.lastRatOn} onTake={set('lastRatOn')}>
            <DateField
              label={words.lastRatOn}
              optional
              value={institution.lastRatOn}
              onValue={set('lastRatOn')}
              error={errorOf('institution.lastRatOn')}
            />
          </KnownDay>
        </MarkedField>
        <KnownValue
          text={lastRat && words.inRegister(words.yearName(String(lastRat.bookYear)))}
          onTake={lastRat && lastRat.bookYear !== institution.lastRatBookYear ? () => set('lastRatBookYear')(lastRat.bookYear) : undefined}
        >
          <YearSelect
            label={words.lastRatBookYear}
            latest={ended}
            count={15}
            value={institution.lastRatBookYear}
            onValue={set('lastRatBookYear')}
          />
        </KnownValue>
        {lacksRat(draft, ended) && (
          <Select
            label={words.noRatReason(String(ended))}
            choices={noRatReasons.map((value) => ({ value, label: words.reasons[value] }))}
            value={institution.noRatReason}
            onValue={set('noRatReason')}
          />
        )}
        <MarkedField name="institution.plannedRatOn">
          <DateField
            label={words.plannedRatOn}
            optional
            value={institution.plannedRatOn}
            onValue={set('plannedRatOn')}
            error={errorOf('institution.plannedRatOn')}
          />
        </MarkedField>
      </div>
      {lacksRat(draft, ended) && institution.noRatReason && (
        <MarkedField name="institution.noRatWords">
          <TextArea
            label={words.noRatWords}
            rows={2}
            maxLength={4000}
            value={institution.noRatWords ?? ''}
            onValue={set('noRatWords')}
            error={errorOf('institution.noRatWords')}
          />
        </MarkedField>
      )}
    </>
  );
}
