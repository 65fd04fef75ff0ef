/** How far a meeting has come, in English. */
import type { meetingStates as source } from '../id/meeting-states.ts';

export const meetingStates: typeof source = {
  planned: 'Planned',
  open: 'Open',
  adjourned: 'Adjourned',
  waitingForVerification: 'Awaits verification',
  returned: 'Sent back',
  verified: 'Verified',
};
