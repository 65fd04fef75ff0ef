/** Marking and voiding at the roll call: under way until the tablet has committed it, and never said to be saved before. */
import { useRef, useState } from 'preact/hooks';
import { type Act, recordActs } from '../../data/record.ts';
import { attendanceIdOf, type Mark } from '../../domain/attendance.ts';
import { useApp } from '../app-context.ts';
import { ruleWords } from '../rule-words.ts';
import { useWords } from '../words/words.ts';
import { meetingWords } from './meeting-words.ts';
import type { LiveAttendance } from './use-attendance.ts';
import type { RecordedMeeting } from './use-meeting.tsx';

export type MarkWay = Mark['mode'];

export interface FailedAct {
  memberKey: string;
  name: string;
  problem: string;
  again: () => void;
}

export interface Marking {
  failed: readonly FailedAct[];
  dismiss: (memberKey: string) => void;
  /** Answers whether it is on record. */
  mark: (wish: Omit<Mark, 'meetingId' | 'arrivedAt'>) => Promise<boolean>;
  /** Takes back the marks named by their facts; the rest of the member's marks stand. */
  voidMarks: (member: { memberKey: string; name: string }, markIds: readonly string[], reason: string) => Promise<boolean>;
}

export function useMarking({ meeting, roster }: Pick<RecordedMeeting, 'meeting' | 'roster'>, keep: LiveAttendance['keep']): Marking {
  const { db } = useApp();
  const words = useWords(meetingWords);
  const { id: meetingId, area } = meeting;
  // An open meeting's roster is frozen, so it need not be read anew for each of hundreds of marks.
  const known = roster && meeting.data.opening ? [roster] : [];
  const [failed, setFailed] = useState<readonly FailedAct[]>([]);
  // A second tap comes before the first one is drawn.
  const underWay = useRef(new Set<string>());

  const without = (memberKey: string) =>
    setFailed((held) =>
      held.some((entry) => entry.memberKey === memberKey) ? held.filter((entry) => entry.memberKey !== memberKey) : held,
    );

  const act = async (wish: Act, member: { memberKey: string; name: string }): Promise<boolean> => {
    const { memberKey, name } = member;
    if (underWay.current.has(memberKey)) return false;
    underWay.current.add(memberKey);
    let problem: string | undefined;
    try {
      const result = await recordActs(db, [wish], { root: meeting.data.cooperativeId, known });
      if (result.kind === 'recorded') keep(result);
      else problem = result.kind === 'refused' ? ruleWords(result) : words.waiting;
    } catch {
      problem = words.notKept;
    }
    underWay.current.delete(memberKey);
    if (problem === undefined) {
      without(memberKey);
      return true;
    }
    const entry: FailedAct = { memberKey, name, problem, again: () => void act(wish, member) };
    setFailed((held) => [...held.filter((other) => other.memberKey !== memberKey), entry]);
    return false;
  };

  return {
    failed,
    dismiss: without,
    mark: (wish) =>
      act(
        {
          type: 'attendanceMarked',
          id: attendanceIdOf(meetingId, wish.memberKey),
          area,
          body: { ...wish, meetingId, arrivedAt: Date.now() },
        },
        wish,
      ),
    voidMarks: (member, markIds, reason) =>
      act(
        {
          type: 'attendanceVoided',
          id: attendanceIdOf(meetingId, member.memberKey),
          area,
          body: { meetingId, markIds: [...markIds], reason },
        },
        member,
      ),
  };
}
