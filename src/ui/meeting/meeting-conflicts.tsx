/** Fields that two officers set differently: both values with their authors, until somebody decides. */
import { readRow } from '../../data/rows.ts';
import type { FieldConflict } from '../../domain/change.ts';
import { meetingFields, type RatMeeting } from '../../domain/rat-meeting.ts';
import type { Row } from '../../domain/world.ts';
import { useApp } from '../app-context.ts';
import { Banner } from '../kit/banner.tsx';
import { Button } from '../kit/button.tsx';
import { showCount, showDay } from '../kit/figures.ts';
import { useLive } from '../use-live.ts';
import { useWords } from '../words/words.ts';
import { openConflictsOf } from './conflict.ts';
import { meetingWords } from './meeting-words.ts';
import { useRecord } from './use-record.ts';

export function MeetingConflicts({ meeting }: { meeting: Row<'ratMeeting'> }) {
  const { db, session } = useApp();
  const words = useWords(meetingWords);
  const open = openConflictsOf(meeting.data);
  const officerIds = [...new Set(open.flatMap((conflict) => [conflict.shownBy, conflict.otherBy]))].filter((id) => id !== undefined);
  const names = useLive(
    async () => new Map(await Promise.all(officerIds.map(async (id) => [id, (await readRow(db, 'officer', id))?.data.name] as const))),
    [db, officerIds.join()],
  ).value;
  const recorder = useRecord();
  const changeable = !meeting.data.holding;

  const decide = (conflict: FieldConflict) =>
    recorder.record([
      {
        type: 'ratMeetingChanged',
        id: meeting.id,
        area: meeting.area,
        body: { changes: { [conflict.field]: { from: conflict.shown, to: conflict.other } } },
      },
    ]);

  const nameOf = (id: string | undefined) => (id === session.officer.id ? words.you : ((id && names?.get(id)) ?? words.anotherOfficer));

  return (
    <>
      {open.map((conflict) => {
        const frozen = !(conflict.field in meetingFields);
        return (
          <Banner
            key={`${conflict.field} ${conflict.otherFactId}`}
            tone="warn"
            title={words.conflictTitle(words.fields[conflict.field as keyof typeof words.fields] ?? conflict.field)}
            actions={
              !frozen &&
              changeable && (
                <Button busy={recorder.busy} onClick={() => void decide(conflict)}>
                  {words.useOther(shownValue(conflict.field, conflict.other))}
                </Button>
              )
            }
          >
            <p>
              {words.conflictShown(shownValue(conflict.field, conflict.shown), nameOf(conflict.shownBy))}
              <br />
              {words.conflictOther(shownValue(conflict.field, conflict.other), nameOf(conflict.otherBy))}
            </p>
            <p>{frozen ? words.conflictFrozen : words.conflictBody}</p>
          </Banner>
        );
      })}
      {recorder.problem && (
        <Banner tone="bad" urgent title={words.notKeptTitle}>
          {recorder.problem}
        </Banner>
      )}
    </>
  );

  function shownValue(field: string, value: unknown): string {
    if (value === null || value === undefined || value === '') return words.blank;
    if (field === 'kind') return words.kinds[value as RatMeeting['kind']]?.label ?? String(value);
    if (field === 'mode') return words.modes[value as RatMeeting['mode']] ?? String(value);
    if (field === 'system') return words.systems[value as RatMeeting['system']]?.label ?? String(value);
    if (field === 'callNumber') return words.calls[value as RatMeeting['callNumber']] ?? String(value);
    if (Array.isArray(value)) return value.join(', ');
    if (typeof value === 'number') return showCount(value);
    return field.endsWith('On') ? showDay(String(value)) : String(value);
  }
}
