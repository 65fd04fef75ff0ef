// Everything that the papers of a made-up meeting are made of.
import type { Attendance } from '../../src/domain/attendance.ts';
import type { Cooperative } from '../../src/domain/cooperative.ts';
import type { Minutes, MinutesContent } from '../../src/domain/minutes.ts';
import type { RatMeeting } from '../../src/domain/rat-meeting.ts';
import { contentHashOf } from '../../src/ui/minutes/minutes-acts.ts';
import type { PaperSetting } from '../../src/ui/paper/paper-setting.ts';
import { neededSigned, sealableContent } from './minutes.ts';
import { cooperativeBody, idOf, meetingBody, meetingId, officerOne, openingOf, today } from './world.ts';

const record = { recordedBy: officerOne.id, recordedAt: today };

export const cooperative: Cooperative = { ...cooperativeBody, ...record };
export const meeting: RatMeeting = { ...meetingBody, ...record, opening: { ...openingOf(100), officerId: officerOne.id } };
export const setting: PaperSetting = { isDemo: false, office: [], origin: 'https://pantau.example' };

export function sealedMinutes(more: Partial<MinutesContent> = {}): Minutes {
  const content = { ...sealableContent, ...more };
  return { ...content, ...record, signatures: neededSigned, contentHash: contentHashOf(content), sealedAt: today };
}

export const strokes = [Array.from({ length: 120 }, (_, place) => (place % 2 === 0 ? 500 + place * 70 : 2000 + ((place * 7919) % 1500)))];

/** Every third has not signed on the tablet. */
export const attendants = (count: number, more: Partial<Attendance> = {}): Attendance[] =>
  Array.from({ length: count }, (_, place) => ({
    meetingId,
    memberKey: String(place + 1),
    memberNumber: String(place + 1).padStart(4, '0'),
    name: `Anggota ${place + 1}`,
    sex: place % 2 === 0 ? 'female' : 'male',
    role: 'voter',
    mode: 'inPerson',
    arrivedAt: today,
    ...(place % 3 === 0 ? {} : { signature: strokes }),
    marks: [{ factId: idOf(place + 1), officerId: officerOne.id, deviceId: idOf(1), at: today }],
    voids: [],
    ...more,
  }));
