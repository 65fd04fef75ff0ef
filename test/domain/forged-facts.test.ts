// Facts that no screen makes: what a tampered tablet may send is judged by the same rules, and held.
import { describe, expect, test } from 'vitest';
import { hashOf } from '../../src/data/hash.ts';
import type { Attendance } from '../../src/domain/attendance.ts';
import { attendanceIdOf } from '../../src/domain/attendance.ts';
import { type BodyOf, type FactTypeName, ruleOf } from '../../src/domain/fact-types.ts';
import { foldFact, type KnownFact } from '../../src/domain/fold.ts';
import { hashedTextOf, type Minutes } from '../../src/domain/minutes.ts';
import type { Noun } from '../../src/domain/noun.ts';
import type { MeetingBody, RatMeeting } from '../../src/domain/rat-meeting.ts';
import type { Outcome, Row, World } from '../../src/domain/world.ts';
import { figuresIdOf } from '../../src/domain/yearly-figures.ts';
import { neededSigned, sealableContent } from '../support/minutes.ts';
import {
  cooperativeBody,
  cooperativeId,
  idOf,
  kukar,
  meetingBody,
  meetingId,
  membersOf,
  officerOne,
  openingOf,
  today,
  verifier,
} from '../support/world.ts';

const by = { recordedBy: officerOne.id, recordedAt: today };
const opened: RatMeeting = { ...meetingBody, ...by, opening: { ...openingOf(100), officerId: officerOne.id } };
const contentHash = hashOf(hashedTextOf(sealableContent));
const sealed: Minutes = { ...sealableContent, ...by, signatures: neededSigned, contentHash, sealedAt: today };
const holding: BodyOf<'ratMeetingHeld'> = {
  heldOn: sealed.heldOn,
  endedAt: sealed.endedAt,
  present: sealed.presence.voters,
  registeredVoters: sealed.registeredVoters,
  quorumReached: true,
  minutesHash: contentHash,
};
const held: RatMeeting = { ...opened, holding: { ...holding, officerId: officerOne.id } };
const otherCooperativeId = idOf(0xc2);
const otherMeetingId = idOf(0xd2);
const markId = attendanceIdOf(meetingId, '0001');
const mark: Attendance = {
  meetingId,
  memberKey: '0001',
  name: 'Anggota 1',
  role: 'voter',
  mode: 'inPerson',
  arrivedAt: today,
  marks: [{ factId: idOf(0xb1), officerId: officerOne.id, deviceId: idOf(0xe1), at: today }],
  voids: [],
};

/** Folds one fact over these rows, by `noun/id`. */
function fold<T extends FactTypeName>(type: T, id: string, body: BodyOf<T>, known: Record<string, unknown>, author = officerOne): Outcome {
  const rowOf = (key: string) => {
    const [noun, ...rest] = key.split('/');
    return known[key] && { noun, id: rest.join('/'), root: cooperativeId, area: kukar, version: 1, data: known[key] };
  };
  const world: World = {
    author,
    now: today,
    hashOf,
    read: <N extends Noun>(noun: N, rowId: string) => rowOf(`${noun}/${rowId}`) as Row<N> | undefined,
    under: <N extends Noun>(noun: N, root: string) =>
      Object.keys(known).flatMap((key) => (key.startsWith(`${noun}/`) && root === cooperativeId ? [rowOf(key) as Row<N>] : [])),
  };
  const fact: KnownFact = {
    id: idOf(1),
    type,
    subject: { noun: ruleOf(type).noun, id },
    area: kukar,
    officerId: author.id,
    deviceId: idOf(0xe1),
    deviceSeq: 1,
    at: today,
    clock: { offsetMs: 0, confidence: 'good' },
    previousHash: '0'.repeat(64),
    body,
  };
  return foldFact(fact, world, author.areas);
}

const cooperative = { ...cooperativeBody, ...by };
const cooperatives = { [`cooperative/${cooperativeId}`]: cooperative, [`cooperative/${otherCooperativeId}`]: cooperative };

describe('a RAT that the office has not verified', () => {
  const fromRegister: MeetingBody = { ...meetingBody, source: 'register', heldOn: '2026-03-01' };

  test('is not put among those of the register by an officer', () => {
    expect(fold('ratMeetingRecorded', meetingId, fromRegister, cooperatives)).toMatchObject({ kind: 'refused', rule: 'role' });
    expect(fold('ratMeetingRecorded', meetingId, fromRegister, cooperatives, verifier)).toMatchObject({ kind: 'applied' });
  });

  test('is not made out of one of the register, which was held and is closed', () => {
    const changes = { bookYears: { from: [2025], to: [2024] } };
    const rows = { [`ratMeeting/${meetingId}`]: { ...fromRegister, ...by } };
    expect(fold('ratMeetingChanged', meetingId, { changes }, rows)).toMatchObject({ kind: 'refused', rule: 'I5' });
  });

  test('is not verified beside a verified one by naming another cooperative (I2)', () => {
    const rows = {
      ...cooperatives,
      [`ratMeeting/${meetingId}`]: held,
      [`ratMeeting/${otherMeetingId}`]: { ...held, verified: { officerId: verifier.id, at: today } },
    };
    const verifiedFor = (named: string) => fold('ratVerified', meetingId, { cooperativeId: named }, rows, verifier);
    expect(verifiedFor(cooperativeId)).toMatchObject({ kind: 'refused', rule: 'I2' });
    expect(verifiedFor(otherCooperativeId)).toMatchObject({ kind: 'refused', rule: 'subjectId' });
  });
});

