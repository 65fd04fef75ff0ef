// A small, made-up world that tests share: ids that tell what they are, officers, a policy, a cooperative.
import type { CooperativeBody } from '../../src/domain/cooperative.ts';
import { defaultPolicy, type Policy } from '../../src/domain/policy.ts';
import type { MeetingBody } from '../../src/domain/rat-meeting.ts';
import type { RosterMember } from '../../src/domain/roster.ts';
import type { SessionOfficer } from '../../src/domain/wire.ts';

/** A UUID with a readable tail: `idOf(7)` ends in 7. */
export const idOf = (number: number): string => `01890000-0000-7000-8000-${number.toString(16).padStart(12, '0')}`;

export const kukar = '64.02';
export const mahulu = '64.11';
export const province = '64';

export const officerOne: SessionOfficer = { id: idOf(0xa1), name: 'Petugas Satu', role: 'officer', areas: [kukar] };
export const officerTwo: SessionOfficer = { id: idOf(0xa2), name: 'Petugas Dua', role: 'officer', areas: [kukar] };
export const stranger: SessionOfficer = { id: idOf(0xa3), name: 'Petugas Mahulu', role: 'officer', areas: [mahulu] };
export const verifier: SessionOfficer = { id: idOf(0xa4), name: 'Verifikator', role: 'verifier', areas: [province] };
export const administrator: SessionOfficer = { id: idOf(0xa5), name: 'Administrator', role: 'administrator', areas: [province] };

/** 6 July 2026, 10.00 WITA. */
export const today = Date.UTC(2026, 6, 6, 2);

export const policy: Policy = { id: idOf(0xf1), validFrom: '2000-01-01', parameters: defaultPolicy };

export const cooperativeId = idOf(0xc1);
export const cooperativeBody: CooperativeBody = {
  regencyCode: kukar,
  name: 'Tirta Makmur',
  legalEntityNumber: '12/BH/XVIII/2010',
  legalEntityOn: '2010-05-02',
  form: 'primary',
  membershipScope: 'regency',
  group: 'KSU',
  bookYearEndMonth: 12,
  legalStatus: 'active',
};

export const meetingId = idOf(0xd1);
export const meetingBody: MeetingBody = {
  cooperativeId,
  source: 'officer',
  kind: 'rat',
  bookYears: [2025],
  callNumber: 1,
  plannedOn: '2026-07-06',
  place: 'Balai Desa',
  mode: 'inPerson',
  system: 'direct',
};

export const membersOf = (count: number): RosterMember[] =>
  Array.from({ length: count }, (_, index) => ({
    memberKey: String(index + 1).padStart(4, '0'),
    memberNumber: String(index + 1).padStart(4, '0'),
    name: `Anggota ${index + 1}`,
    sex: index % 2 === 0 ? 'female' : 'male',
  }));

export const openingOf = (registeredVoters: number, now = today) => ({
  openedAt: now,
  heldOn: '2026-07-06',
  registeredVoters,
  rosterSource: 'typed' as const,
  quorumRule: { num: 1, den: 2, strict: true },
  quorumSource: 'policy' as const,
  policyId: policy.id,
});
