/** The rows of the roll call: drawn anew when another part of the roster is shown, and not for a mark, which its own row watches for. */
import type { ReadonlySignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import type { AttendanceList } from '../../data/attendance.ts';
import { VirtualList } from '../kit/virtual-list.tsx';
import { language } from '../words/language.ts';
import { useWords } from '../words/words.ts';
import { meetingWords } from './meeting-words.ts';
import type { RollEntry } from './roll-entries.ts';
import { RollRow, type RollRowProps } from './roll-row.tsx';
import type { FailedAct } from './use-marking.ts';

export interface RollListProps {
  rows: readonly RollEntry[];
  live: ReadonlySignal<AttendanceList>;
  failed: readonly FailedAct[];
  closed: boolean;
  onTap: RollRowProps['onTap'];
}

export const rollRowHeight = 68;

export function RollList({ rows, live, failed, closed, onTap }: RollListProps) {
  const words = useWords(meetingWords);
  return useMemo(
    () => (
      <VirtualList label={words.rollTitle} rows={rows} keyOf={({ member }) => member.memberKey} rowHeight={rollRowHeight}>
        {({ member }) => (
          <RollRow
            member={member}
            live={live}
            failed={failed.some((failure) => failure.memberKey === member.memberKey)}
            closed={closed}
            onTap={onTap}
          />
        )}
      </VirtualList>
    ),
    [rows, live, failed, closed, onTap, language.value],
  );
}
