/** Calling off a meeting that was planned and has not been opened. */
import type { Row } from '../../domain/world.ts';
import { useWords } from '../words/words.ts';
import { meetingWords } from './meeting-words.ts';
import { ReasonDialog } from './reason-dialog.tsx';

export interface CancelDialogProps {
  open: boolean;
  onClose: () => void;
  meeting: Row<'ratMeeting'>;
}

export function CancelDialog({ meeting, ...shown }: CancelDialogProps) {
  const words = useWords(meetingWords);
  return (
    <ReasonDialog
      {...shown}
      title={words.cancelQuestion}
      body={words.cancelBody}
      act={{ label: words.cancelAct, icon: 'cross' }}
      said={{ done: words.cancelled, notDone: words.notCancelled }}
      actOf={(reason) => ({
        type: 'ratMeetingCancelled',
        id: meeting.id,
        area: meeting.area,
        body: { cancelledAt: Date.now(), reason },
      })}
    />
  );
}
