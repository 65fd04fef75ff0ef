/** What is on record about one attendance, and taking it back with a reason. */
import { useEffect, useState } from 'preact/hooks';
import { readRow } from '../../data/rows.ts';
import { type Attendance, isMarkedTwice, isPresent, standingMarksOf } from '../../domain/attendance.ts';
import type { RosterMember } from '../../domain/roster.ts';
import { useApp } from '../app-context.ts';
import { Banner } from '../kit/banner.tsx';
import { Button } from '../kit/button.tsx';
import { DefinitionList, type Fact } from '../kit/card.tsx';
import { ChoiceList } from '../kit/choice-list.tsx';
import { Dialog } from '../kit/dialog.tsx';
import { showMoment } from '../kit/figures.ts';
import { TextField } from '../kit/text-field.tsx';
import { useLive } from '../use-live.ts';
import { useWords } from '../words/words.ts';
import { meetingWords } from './meeting-words.ts';
import type { Marking } from './use-marking.ts';

export interface MarkDialogProps {
  open: boolean;
  name: string;
  member: RosterMember | undefined;
  attendance: Attendance | undefined;
  closed: boolean;
  marking: Marking;
  onClose: () => void;
}

const quickReasons = ['wrongPerson', 'slip', 'left', 'notMember', 'other'] as const;
type QuickReason = (typeof quickReasons)[number];

export function MarkDialog({ open, name, member, attendance, closed, marking, onClose }: MarkDialogProps) {
  const { db, session } = useApp();
  const words = useWords(meetingWords);
  const general = useWords();
  const [asking, setAsking] = useState(false);
  const [quick, setQuick] = useState<QuickReason>();
  const [other, setOther] = useState('');
  useEffect(() => {
    setAsking(false);
    setQuick(undefined);
    setOther('');
  }, [open]);
  const officerIds = [...new Set([...(attendance?.marks ?? []), ...(attendance?.voids ?? [])].map((mark) => mark.officerId))];
  const officers = useLive(
    async () => new Map(await Promise.all(officerIds.map(async (id) => [id, (await readRow(db, 'officer', id))?.data.name] as const))),
    [db, officerIds.join()],
  ).value;
  const by = (id: string) => (id === session.officer.id ? words.you : (officers?.get(id) ?? words.anotherOfficer));
  const present = attendance !== undefined && isPresent(attendance);
  const reason = quick === 'other' ? other.trim() : quick && words.voidReasons[quick];

  const takeBack = async () => {
    if (!attendance || !reason) return;
    const markIds = standingMarksOf(attendance).map((mark) => mark.factId);
    // Failures stand in the list itself, where they can be tried again.
    onClose();
    await marking.voidMarks(attendance, markIds, reason);
  };

  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={name}
      actions={
        closed || !present ? (
          <Button onClick={onClose}>{general.close}</Button>
        ) : asking ? (
          <>
            <Button onClick={() => setAsking(false)}>{words.keepMark}</Button>
            <Button look="danger" icon="undo" disabled={!reason} onClick={() => void takeBack()}>
              {words.voidDo}
            </Button>
          </>
        ) : (
          <>
            <Button look="danger" icon="undo" onClick={() => setAsking(true)}>
              {words.voidAsk}
            </Button>
            <Button look="primary" onClick={onClose}>
              {general.close}
            </Button>
          </>
        )
      }
    >
      {asking ? (
        <>
          <p>{words.voidBody}</p>
          <ChoiceList
            label={words.reason}
            value={quick}
            onValue={setQuick}
            choices={quickReasons.map((value) => ({ value, label: words.voidReasons[value] }))}
          />
          {quick === 'other' && <TextField label={words.otherReason} corrected maxLength={500} value={other} onValue={setOther} />}
        </>
      ) : (
        <>
          {attendance && isMarkedTwice(attendance) && (
            <Banner tone="warn" title={words.twiceTitle}>
              {words.twiceBody}
            </Banner>
          )}
          {!attendance && <p>{words.notMarked}</p>}
          <DefinitionList facts={factsOf()} />
        </>
      )}
    </Dialog>
  );

  function factsOf(): Fact[] {
    const sex = member?.sex ?? attendance?.sex;
    const facts: Fact[] = [];
    if (member) {
      facts.push([words.memberNumber, member.memberNumber], [words.sex, sex && words.sexes[sex].long]);
      if (member.group) facts.push([words.group, member.group]);
    } else if (attendance) {
      facts.push([words.guestRole, words.guestRoles[attendance.role === 'observer' ? 'observer' : 'guest'].label]);
      facts.push([words.institution, attendance.institution], [words.position, attendance.position]);
    }
    if (!attendance) return facts;
    const voids = new Map(attendance.voids.map((entry) => [entry.markId, entry]));
    if (present) facts.push([words.wayLabel, words.ways[attendance.mode]]);
    for (const [place, mark] of attendance.marks.entries()) {
      const taken = voids.get(mark.factId);
      const label = attendance.marks.length > 1 ? words.markNumber(place + 1) : words.markedAt;
      facts.push([
        label,
        <>
          {showMoment(mark.at)} · {by(mark.officerId)}
          {taken && (
            <>
              <br />
              <span class="muted">{words.voidedBy(showMoment(taken.at), by(taken.officerId), taken.reason)}</span>
            </>
          )}
        </>,
      ]);
    }
    return facts;
  }
}
