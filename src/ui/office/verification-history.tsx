/** What happened to a RAT from its first record to the office's word, with every reason that was given. */
import type { Minutes } from '../../domain/minutes.ts';
import type { RatMeeting } from '../../domain/rat-meeting.ts';
import { showCount, showMoment } from '../kit/figures.ts';
import { Icon, type IconName } from '../kit/icon.tsx';
import { ChangesView } from '../minutes/changes-view.tsx';
import { useWords } from '../words/words.ts';
import { useOfficerName } from './officer-names.ts';
import { type HistoryEvent, historyOf } from './verification-events.ts';
import { type VerificationWords, verificationWords } from './verification-words.ts';

const icons: Record<HistoryEvent['kind'], IconName> = {
  recorded: 'meeting',
  opened: 'user',
  sealed: 'signature',
  amended: 'pen',
  returned: 'undo',
  resubmitted: 'upload',
  verified: 'check',
};

export function VerificationHistory({ meeting, minutes }: { meeting: RatMeeting; minutes: Minutes | undefined }) {
  const words = useWords(verificationWords);
  const nameOf = useOfficerName();
  return (
    <ol class="history" aria-label={words.history}>
      {historyOf(meeting, minutes).map((event) => (
        <li key={`${event.kind} ${event.at}`}>
          <Icon name={icons[event.kind]} size={22} />
          <div class="stack tight">
            <strong>{titleOf(event, words, nameOf(event.officerId))}</strong>
            <span class="small muted figure">{showMoment(event.at)}</span>
            {event.said && <blockquote class="said">{event.said}</blockquote>}
            {event.kind === 'amended' && <ChangesView changes={event.changes} />}
          </div>
        </li>
      ))}
    </ol>
  );
}

function titleOf(event: HistoryEvent, { event: words }: VerificationWords, name: string): string {
  return event.kind === 'opened' ? words.opened(name, showCount(event.voters)) : words[event.kind](name);
}
