/** A member who was marked at one door and voided at another: what happened in its order, and was the member there. */
import { useState } from 'preact/hooks';
import { type Attendance, type Dispute, isPresent } from '../../domain/attendance.ts';
import type { Row } from '../../domain/world.ts';
import { Banner } from '../kit/banner.tsx';
import { Button } from '../kit/button.tsx';
import { Card } from '../kit/card.tsx';
import { ChoiceList } from '../kit/choice-list.tsx';
import { TextField } from '../kit/text-field.tsx';
import { useWords } from '../words/words.ts';
import { type ConflictWords, conflictWords } from './conflict-words.ts';
import { useDecision } from './use-decision.ts';
import { momentWords } from './written-by.ts';

export interface AttendanceCardProps {
  row: Row<'attendance'>;
  dispute: Dispute;
  cooperativeId: string;
  /** The minutes are signed: nobody's presence changes any more. */
  sealed: boolean;
  nameOf: (officerId: string) => string;
}

export function AttendanceCard({ row, dispute, cooperativeId, sealed, nameOf }: AttendanceCardProps) {
  const words = useWords(conflictWords);
  const [said, setSaid] = useState<'present' | 'absent'>();
  const [note, setNote] = useState('');
  const decider = useDecision();
  const held = isPresent(row.data) ? 'present' : 'absent';

  const save = async () => {
    if (!said) return decider.say(words.pickFirst);
    const { markIds, against } = dispute;
    const body = {
      meetingId: row.data.meetingId,
      present: said === 'present',
      markIds,
      against,
      ...(note.trim() ? { note: note.trim() } : {}),
    };
    await decider.decide({ type: 'attendanceConflictResolved', id: row.id, area: row.area, body }, cooperativeId);
  };

  return (
    <Card title={words.attendance(row.data.name)}>
      <div class="stack">
        <p>{words.attendanceBody}</p>
        <ul class="happenings">
          {happened(row.data, nameOf, words).map(({ key, text }) => (
            <li key={key}>{text}</li>
          ))}
        </ul>
        {sealed && <p class="note">{words.sealed}</p>}
        <ChoiceList
          label={words.wasThere}
          value={said}
          onValue={(value) => {
            setSaid(value);
            decider.say(undefined);
          }}
          choices={(['present', 'absent'] as const).map((value) => ({ value, label: words[value], disabled: sealed && value !== held }))}
        />
        <TextField
          label={said === 'absent' ? words.reason : words.note}
          hint={words.noteHint}
          optional={said !== 'absent'}
          corrected
          maxLength={500}
          value={note}
          onValue={setNote}
        />
        {decider.problem && (
          <Banner tone="bad" urgent title={words.notSaved}>
            {decider.problem}
          </Banner>
        )}
        <div class="row">
          <Button look="primary" icon="check" busy={decider.busy} onClick={() => void save()}>
            {words.save}
          </Button>
        </div>
      </div>
    </Card>
  );
}

/** Marks, voids and decisions, each with who and when, the earliest first. */
function happened({ marks, voids, decisions = [] }: Attendance, nameOf: (id: string) => string, words: ConflictWords) {
  const firstVoids = voids.filter(({ factId }, place) => voids.findIndex((other) => other.factId === factId) === place);
  const byDecision = new Set(decisions.map(({ factId }) => factId));
  return [
    ...marks.map((mark) => ({ key: mark.factId, at: mark.at, text: words.marked(nameOf(mark.officerId), momentWords(mark, words)) })),
    ...firstVoids
      .filter(({ factId }) => !byDecision.has(factId))
      .map((entry) => ({
        key: entry.factId,
        at: entry.at,
        text: words.voided(nameOf(entry.officerId), momentWords(entry, words), entry.reason),
      })),
    ...decisions.map((decision) => {
      const say = decision.present ? words.decidedPresent : words.decidedAbsent;
      return { key: decision.factId, at: decision.at, text: say(nameOf(decision.officerId), momentWords(decision, words)) };
    }),
  ].sort((one, other) => one.at - other.at);
}
