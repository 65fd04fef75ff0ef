/** The roster of the last RAT, taken over as it stood. */
import { heldOnOf } from '../../domain/rat-meeting.ts';
import type { RosterMember } from '../../domain/roster.ts';
import { Banner } from '../kit/banner.tsx';
import { Button } from '../kit/button.tsx';
import { Section } from '../kit/card.tsx';
import { showCount, showDay } from '../kit/figures.ts';
import { EmptyState } from '../kit/page-state.tsx';
import { showToast } from '../kit/toast.tsx';
import { VirtualList } from '../kit/virtual-list.tsx';
import { useWords } from '../words/words.ts';
import { meetingNameOf, meetingWords } from './meeting-words.ts';
import { MemberItem } from './member-item.tsx';
import { freshMembersOf, type RosterSubject, rosterActs } from './roster-draft.ts';
import type { EarlierRoster } from './roster-screen.tsx';
import { useRecord } from './use-record.ts';

export interface RosterEarlierProps {
  earlier: EarlierRoster;
  members: readonly RosterMember[];
  subject: RosterSubject;
  onDone: () => void;
}

export function RosterEarlier({ earlier, members, subject, onDone }: RosterEarlierProps) {
  const words = useWords(meetingWords);
  const recorder = useRecord();
  const fresh = freshMembersOf(earlier.members, members);
  const { data } = earlier.meeting;
  const day = heldOnOf(data) ?? data.opening?.heldOn;
  const title = words.earlierOf(meetingNameOf(words, data), day && showDay(day));

  const take = async () => {
    const done = await recorder.record(rosterActs(fresh, 'lastYear', subject));
    if (!done) return;
    showToast({ text: words.membersRecorded(showCount(fresh.length)) });
    onDone();
  };

  if (fresh.length === 0)
    return (
      <EmptyState icon="check" title={words.earlierAllTaken}>
        {title}
      </EmptyState>
    );
  return (
    <Section title={title} side={words.members(showCount(earlier.members.length))}>
      <div class="stack">
        <p>{words.earlierBody}</p>
        {fresh.length < earlier.members.length && (
          <p class="small muted">{words.alreadyThere(showCount(earlier.members.length - fresh.length))}</p>
        )}
        <div class="actions">
          <Button look="primary" icon="check" busy={recorder.busy} onClick={() => void take()}>
            {words.takeEarlier(showCount(fresh.length))}
          </Button>
        </div>
        {recorder.problem && (
          <Banner tone="bad" urgent title={words.rosterNotSaved}>
            {recorder.problem}
          </Banner>
        )}
        <div class="ruled">
          <VirtualList label={title} rows={fresh} keyOf={(member) => member.memberKey} rowHeight={memberRowHeight}>
            {(member) => <MemberItem member={member} />}
          </VirtualList>
        </div>
      </div>
    </Section>
  );
}

const memberRowHeight = 64;
