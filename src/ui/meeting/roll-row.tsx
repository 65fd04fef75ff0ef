/** One member at the roll call: a big target that says at a glance whether they are here. */
import { Component } from 'preact';
import { type Attendance, isMarkedTwice, isPresent, standingMarksOf } from '../../domain/attendance.ts';
import type { RosterMember } from '../../domain/roster.ts';
import { showRecent } from '../kit/figures.ts';
import { Icon } from '../kit/icon.tsx';
import { useWords } from '../words/words.ts';
import { meetingWords } from './meeting-words.ts';
import { useMemberDetail } from './member-item.tsx';

export interface RollRowProps {
  member: RosterMember;
  attendance: Attendance | undefined;
  failed: boolean;
  closed: boolean;
  /** Answers when the mark is on the tablet, or has failed; nothing when there is nothing to wait for. */
  onTap: (member: RosterMember) => Promise<unknown> | undefined;
}

/** Drawn again only when its own member changes: one mark must not redraw a hall of five hundred. */
export class RollRow extends Component<RollRowProps, { pending: boolean }> {
  override state = { pending: false };

  // The newest list is asked when the row is tapped, whichever drawing of it stands.
  private readonly tap = () => {
    const kept = this.props.onTap(this.props.member);
    if (!kept) return;
    this.setState({ pending: true });
    void kept.finally(() => this.setState({ pending: false }));
  };

  override shouldComponentUpdate(next: RollRowProps, { pending }: { pending: boolean }): boolean {
    const { member, attendance, failed, closed } = this.props;
    return (
      pending !== this.state.pending ||
      next.member !== member ||
      next.attendance !== attendance ||
      next.failed !== failed ||
      next.closed !== closed
    );
  }

  override render() {
    return <DrawnRow {...this.props} pending={this.state.pending} onTap={this.tap} />;
  }
}

interface DrawnRowProps extends Omit<RollRowProps, 'onTap'> {
  pending: boolean;
  onTap: () => void;
}

function DrawnRow({ member, attendance, pending, failed, closed, onTap }: DrawnRowProps) {
  const words = useWords(meetingWords);
  const detail = useMemberDetail(member);
  const present = attendance !== undefined && isPresent(attendance);
  const state = failed ? 'failed' : pending ? 'pending' : present ? 'present' : 'absent';
  const standing = attendance && present ? standingMarksOf(attendance) : [];
  const arrived = standing[0]?.at ?? 0;
  return (
    <button
      type="button"
      class={`roll-row ${state}`}
      aria-pressed={present}
      aria-busy={pending || undefined}
      aria-disabled={(closed && !attendance) || undefined}
      onClick={onTap}
    >
      <span class="roll-mark">
        <Icon name={failed ? 'warning' : pending ? 'sync' : present ? 'check' : 'plus'} size={26} class={pending ? 'spin' : undefined} />
      </span>
      <span class="roll-name">{member.name}</span>
      <span class="roll-detail">{detail}</span>
      <span class="roll-side">
        {pending ? (
          words.keeping
        ) : present ? (
          <>
            <strong>{showRecent(arrived, Date.now())}</strong>
            <small>
              {attendance && isMarkedTwice(attendance)
                ? words.markedTwice
                : attendance && attendance.mode !== 'inPerson'
                  ? words.ways[attendance.mode]
                  : words.presentShort}
            </small>
          </>
        ) : null}
      </span>
    </button>
  );
}
