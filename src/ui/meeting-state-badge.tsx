/** How far a meeting has come, as a stamp. */
import type { MeetingState } from '../domain/rat-meeting.ts';
import { StatusBadge, type Tone } from './kit/badge.tsx';
import type { IconName } from './kit/icon.tsx';
import { meetingStates as wordsEn } from './words/en/meeting-states.ts';
import { meetingStates as wordsId } from './words/id/meeting-states.ts';
import { dictionary, useWords } from './words/words.ts';

export const meetingStateWords = dictionary(wordsId, wordsEn);

const looks: Record<MeetingState, { tone: Tone; icon: IconName }> = {
  planned: { tone: 'neutral', icon: 'calendar' },
  open: { tone: 'warn', icon: 'meeting' },
  cancelled: { tone: 'neutral', icon: 'cross' },
  adjourned: { tone: 'warn', icon: 'undo' },
  waitingForVerification: { tone: 'info', icon: 'office' },
  returned: { tone: 'bad', icon: 'warning' },
  verified: { tone: 'good', icon: 'check' },
};

export function MeetingStateBadge({ state }: { state: MeetingState }) {
  return <StatusBadge {...looks[state]}>{useWords(meetingStateWords)[state]}</StatusBadge>;
}
