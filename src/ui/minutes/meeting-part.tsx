/** Where and when the meeting was, and who led it. */
import { Button } from '../kit/button.tsx';
import { TimeField } from '../kit/date-field.tsx';
import { showWeekday } from '../kit/figures.ts';
import { TextArea, TextField } from '../kit/text-field.tsx';
import { ruleWords } from '../rule-words.ts';
import { useWords } from '../words/words.ts';
import { clockOf, meetingHoursOf } from './meeting-hours.ts';
import { type MinutesForm, problemAt } from './minutes-form.ts';
import { Place } from './minutes-part.tsx';
import { placeIdOf } from './minutes-places.ts';
import { minutesWords } from './minutes-words.ts';

export function MeetingPart({ form }: { form: MinutesForm }) {
  const words = useWords(minutesWords);
  const { draft, content, change } = form;
  const ends = problemAt(form, 'endedAt');
  const held = problemAt(form, 'heldOn');
  const { endsNextDay } = meetingHoursOf(content.heldOn, draft.startTime, draft.endTime);
  return (
    <>
      <Place id={placeIdOf('heldOn')}>
        <TextField
          label={words.heldOn}
          value={showWeekday(content.heldOn)}
          onValue={() => undefined}
          readOnly
          {...(held ? { error: ruleWords(held) } : {})}
        />
      </Place>
      <Place id={placeIdOf('place')}>
        <TextField corrected label={words.place} maxLength={300} value={draft.place} onValue={(place) => change({ place })} />
      </Place>
      <div class="pair">
        <Place id={placeIdOf('startedAt')}>
          <TimeField label={words.startTime} value={draft.startTime} onValue={(startTime) => change({ startTime })} />
        </Place>
        <Place id={placeIdOf('endedAt')}>
          <TimeField
            label={words.endTime}
            value={draft.endTime}
            onValue={(endTime) => change({ endTime })}
            {...(endsNextDay ? { hint: words.endsNextDay } : {})}
            {...(ends ? { error: ruleWords(ends) } : {})}
          />
          {draft.endTime === undefined && !draft.amendment && (
            <Button look="quiet" icon="clock" onClick={() => change({ endTime: clockOf(Date.now()) })}>
              {words.now}
            </Button>
          )}
        </Place>
        <Place id={placeIdOf('chairName')}>
          <TextField label={words.chairName} maxLength={200} value={draft.chairName} onValue={(chairName) => change({ chairName })} />
        </Place>
        <Place id={placeIdOf('secretaryName')}>
          <TextField
            label={words.secretaryName}
            maxLength={200}
            value={draft.secretaryName}
            onValue={(secretaryName) => change({ secretaryName })}
          />
        </Place>
      </div>
      <Place id={placeIdOf('number')}>
        <TextField
          label={words.number}
          hint={words.numberHint}
          optional
          maxLength={120}
          value={draft.number}
          onValue={(number) => change({ number })}
        />
      </Place>
      <Place id={placeIdOf('officeGuests')}>
        <TextArea
          label={words.officeGuests}
          hint={words.officeGuestsHint}
          optional
          rows={2}
          maxLength={1000}
          value={draft.officeGuests}
          onValue={(officeGuests) => change({ officeGuests })}
        />
      </Place>
    </>
  );
}
