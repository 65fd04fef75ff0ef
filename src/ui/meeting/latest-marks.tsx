/** The last marks of this officer with a way to take each back, for the slip of a finger. */
import { useMemo } from 'preact/hooks';
import type { AttendanceList } from '../../data/attendance.ts';
import { Button } from '../kit/button.tsx';
import { showRecent } from '../kit/figures.ts';
import { useWords } from '../words/words.ts';
import { meetingWords } from './meeting-words.ts';
import { latestMarksOf } from './roll-entries.ts';
import type { Marking } from './use-marking.ts';

const most = 3;

export function LatestMarks({ list, officerId, marking }: { list: AttendanceList; officerId: string; marking: Marking }) {
  const words = useWords(meetingWords);
  const general = useWords();
  const latest = useMemo(() => latestMarksOf(list.values(), officerId, most), [list, officerId]);
  if (latest.length === 0) return <p class="small muted">{words.latestNone}</p>;
  return (
    <ul class="latest" aria-label={words.latest}>
      {latest.map(({ attendance, factId, at }) => (
        <li key={factId}>
          <span class="latest-name">
            <span class="figure muted">{showRecent(at, Date.now())}</span> {attendance.name}
          </span>
          <Button
            icon="undo"
            look="quiet"
            label={words.undoOf(attendance.name)}
            onClick={() => void marking.voidMarks(attendance, [factId], words.undoReason)}
          >
            {general.undo}
          </Button>
        </li>
      ))}
    </ul>
  );
}
