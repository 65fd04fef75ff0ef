/** Adjourning a meeting to which too few came. */
import type { Row } from '../../domain/world.ts';
import { showCount } from '../kit/figures.ts';
import { useWords } from '../words/words.ts';
import { meetingWords } from './meeting-words.ts';
import { ReasonDialog } from './reason-dialog.tsx';

export interface AdjournDialogProps {
  open: boolean;
  onClose: () => void;
  meeting: Row<'ratMeeting'>;
  present: number;
}

export function AdjournDialog({ meeting, present, ...shown }: AdjournDialogProps) {
  const words = useWords(meetingWords);
  const counts = [showCount(present), showCount(meeting.data.opening?.registeredVoters ?? 0)] as const;
  return (
    <ReasonDialog
      {...shown}
      title={words.adjournQuestion}
      body={words.adjournBody(...counts)}
      usual={words.adjournReason(...counts)}
      act={{ label: words.adjourn, icon: 'clock' }}
      said={{ done: words.adjourned, notDone: words.notAdjourned }}
      actOf={(reason) => ({
        type: 'ratMeetingAdjourned',
        id: meeting.id,
        area: meeting.area,
        body: { adjournedAt: Date.now(), present, reason },
      })}
    />
  );
}
