/** One member at the roll call: a big target that says at a glance whether they are here. */
import { type ReadonlySignal, useComputed } from '@preact/signals';
import type { AttendanceList } from '../../data/attendance.ts';
import { isMarkedTwice, isPresent, standingMarksOf } from '../../domain/attendance.ts';
import type { RosterMember } from '../../domain/roster.ts';
import { showRecent } from '../kit/figures.ts';
import { Icon } from '../kit/icon.tsx';
import { useWords } from '../words/words.ts';
import { meetingWords } from './meeting-words.ts';
import { useMemberDetail } from './member-item.tsx';

export interface RollRowProps {
  member: RosterMember;
  live: ReadonlySignal<AttendanceList>;
  failed: boolean;
  closed: boolean;
  /** Answers when the mark is on the tablet, or has failed; nothing when there is nothing to wait for. */
  onTap: (member: RosterMember) => Promise<unknown> | undefined;
}

export function RollRow({ member, live, failed, closed, onTap }: RollRowProps) {
  const words = useWords(meetingWords);
  const detail = useMemberDetail(member);
  const attendance = useComputed(() => live.value.get(member.memberKey)).value;
  const present = attendance !== undefined && isPresent(attendance);
  const state = failed ? 'failed' : present ? 'present' : 'absent';
  return (
    <button
      type="button"
      class={`roll-row ${state}`}
      aria-pressed={present}
      aria-disabled={(closed && !attendance) || undefined}
      data-keeping={words.keeping}
      onClick={(event) => {
        const kept = onTap(member);
        if (kept) showPending(event.currentTarget, kept);
      }}
    >
      <span class="roll-mark">
        <Icon name={failed ? 'warning' : present ? 'check' : 'plus'} size={26} />
      </span>
      <span class="roll-name">{member.name}</span>
      <span class="roll-detail">{detail}</span>
      {present && (
        <span class="roll-side">
          <strong>{showRecent(standingMarksOf(attendance)[0]?.at ?? 0, Date.now())}</strong>
          <small>
            {isMarkedTwice(attendance)
              ? words.markedTwice
              : attendance.mode === 'inPerson'
                ? words.presentShort
                : words.ways[attendance.mode]}
          </small>
        </span>
      )}
    </button>
  );
}

// By class alone: drawing the row once more before its mark is kept would cost a slow tablet as much time as keeping it.
function showPending(row: HTMLElement, kept: Promise<unknown>): void {
  row.classList.add('pending');
  row.setAttribute('aria-busy', 'true');
  const done = () => {
    row.classList.remove('pending');
    row.removeAttribute('aria-busy');
  };
  kept.then(done, done);
}
