// What the demo province's officers did and are about to do: RATs attended, visits paid, meetings planned, edits that clash.
import { addDays, type Day, dayOf, lastEndedBookYear, startOf } from '../../src/domain/day.ts';
import { type DemoAct, type DemoOfficer, hourMs } from './act.ts';
import { type Chance, chanceOf, idsOf } from './chance.ts';
import type { DemoCooperative } from './cooperative.ts';
import { type AttendedRat, actsOfRat, preparation, rosterSizeOf } from './meeting.ts';
import { membersFor } from './person.ts';
import { actOfVisit } from './visit.ts';

export interface FieldWish {
  seed: number;
  now: number;
  cooperatives: readonly DemoCooperative[];
  officers: readonly DemoOfficer[];
  policyId: string;
}

export interface FieldWork {
  /** What officers recorded, each in his own order. */
  recorded: DemoAct[];
  /** What the office said to it. */
  judged: DemoAct[];
  /** What officers answered to a return. */
  answered: DemoAct[];
  /** RATs that an officer recorded, which the register therefore does not hold. */
  attended: ReadonlySet<DemoCooperative['rats'][number]>;
}

const attendedRats = 40;
const paidVisits = 150;
const daysAhead = [0, 1, 1, 2, 3, 5, 6, 8, 12];
const clashes = 6;

export function fieldWorkOf(wish: FieldWish): FieldWork {
  const attended = attendedOf(wish);
  const chance = chanceOf(wish.seed, 'attended RATs');
  const acts = [
    ...attended.flatMap((each) => actsOfRat(each, chance)),
    ...visitsOf(wish),
    ...plansOf(wish),
    ...clashesOf(wish, new Set(attended.map(({ cooperative }) => cooperative))),
  ];
  const recorded = wish.officers.flatMap((officer) => acts.filter(({ officerId }) => officerId === officer.id).sort(byTime));
  return { recorded, ...verdictsOn(attended, wish), attended: new Set(attended.map(({ rat }) => rat)) };
}

const byTime = (one: DemoAct, other: DemoAct): number => one.at - other.at;

const fieldOfficersOf = (officers: readonly DemoOfficer[], regencyCode: string): DemoOfficer[] =>
  officers.filter(({ role, areas }) => role === 'officer' && areas.includes(regencyCode));

/** Standing cooperatives of the regencies that have a field officer. */
const inTheField = ({ cooperatives, officers }: FieldWish): DemoCooperative[] =>
  cooperatives.filter(({ body, dissolvedOn }) => dissolvedOn === undefined && fieldOfficersOf(officers, body.regencyCode).length > 0);

function officerFor(officers: readonly DemoOfficer[], cooperative: DemoCooperative, chance: Chance): DemoOfficer {
  const near = fieldOfficersOf(officers, cooperative.body.regencyCode);
  const wholeProvince = officers.filter(({ role }) => role === 'verifier');
  return chance.pick(near.length > 0 ? near : wholeProvince);
}

/** The latest RATs of the last two years, latest first, one a cooperative. */
function attendedOf(wish: FieldWish): AttendedRat[] {
  const { seed, now, officers, policyId } = wish;
  const chance = chanceOf(seed, 'officers of RATs');
  const idAt = idsOf(seed, 'attended RATs');
  const today = dayOf(now);
  const since = addDays(today, -730);
  const held = inTheField(wish).flatMap((cooperative) => {
    const rat = cooperative.rats.at(-1);
    return rat && cooperative.size <= 120 && rat.heldOn < today && rat.heldOn > since && rat.heldOn.slice(5) > '02-01'
      ? [{ cooperative, rat }]
      : [];
  });
  const recent = held.sort((one, other) => (one.rat.heldOn < other.rat.heldOn ? 1 : -1));
  // The newest wait for the office; of the older ones every so many, so that two years are covered.
  const newest = recent.slice(0, 14);
  const older = everyFew(recent.slice(newest.length), attendedRats - newest.length);
  return [...newest, ...older].slice(0, attendedRats).map(({ cooperative, rat }, index) => {
    const at = startOf(addDays(rat.heldOn, -12));
    const firstCall = index % 13 === 5 ? { firstCallId: idAt(at - 7 * 24 * hourMs) } : {};
    return { cooperative, rat, meetingId: idAt(at), ...firstCall, officer: officerFor(officers, cooperative, chance), policyId };
  });
}

const returns = [
  'Neraca tidak sama dengan lampiran: jumlah aset dan pasiva berselisih. Mohon diperbaiki.',
  'Nama saksi kedua tidak ada dalam daftar hadir. Mohon diperiksa kembali.',
  'Pembagian SHU belum menyebut dasar dalam anggaran dasar.',
  'Waktu selesai rapat belum sesuai dengan notulen.',
];

