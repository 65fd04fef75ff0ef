/** The life of a recorded RAT as events in their order, as far as its rows tell it. */
import type { Changes } from '../../domain/change.ts';
import type { Minutes } from '../../domain/minutes.ts';
import type { RatMeeting } from '../../domain/rat-meeting.ts';

interface Happened {
  at: number;
  officerId: string;
  /** A reason or a note, in the officer's words. */
  said?: string | undefined;
}
export type HistoryEvent =
  | ({ kind: 'recorded' | 'sealed' | 'returned' | 'resubmitted' | 'verified' } & Happened)
  | ({ kind: 'opened'; voters: number } & Happened)
  | ({ kind: 'amended'; changes: Changes } & Happened);

/** Rows from before every return was kept know only the last one. */
export function historyOf(meeting: RatMeeting, minutes: Minutes | undefined): HistoryEvent[] {
  const { opening, returned, resubmitted, verified, recordedAt, recordedBy } = meeting;
  const returns = meeting.returns ?? (returned ? [returned] : []);
  const resubmissions = meeting.resubmissions ?? (resubmitted ? [resubmitted] : []);
  const events: HistoryEvent[] = [{ kind: 'recorded', at: recordedAt, officerId: recordedBy }];
  if (opening) events.push({ kind: 'opened', at: opening.openedAt, officerId: opening.officerId, voters: opening.registeredVoters });
  if (minutes) events.push({ kind: 'sealed', at: minutes.sealedAt, officerId: minutes.recordedBy });
  for (const { at, officerId, reason, changes } of minutes?.amendments ?? []) {
    events.push({ kind: 'amended', at, officerId, said: reason, changes });
  }
  for (const { at, officerId, reason } of returns) events.push({ kind: 'returned', at, officerId, said: reason });
  for (const { at, officerId, note } of resubmissions) events.push({ kind: 'resubmitted', at, officerId, said: note });
  if (verified) events.push({ kind: 'verified', at: verified.at, officerId: verified.officerId, said: verified.note });
  return events.sort((one, other) => one.at - other.at);
}
