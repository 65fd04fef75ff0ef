/** The fields of a planned RAT. */
import type { Cooperative } from '../../domain/cooperative.ts';
import { dayOf, lastEndedBookYear } from '../../domain/day.ts';
import { firstCallOf, meetingRuleOf } from '../../domain/meeting-quorum.ts';
import type { PolicyParameters } from '../../domain/policy.ts';
import { meetingModes, ratDocuments } from '../../domain/rat-meeting.ts';
import type { Row } from '../../domain/world.ts';
import { Section } from '../kit/card.tsx';
import { CheckList, ChoiceList } from '../kit/choice-list.tsx';
import { DateField, TimeField } from '../kit/date-field.tsx';
import { showDay } from '../kit/figures.ts';
import { TextField } from '../kit/text-field.tsx';
import { useWords } from '../words/words.ts';
import { meetingWords } from './meeting-words.ts';
import { bookYearChoices, daysBetween, type Plan, standingOf } from './plan-content.ts';
import { RuleNote } from './rule-note.tsx';

export interface PlanFormProps {
  plan: Plan;
  onChange: (part: Partial<Plan>) => void;
  meetingId: string;
  meetings: readonly Row<'ratMeeting'>[];
  cooperative: Cooperative;
  policy: PolicyParameters | undefined;
  /** What the roll call already stands on can no longer be changed. */
  opened: boolean;
  yearsError?: string | undefined;
}

export function PlanForm({ plan, onChange, meetingId, meetings, cooperative, policy, opened, yearsError }: PlanFormProps) {
  const words = useWords(meetingWords);
  const today = dayOf(Date.now());
  const first = firstCallOf(plan, meetings);
  const rule = policy && meetingRuleOf(plan, meetings, cooperative.bylawRules, policy);
  const notice = plan.plannedOn && plan.invitedOn ? daysBetween(plan.invitedOn, plan.plannedOn) : undefined;
  return (
    <>
      <Section title={words.aboutSection}>
        <div class="stack">
          <CheckList
            label={words.bookYears}
            hint={words.bookYearsHint}
            {...(yearsError ? { error: yearsError } : {})}
            disabled={opened}
            value={plan.bookYears.map(String)}
            onValue={(years) => onChange({ bookYears: years.map(Number) })}
            choices={bookYearChoices(plan, today, cooperative.bookYearEndMonth).map((year) => ({
              value: String(year),
              label: words.bookYear(year),
              hint: yearHint(year),
            }))}
          />
          <ChoiceList
            label={words.kind}
            disabled={opened}
            value={plan.kind}
            onValue={(kind) => onChange({ kind })}
            choices={(['rat', 'ralb', 'khusus'] as const).map((value) => ({ value, ...words.kinds[value] }))}
          />
        </div>
      </Section>
      <Section title={words.callSection}>
        <div class="stack">
          <ChoiceList
            label={words.call}
            segments
            disabled={opened}
            {...(first ? { hint: words.firstCallFound(showDay(first.data.opening?.heldOn ?? dayOf(first.data.recordedAt))) } : {})}
            value={plan.callNumber === 1 ? '1' : '2'}
            onValue={(value) => onChange({ callNumber: value === '1' ? 1 : 2 })}
            choices={[
              { value: '1', label: words.calls[1] },
              { value: '2', label: words.calls[2] },
            ]}
          />
          {rule && <RuleNote judgedBy={rule.judgedBy} />}
          {!policy && <p class="small muted">{words.noPolicy}</p>}
        </div>
      </Section>
      <Section title={words.whenSection}>
        <div class="stack">
          <div class="pair">
            <DateField label={words.plannedOn} optional value={plan.plannedOn} onValue={(plannedOn) => onChange({ plannedOn })} />
            <TimeField
              label={words.plannedTime}
              optional
              hint="WITA"
              value={plan.plannedTime}
              onValue={(plannedTime) => onChange({ plannedTime })}
            />
          </div>
          <DateField
            label={words.invitedOn}
            optional
            {...(notice !== undefined && notice >= 0 ? { hint: words.noticeDays(notice) } : {})}
            value={plan.invitedOn}
            onValue={(invitedOn) => onChange({ invitedOn })}
          />
          <TextField label={words.place} optional corrected maxLength={300} value={plan.place} onValue={(place) => onChange({ place })} />
        </div>
      </Section>
      <Section title={words.howSection}>
        <div class="stack">
          <ChoiceList
            label={words.mode}
            value={plan.mode}
            onValue={(mode) => onChange({ mode })}
            choices={meetingModes.map((value) => ({ value, label: words.modes[value] }))}
          />
          <ChoiceList
            label={words.system}
            disabled={opened}
            value={plan.system}
            onValue={(system) => onChange({ system })}
            choices={(['direct', 'delegate'] as const).map((value) => ({ value, ...words.systems[value] }))}
          />
        </div>
      </Section>
      <Section title={words.documentsSection}>
        <CheckList
          label={words.documents}
          hint={words.documentsHint}
          value={plan.documents ?? []}
          onValue={(documents) => onChange({ documents })}
          choices={ratDocuments.map((value) => ({ value, label: words.documentNames[value] }))}
        />
      </Section>
    </>
  );

  function yearHint(year: number): string {
    const standing = standingOf(year, meetings, meetingId);
    if (standing.kind === 'none' && year > lastEndedBookYear(today, cooperative.bookYearEndMonth)) return words.yearStandings.running;
    if (standing.kind === 'held') return words.yearStandings.held(showDay(standing.heldOn));
    return words.yearStandings[standing.kind];
  }
}
