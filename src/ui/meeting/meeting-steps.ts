/** The way from a plan to a sealed RAT, and which step comes next. */
import type { MeetingState } from '../../domain/rat-meeting.ts';

export const meetingSteps = ['plan', 'roster', 'open', 'rollCall', 'minutes', 'sign', 'finished'] as const;
export type MeetingStep = (typeof meetingSteps)[number];

export interface MeetingProgress {
  state: MeetingState;
  memberCount: number;
  opened: boolean;
  quorumReached: boolean;
  /** Minutes are being written on this tablet. */
  minutesBegun: boolean;
  sealed: boolean;
}

export function isStepDone(step: MeetingStep, progress: MeetingProgress): boolean {
  const { state, memberCount, opened, quorumReached, minutesBegun, sealed } = progress;
  switch (step) {
    case 'plan':
      return true;
    case 'roster':
      return sealed || memberCount > 0;
    case 'open':
      return sealed || opened;
    case 'rollCall':
      return sealed || (opened && quorumReached);
    case 'minutes':
      return sealed || (opened && quorumReached && minutesBegun);
    case 'sign':
      return sealed;
    case 'finished':
      return state === 'verified';
  }
}

/** An adjourned meeting goes on only as another one: its last step is the roll call at which too few came. */
export function nextStep(progress: MeetingProgress): MeetingStep {
  if (progress.state === 'adjourned') return 'rollCall';
  return meetingSteps.find((step) => !isStepDone(step, progress)) ?? 'finished';
}

/** A step can be opened once everything before it is done; what is behind can always be looked at. */
export function isStepOpen(step: MeetingStep, progress: MeetingProgress): boolean {
  switch (step) {
    case 'plan':
    case 'roster':
      return true;
    case 'open':
    case 'finished':
      return false;
    case 'rollCall':
    case 'minutes':
      return progress.opened;
    case 'sign':
      return progress.sealed || (progress.opened && progress.minutesBegun && progress.state !== 'adjourned');
  }
}
