// What an officer records on a tablet of the former release, which knows nothing of what came after it.
import { attendanceIdOf } from '../../src/domain/attendance.ts';
import type { Random } from '../support/random.ts';
import { cooperativeBody, idOf, kukar, meetingId } from '../support/world.ts';
import { members } from './beginning.ts';
import type { FormerTablet } from './former-release.ts';

export function formerWish(tablet: FormerTablet, random: Random, now: number): void {
  if (random.chance(0.5)) {
    const id = idOf(0x700000 + random.whole(1_000_000));
    tablet.record('cooperativeRecorded', 'cooperative', id, kukar, { ...cooperativeBody, name: 'Koperasi Lama' });
    return;
  }
  const { memberKey } = random.pick(members);
  const body = { meetingId, memberKey, name: `Anggota ${memberKey}`, role: 'voter', mode: 'inPerson', arrivedAt: now };
  tablet.record('attendanceMarked', 'attendance', attendanceIdOf(meetingId, memberKey), kukar, body);
}