describe('what is sealed', () => {
  test('loses no mark to a fact that names another, open meeting (I5)', () => {
    const rows = {
      [`ratMeeting/${meetingId}`]: held,
      [`minutes/${meetingId}`]: sealed,
      [`ratMeeting/${otherMeetingId}`]: opened,
      [`attendance/${markId}`]: mark,
    };
    const voidedAt = (named: string) =>
      fold('attendanceVoided', markId, { meetingId: named, markIds: [idOf(0xb1)], reason: 'Bukan anggota' }, rows);
    expect(voidedAt(meetingId)).toMatchObject({ kind: 'refused', rule: 'I5' });
    expect(voidedAt(otherMeetingId)).toMatchObject({ kind: 'refused', rule: 'subjectId' });
  });

  test('takes no change of its meeting, also before the tablet has said that it was held (I5)', () => {
    const rows = { [`ratMeeting/${meetingId}`]: opened, [`minutes/${meetingId}`]: sealed };
    const changes = { place: { from: meetingBody.place ?? null, to: 'Aula' } };
    expect(fold('ratMeetingChanged', meetingId, { changes }, rows)).toMatchObject({ kind: 'refused', rule: 'I5' });
    const adjournment = { reason: 'Kuorum tidak tercapai', at: today };
    expect(fold('ratMeetingAdjourned', meetingId, adjournment as never, rows)).toMatchObject({ kind: 'refused', rule: 'I5' });
  });

  test('is of the cooperative that met, whose book year it is judged by (I7)', () => {
    const content = { ...sealableContent, cooperativeId: otherCooperativeId };
    const body = { content, signatures: neededSigned, contentHash: hashOf(hashedTextOf(content)) };
    const rows = { ...cooperatives, [`ratMeeting/${meetingId}`]: opened };
    expect(fold('minutesSigned', meetingId, body, rows)).toMatchObject({ kind: 'refused', rule: 'subjectId', field: 'cooperativeId' });
  });

  test.each([{ heldOn: '2026-01-02' }, { present: 99 }, { registeredVoters: 99 }, { quorumReached: false }])(
    'is what the meeting holds: %o is refused',
    (forged) => {
      const rows = { [`ratMeeting/${meetingId}`]: opened, [`minutes/${meetingId}`]: sealed };
      expect(fold('ratMeetingHeld', meetingId, holding, rows)).toMatchObject({ kind: 'applied' });
      expect(fold('ratMeetingHeld', meetingId, { ...holding, ...forged }, rows)).toMatchObject({ kind: 'refused', rule: 'otherMinutes' });
    },
  );

  test('is held though the cooperative, which knows that its book year ends in June, came with another request', () => {
    const june = { ...sealed, bookYears: [2026] };
    const rows = { [`ratMeeting/${meetingId}`]: { ...opened, bookYears: [2026] }, [`minutes/${meetingId}`]: june };
    expect(fold('ratMeetingHeld', meetingId, holding, rows)).toMatchObject({ kind: 'applied' });
  });
});

describe('what the office decides', () => {
  test.each<BodyOf<'cooperativeChanged'>['changes']>([
    { legalStatus: { from: 'active', to: 'dissolved' } },
    { dissolvedOn: { from: null, to: '2026-01-01' } },
    { ratWaivers: { from: null, to: [{ bookYear: 2024, reason: 'Banjir', decidedOn: '2025-07-01' }] } },
    { isDemo: { from: null, to: true } },
  ])('is not decided by an officer in the field: %o', (changes) => {
    const changed = (author: typeof verifier) => fold('cooperativeChanged', cooperativeId, { changes }, cooperatives, author);
    expect(changed(officerOne)).toMatchObject({ kind: 'refused', rule: 'role', field: Object.keys(changes)[0] });
    expect(changed(verifier)).toMatchObject({ kind: 'applied' });
  });

  test('is not decided by recording a cooperative as what it should become', () => {
    const recorded = (body: typeof cooperativeBody) => fold('cooperativeRecorded', cooperativeId, body, {});
    expect(recorded(cooperativeBody)).toMatchObject({ kind: 'applied' });
    expect(recorded({ ...cooperativeBody, legalStatus: 'dissolved' })).toMatchObject({ rule: 'role', field: 'legalStatus' });
  });
});

