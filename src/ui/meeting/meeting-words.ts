/** The words of the meeting's screens, and how a meeting is named with them. */
import type { RatMeeting } from '../../domain/rat-meeting.ts';
import { meeting as meetingEn } from '../words/en/meeting.ts';
import { rollCall as rollCallEn } from '../words/en/roll-call.ts';
import { roster as rosterEn } from '../words/en/roster.ts';
import { meeting as meetingId } from '../words/id/meeting.ts';
import { rollCall as rollCallId } from '../words/id/roll-call.ts';
import { roster as rosterId } from '../words/id/roster.ts';
import { dictionary } from '../words/words.ts';

const indonesian = { ...meetingId, ...rosterId, ...rollCallId };
export type MeetingWords = typeof indonesian;
export const meetingWords = dictionary<MeetingWords>(indonesian, { ...meetingEn, ...rosterEn, ...rollCallEn });

/** `RAT tahun buku 2024 dan 2025`. */
export const meetingNameOf = (words: MeetingWords, { kind, bookYears }: Pick<RatMeeting, 'kind' | 'bookYears'>): string =>
  words.meetingOf(words.shortKinds[kind], bookYears.join(words.and));
