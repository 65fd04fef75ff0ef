// Sealed minutes as anyone may know of them who holds a paper of theirs: what was held, and where it stands; nothing about a person.
import { type Kysely, sql } from 'kysely';
import { hashedTextOf, type Minutes, sealedContentOf } from '../../src/domain/minutes.ts';
import { type MeetingState, meetingStateOf, type RatMeeting } from '../../src/domain/rat-meeting.ts';
import type { Schema } from './schema.ts';
import { hashOf } from './server-hash.ts';
import { settingsOf } from './setting.ts';

export interface SealedMinutes {
  cooperativeName: string;
  legalEntityNumber: string | undefined;
  kind: RatMeeting['kind'];
  bookYears: readonly number[];
  heldOn: string;
  present: number;
  registered: number;
  /** Epoch ms. */
  sealedAt: number;
  /** When it was changed since, epoch ms. */
  amendedAt: readonly number[];
  state: MeetingState;
  /** Whether the content, every amendment undone, still is what was signed. */
  isWhole: boolean;
  isDemo: boolean;
}

/** `contentHash`: 64 hexadecimal digits in lower case. Undefined where the office has no such minutes, or not yet. */
export async function sealedMinutesBy(db: Kysely<Schema>, contentHash: string): Promise<SealedMinutes | undefined> {
  const { rows } = await sql<{ minutes: Minutes; meeting: RatMeeting }>`
    select m.data as minutes, r.data as meeting
    from record m
    join record r on r.area = m.area and r.noun = 'ratMeeting' and r.id = m.id
    where m.noun = 'minutes' and m.data->>'contentHash' = ${contentHash} and r.data is not null`.execute(db);
  const found = rows[0];
  return found && { ...publicPartOf(found.minutes, found.meeting), isDemo: (await settingsOf(db)).isDemo };
}

function publicPartOf(minutes: Minutes, meeting: RatMeeting): Omit<SealedMinutes, 'isDemo'> {
  const { identity, bookYears, heldOn, presence, registeredVoters, sealedAt, amendments = [] } = minutes;
  return {
    cooperativeName: identity?.name ?? '',
    legalEntityNumber: identity?.legalEntityNumber,
    kind: meeting.kind,
    bookYears,
    heldOn,
    present: presence.voters,
    registered: registeredVoters,
    sealedAt,
    amendedAt: amendments.map(({ at }) => at),
    state: meetingStateOf(meeting),
    isWhole: hashOf(hashedTextOf(sealedContentOf(minutes))) === minutes.contentHash,
  };
}
