/** How far a meeting has come, in English. */
import type { meetingStates as source } from '../id/meeting-states.ts';

export const meetingStates: typeof source = {
  planned: 'Planned',
  open: 'Open',
  cancelled: 'Called off',
  adjourned: 'Adjourned',
  waitingForVerification: 'Awaits verification',
  returned: 'Sent back',
  verified: 'Verified',
};