/** The newest wait; the next ones were returned, one of them answered; the others are verified. */
function verdictsOn(attended: readonly AttendedRat[], { now, officers }: FieldWish): Pick<FieldWork, 'judged' | 'answered'> {
  const verifier = officers.find(({ role }) => role === 'verifier');
  const judged: DemoAct[] = [];
  const answered: DemoAct[] = [];
  if (!verifier) return { judged, answered };
  for (const [index, { cooperative, rat, meetingId, officer }] of attended.entries()) {
    const subject = { id: meetingId, area: cooperative.body.regencyCode };
    const at = Math.min(startOf(addDays(rat.heldOn, 3 + (index % 11))) + 10 * hourMs, now - 2 * hourMs);
    const reason = returns[index - 9];
    if (index < 9) continue;
    if (reason !== undefined) judged.push({ type: 'ratReturned', ...subject, body: { reason }, at, officerId: verifier.id });
    else judged.push({ type: 'ratVerified', ...subject, body: { cooperativeId: cooperative.id }, at, officerId: verifier.id });
    if (index !== 12) continue;
    const changes = { discussionNotes: { from: null, to: 'Rapat selesai pukul dua belas sesuai notulen.' } };
    const later = { at: now - hourMs, officerId: officer.id };
    answered.push({ type: 'ratResubmitted', ...subject, body: { note: changes.discussionNotes.to }, ...later });
  }
  return { judged: judged.sort(byTime), answered };
}

function visitsOf(wish: FieldWish): DemoAct[] {
  const { seed, now, cooperatives, officers } = wish;
  const chance = chanceOf(seed, 'visits');
  const idAt = idsOf(seed, 'visits');
  const near = inTheField(wish);
  const standing = cooperatives.filter(({ dissolvedOn }) => dissolvedOn === undefined);
  return Array.from({ length: paidVisits }, (_, index) => {
    const cooperative = chance.pick(index % 10 === 9 ? standing : near);
    const visitedOn = addDays(dayOf(now), -1 - Math.floor(420 * chance.next() ** 1.5));
    return actOfVisit({ id: idAt(startOf(visitedOn)), cooperative, officer: officerFor(officers, cooperative, chance), visitedOn }, chance);
  });
}

/** RATs of the coming days in every regency with a field officer, half of them with their roster ready. */
function plansOf(wish: FieldWish): DemoAct[] {
  const { seed, now, officers } = wish;
  const chance = chanceOf(seed, 'plans');
  const idAt = idsOf(seed, 'plans');
  const today = dayOf(now);
  const owingAnywhere = inTheField(wish).filter((cooperative) => owesRat(cooperative, today));
  return [...new Set(owingAnywhere.map(({ body }) => body.regencyCode))].flatMap((regencyCode, place) => {
    const owing = owingAnywhere.filter(({ body }) => body.regencyCode === regencyCode);
    const days = daysAhead.filter((_, index) => index % (place + 1) === 0);
    return everyFew(owing, days.length).flatMap((cooperative, index) => {
      const heldOn = addDays(today, days[index] ?? 0);
      const rat = { bookYears: [lastEndedBookYear(today, cooperative.bookYearEndMonth)], heldOn };
      const members = index % 2 === 0 ? membersFor(rosterSizeOf(cooperative), cooperative.shareOfWomen, chance) : [];
      const officer = officerFor(officers, cooperative, chance);
      const meeting = { cooperative, rat, meetingId: idAt(now - index * hourMs), officer, heldOn, callNumber: 1 as const };
      return preparation(meeting, members).map((act) => ({ ...act, at: Math.min(act.at, now - hourMs) }));
    });
  });
}

/** It meets now and then, but has not met for the latest book year, nor been let off. */
function owesRat({ body, rats, bookYearEndMonth, size }: DemoCooperative, today: Day): boolean {
  const bookYear = lastEndedBookYear(today, bookYearEndMonth);
  return size <= 120 && rats.length > 2 && !body.ratWaivers && !rats.some(({ bookYears }) => bookYears.includes(bookYear));
}

/** As many as wanted, spread over the whole list. */
function everyFew<T>(list: readonly T[], count: number): T[] {
  const step = Math.max(1, Math.floor(list.length / count));
  return list.filter((_, index) => index % step === 0).slice(0, count);
}

/** Two officers of one regency wrote down another address for the same cooperative, each without having seen the other's. */
function clashesOf(wish: FieldWish, busy: ReadonlySet<DemoCooperative>): DemoAct[] {
  const pair = wish.officers.filter(
    ({ role, areas }) => role === 'officer' && areas[0] === wish.officers.find((each) => each.role === 'officer')?.areas[0],
  );
  const area = pair[0]?.areas[0];
  const known = inTheField(wish).filter(
    (cooperative) => cooperative.body.regencyCode === area && cooperative.rats.length > 5 && !busy.has(cooperative),
  );
  return known.slice(0, clashes).flatMap(({ id, body }, index) =>
    pair.slice(0, 2).map(
      (officer, turn): DemoAct => ({
        type: 'cooperativeChanged',
        id,
        area: body.regencyCode,
        body: {
          changes: {
            address: {
              from: body.address ?? null,
              to: `${turn === 0 ? 'Jalan Poros' : 'Gang Mekar'} RT ${10 + index}, ${body.villageName}`,
            },
          },
        },
        at: wish.now - (30 + index) * hourMs + turn * 5 * hourMs,
        officerId: officer.id,
      }),
    ),
  );
}