describe('figures that a RAT ratified', () => {
  const year = 2025;
  const id = figuresIdOf(cooperativeId, year, 'rat');
  const rows = { ...cooperatives, [`minutes/${meetingId}`]: sealed };
  const ratified = sealed.ratified[0]?.figures ?? {};
  const recorded = (figures: object, given: object = { meetingId }, known: Record<string, unknown> = rows) =>
    fold('figuresRecorded', id, { cooperativeId, bookYear: year, source: 'rat', ...given, ...figures }, known);

  test('are those of the sealed minutes, to the Rupiah', () => {
    expect(recorded(ratified)).toMatchObject({ kind: 'applied' });
    expect(recorded({ ...ratified, assets: 1 })).toMatchObject({ rule: 'notAsRatified', field: 'assets' });
    expect(recorded({ ...ratified, ownCapital: 5 })).toMatchObject({ rule: 'notAsRatified', field: 'ownCapital' });
  });

  test('come from minutes of this cooperative that are there', () => {
    expect(recorded(ratified, {})).toMatchObject({ rule: 'notAsRatified' });
    expect(recorded(ratified, { meetingId }, cooperatives)).toMatchObject({ kind: 'waiting' });
    const others = { ...rows, [`minutes/${meetingId}`]: { ...sealed, cooperativeId: otherCooperativeId } };
    expect(recorded(ratified, { meetingId }, others)).toMatchObject({ rule: 'notAsRatified' });
  });

  test('change with the minutes alone; the office may put right what the field cannot', () => {
    const known = { ...rows, [`yearlyFigures/${id}`]: { cooperativeId, bookYear: year, source: 'rat', ...by, ...ratified, assets: 7 } };
    const changed = (to: number, author = officerOne) =>
      fold('figuresChanged', id, { meetingId, changes: { assets: { from: 7, to } } }, known, author);
    expect(changed(ratified.assets ?? 0)).toMatchObject({ kind: 'applied' });
    expect(changed(8)).toMatchObject({ rule: 'notAsRatified', field: 'assets' });
    expect(changed(8, verifier)).toMatchObject({ kind: 'applied' });
  });
});

describe('who is present', () => {
  const roster = { cooperativeId, members: membersOf(3), ...by };
  const rows = { [`ratMeeting/${meetingId}`]: opened, [`roster/${meetingId}`]: roster };
  const body = { meetingId, memberKey: '0001', name: 'Nama Lain', mode: 'inPerson' as const, arrivedAt: today };

  test('is not a guest under the key of a voter', () => {
    expect(fold('attendanceMarked', markId, { ...body, role: 'guest' }, rows)).toMatchObject({ kind: 'refused', rule: 'onRoster' });
  });

  test('is called and counted as the roster says, whatever the mark says', () => {
    const marked = fold('attendanceMarked', markId, { ...body, role: 'voter', sex: 'male' }, rows);
    expect(marked).toMatchObject({ kind: 'applied', row: { data: { name: 'Anggota 1', sex: 'female' } } });
  });
});

describe('a field that no row may be without', () => {
  test.each(['name', 'form', 'membershipScope', 'bookYearEndMonth', 'legalStatus'] as const)('stays: %s of a cooperative', (field) => {
    const changes = { [field]: { from: cooperativeBody[field], to: null } };
    expect(fold('cooperativeChanged', cooperativeId, { changes }, cooperatives, verifier)).toMatchObject({ rule: 'fieldRequired', field });
  });

  test.each(['kind', 'bookYears', 'callNumber', 'mode', 'system'] as const)('stays: %s of a meeting', (field) => {
    const changes = { [field]: { from: meetingBody[field], to: null } };
    const rows = { [`ratMeeting/${meetingId}`]: opened };
    expect(fold('ratMeetingChanged', meetingId, { changes }, rows)).toMatchObject({ rule: 'fieldRequired', field });
  });

  test('goes where it may: the address of a cooperative', () => {
    const changes = { address: { from: null, to: null } };
    expect(fold('cooperativeChanged', cooperativeId, { changes }, cooperatives)).toMatchObject({ kind: 'merged' });
  });
});

test('a text that holds the national ID of a person is refused by the name of its field', () => {
  const known = { [`cooperative/${cooperativeId}`]: { ...cooperativeBody, ...by } };
  const visit = { cooperativeId, purpose: 'monitoring' as const, visitedOn: '2026-07-01', findings: 'Ketua: 6402010101700001' };
  expect(fold('visitRecorded', idOf(0xe9), visit, known)).toEqual({ kind: 'refused', rule: 'nationalId', field: 'findings' });
  const changes = { address: { from: null, to: 'Jl. Poros, NIK 6402-0101-0170-0001' } };
  expect(fold('cooperativeChanged', cooperativeId, { changes }, known)).toMatchObject({ rule: 'nationalId', field: 'address' });
});
