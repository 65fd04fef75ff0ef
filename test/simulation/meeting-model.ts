// What meetings, their rosters and their minutes must come to, by a plain model that shares no code with the product's folds.
import { strict as assert } from 'node:assert';
import { isFolded, type LogEntry, type StoredRow } from './log.ts';

interface Meeting {
  opened?: string;
  cancelled?: string;
  adjourned?: string;
  held?: string;
  returns: number;
  answers: number;
  verified?: string;
  roster: string[];
  sealed?: string;
  amendments: number;
  sheets: Set<string>;
}

/** Facts of a meeting that may no longer be folded once its minutes are sealed (I5). */
const beforeSealing = new Set(['attendanceMarked', 'attendanceVoided', 'ratMeetingChanged', 'ratMeetingAdjourned']);

export function meetingsAsModelled(log: readonly LogEntry[], rows: readonly StoredRow[]): void {
  const meetings = new Map<string, Meeting>();
  const of = (id: string): Meeting => {
    const meeting = meetings.get(id) ?? { returns: 0, answers: 0, roster: [], amendments: 0, sheets: new Set<string>() };
    meetings.set(id, meeting);
    return meeting;
  };
  for (const { fact } of log.filter(isFolded)) {
    const { id, noun } = fact.subject;
    if (noun !== 'ratMeeting' && noun !== 'roster' && noun !== 'minutes' && noun !== 'attendance') continue;
    const meeting = of(id.split(':')[0] ?? id);
    const body = fact.body as { members: { memberKey: string }[]; memberKeys: string[]; contentHash: string; files: { sha256: string }[] };
    assert.ok(!(beforeSealing.has(fact.type) && (meeting.held ?? meeting.sealed)), `${fact.type} came after the sealing (I5)`);
    switch (fact.type) {
      case 'ratMeetingOpened':
        meeting.opened ??= fact.officerId;
        break;
      case 'ratMeetingCancelled':
        assert.ok(!meeting.opened, 'what was opened is not called off');
        meeting.cancelled ??= fact.officerId;
        break;
      case 'ratMeetingAdjourned':
        meeting.adjourned ??= fact.officerId;
        break;
      case 'minutesSigned':
        // A second sealing of the very same content says nothing new.
        assert.equal(meeting.sealed ?? body.contentHash, body.contentHash, 'minutes are sealed once (I5)');
        meeting.sealed = body.contentHash;
        break;
      case 'minutesAmended':
        meeting.amendments += 1;
        break;
      case 'ratMeetingHeld':
        assert.ok(meeting.sealed, 'held by its minutes');
        meeting.held ??= fact.officerId;
        break;
      case 'ratReturned':
        meeting.returns += 1;
        break;
      case 'ratResubmitted':
        meeting.answers += 1;
        break;
      case 'ratVerified':
        meeting.verified ??= fact.officerId;
        break;
      case 'ratSheetsAdded':
        for (const { sha256 } of body.files) meeting.sheets.add(sha256);
        break;
      case 'rosterRecorded':
        assert.ok(!meeting.opened, 'the roster is frozen (I4)');
        for (const { memberKey } of body.members) if (!meeting.roster.includes(memberKey)) meeting.roster.push(memberKey);
        break;
      case 'rosterMembersStruck':
        assert.ok(!meeting.opened, 'the roster is frozen (I4)');
        meeting.roster = meeting.roster.filter((memberKey) => !body.memberKeys.includes(memberKey));
        break;
    }
  }
  for (const [id, meeting] of meetings) compare(id, meeting, rows);
}

interface StoredMeeting {
  opening?: { officerId: string };
  adjournment?: { officerId: string };
  cancellation?: { officerId: string };
  holding?: { officerId: string };
  verified?: { officerId: string };
  returns?: unknown[];
  resubmissions?: unknown[];
  sheets?: { sha256: string }[];
  members?: { memberKey: string }[];
  contentHash?: string;
  amendments?: { reason: string }[];
}

function compare(id: string, meeting: Meeting, rows: readonly StoredRow[]): void {
  const find = (noun: string) => rows.find((row) => row.noun === noun && row.id === id)?.data as StoredMeeting | undefined;
  const [held, roster, minutes] = [find('ratMeeting'), find('roster'), find('minutes')];
  assert.deepEqual(
    {
      opened: held?.opening?.officerId,
      adjourned: held?.adjournment?.officerId,
      cancelled: held?.cancellation?.officerId,
      held: held?.holding?.officerId,
      verified: held?.verified?.officerId,
      returns: held?.returns?.length ?? 0,
      answers: held?.resubmissions?.length ?? 0,
      sheets: new Set((held?.sheets ?? []).map(({ sha256 }) => sha256)),
      roster: roster?.members?.map(({ memberKey }) => memberKey) ?? [],
      sealed: minutes?.contentHash,
      amendments: (minutes?.amendments ?? []).filter(({ reason }) => reason === 'Salah tulis').length,
    },
    {
      opened: meeting.opened,
      adjourned: meeting.adjourned,
      cancelled: meeting.cancelled,
      held: meeting.held,
      verified: meeting.verified,
      returns: meeting.returns,
      answers: meeting.answers,
      sheets: meeting.sheets,
      roster: meeting.roster,
      sealed: meeting.sealed,
      amendments: meeting.amendments,
    },
    `meeting ${id} as modelled`,
  );
}
