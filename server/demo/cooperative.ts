// The cooperatives of the demo province: where they are, what they are, when they were founded, what the register says of them.
import type { Area, District, Village } from '../../src/domain/area.ts';
import type { CooperativeBody } from '../../src/domain/cooperative.ts';
import { addDays, calendarYearOf, type Day, startOf } from '../../src/domain/day.ts';
import { type Chance, chanceOf, idsOf, pickerOf } from './chance.ts';
import { type Kind, kindFor, nameFor } from './kinds.ts';
import { boardFor } from './person.ts';
import { type Life, liveThrough } from './rat-history.ts';
import { spreadOver, weightOfVillage } from './spread.ts';

export interface DemoCooperative extends Life {
  id: string;
  kind: Kind;
  /** Members, about: what its figures and its rosters grow around. */
  size: number;
  shareOfWomen: number;
  body: CooperativeBody;
}

interface Place {
  regency: Area;
  district: District;
  village: Village;
}

/** All founded by then: the register of 31 December 2015 holds every one of them. */
const lastFounding = '2015-12-31';
/** Waived of the latest RATs, for a flood or a fire. */
const waivers = 30;

export function cooperativesOf(seed: number, areas: readonly Area[], today: Day): DemoCooperative[] {
  const chance = chanceOf(seed, 'cooperatives');
  const idAt = idsOf(seed, 'cooperatives');
  const cooperatives: DemoCooperative[] = [];
  const spread = spreadOver(areas);
  for (const [place, regency] of areas.filter((area) => area.level === 'regency').entries()) {
    const serials = new Map<string, number>();
    const taken = new Set<string>();
    const pickPlace = pickerOf(placesIn(regency), ({ village }) => weightOfVillage(village));
    for (let count = spread.get(regency.code) ?? 0; count > 0; count -= 1) {
      const at = pickPlace(chance);
      const kind = kindFor(at.village, chance);
      const name = nameFor(kind, at.village.name, taken, chance);
      const foundedOn = foundingDayOf(kind, chance);
      cooperatives.push({
        id: idAt(startOf(foundedOn)),
        kind,
        foundedOn,
        bookYearEndMonth: chance.happens(0.035) ? 6 : 12,
        diligence: diligenceOf(kind, chance),
        rats: [],
        size: sizeOf(chance),
        shareOfWomen: kind.group === 'KOPWAN' ? 1 : 0.2 + 0.4 * chance.next(),
        body: bodyOf(at, kind, name, foundedOn, legalEntityNumberOf(foundedOn, place + 1, serials)),
      });
    }
  }
  liveThrough(cooperatives, today, chanceOf(seed, 'RATs'));
  const details = chanceOf(seed, 'details');
  for (const cooperative of cooperatives) describe(cooperative, today, details);
  waive(cooperatives, today);
  return cooperatives;
}

/** Where its members meet. */
export const placeOf = ({ size, body }: DemoCooperative): string =>
  size > 70 ? `Balai pertemuan ${body.villageName}` : `Kantor koperasi, ${body.address}`;

const placesIn = (regency: Area): Place[] =>
  regency.districts.flatMap((district) => district.villages.map((village) => ({ regency, district, village })));

/** Most were founded after 1997, when founding one became easy. */
function foundingDayOf({ founded: [first, last] }: Kind, chance: Chance): Day {
  const year = last - Math.floor((last - first + 1) * chance.next() ** 1.35);
  const day = addDays(`${year}-01-04`, chance.between(0, 355));
  return day > lastFounding ? lastFounding : day;
}

/** A few hold every RAT, many hold some, and many never met again. */
const diligenceOf = ({ group }: Kind, chance: Chance): number =>
  Math.min(1, chance.next() ** 1.3 + (group === 'KPRI' ? 0.12 : group === 'KSP' || group === 'KOPDIT' ? 0.08 : 0));

/** Half have fewer than sixty members, a few have five hundred; the law asked for twenty (UU 25/1992 art. 6). */
const sizeOf = (chance: Chance): number =>
  Math.max(20, Math.round(Math.exp(4.1 + 1.5 * (chance.next() + chance.next() + chance.next() - 1.5))));

const roman = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII'];

/** As the deeds of each time were numbered: by the ministry's branch, by its regency's office, then by the regency itself. */
function legalEntityNumberOf(foundedOn: Day, regency: number, serials: Map<string, number>): string {
  const year = calendarYearOf(foundedOn);
  const month = roman[Number(foundedOn.slice(5, 7)) - 1];
  const serial = (serials.get(String(year)) ?? 0) + 1;
  serials.set(String(year), serial);
  const padded = String(serial).padStart(3, '0');
  if (year < 1998) return `${padded}.${regency}/BH/KWK.18/${month}/${year}`;
  if (year < 2005) return `${padded}/BH/KDK.17.${regency}/1.2/${month}/${year}`;
  return `518/${padded}/BH/XVIII.${regency}/${month}/${year}`;
}

function bodyOf(
  { regency, district, village }: Place,
  kind: Kind,
  name: string,
  foundedOn: Day,
  legalEntityNumber: string,
): CooperativeBody {
  return {
    regencyCode: regency.code,
    name,
    legalEntityNumber,
    legalEntityOn: foundedOn,
    form: 'primary',
    membershipScope: 'regency',
    type: kind.type,
    ...(kind.isSharia ? { isSharia: true } : {}),
    group: kind.group,
    villageCode: village.code,
    villageName: village.name,
    districtCode: district.code,
    districtName: district.name,
    bookYearEndMonth: 12,
    legalStatus: 'active',
    isDemo: true,
  };
}

const streets = 'Mulawarman Merdeka Pelabuhan Kenanga Diponegoro Kartanegara Pemuda Pasar Sungai Rawa Gunung Poros'.split(' ');

/** What follows from its life: status, certificate, board; and what a register knows besides. */
function describe(cooperative: DemoCooperative, today: Day, chance: Chance): void {
  const { body, kind, rats, diligence, dissolvedOn } = cooperative;
  const lastHeldOn = rats.at(-1)?.heldOn;
  const activeSince = addDays(today, -3 * 365);
  body.bookYearEndMonth = cooperative.bookYearEndMonth;
  body.sector = chance.pick(kind.sectors);
  body.address = `Jalan ${chance.pick(streets)} RT ${String(chance.between(1, 24)).padStart(2, '0')}`;
  if (chance.happens(0.004)) Object.assign(body, { form: 'secondary', membershipScope: 'province' });
  if (chance.happens(0.2)) {
    const amendedOn = addDays(cooperative.foundedOn, chance.between(700, 4000));
    if (amendedOn < today) {
      body.bylawAmendmentOn = amendedOn;
      body.bylawAmendmentNumber = `${String(chance.between(1, 400)).padStart(3, '0')}/PAD/BH/${roman[chance.between(0, 11)]}/${calendarYearOf(amendedOn)}`;
    }
  }
  if (dissolvedOn !== undefined) {
    body.legalStatus = 'dissolved';
    body.dissolvedOn = dissolvedOn;
    return;
  }
  const isActive = lastHeldOn !== undefined && lastHeldOn >= activeSince;
  body.activity = { status: isActive ? 'active' : 'inactive', asOf: `${calendarYearOf(today) - 1}-12-31`, source: 'register' };
  if (lastHeldOn !== undefined && chance.happens(0.3 + 0.6 * diligence)) certify(body, lastHeldOn, today, chance);
  if (chance.happens(isActive ? 0.8 : 0.25))
    body.board = boardFor(boardStartOf(lastHeldOn, today, chance), cooperative.shareOfWomen, chance);
}

/** Certificates began in 2016 and hold for two years after the RAT that earned them. */
function certify(body: CooperativeBody, lastHeldOn: Day, today: Day, chance: Chance): void {
  if (lastHeldOn < '2016-01-01') return;
  const validUntil = addDays(lastHeldOn, 730 + chance.between(10, 60));
  const district = (body.districtCode ?? body.regencyCode).replaceAll('.', '').padEnd(6, '0');
  body.nikKoperasi = `${district}${String(chance.between(0, 9_999_999)).padStart(7, '0')}`;
  body.nikStatus = validUntil < today ? 'Sertifikat - Expired' : 'Sudah Bersertifikat';
  body.certificateValidUntil = validUntil;
  body.grade = chance.pick(['A', 'B', 'B', 'C1', 'C2']);
}

const boardStartOf = (lastHeldOn: Day | undefined, today: Day, chance: Chance): Day =>
  addDays(lastHeldOn ?? addDays(today, -3000), -365 * chance.between(0, 3));

function waive(cooperatives: readonly DemoCooperative[], today: Day): void {
  const bookYear = calendarYearOf(today) - 1;
  const decidedOn = addDays(`${calendarYearOf(today)}-03-10`, 0);
  if (decidedOn > today) return;
  const without = cooperatives.filter(
    ({ body, dissolvedOn, rats, bookYearEndMonth }) =>
      dissolvedOn === undefined && bookYearEndMonth === 12 && body.board && !rats.some(({ bookYears }) => bookYears.includes(bookYear)),
  );
  const step = Math.max(1, Math.floor(without.length / waivers));
  for (const { body } of without.filter((_, index) => index % step === 0).slice(0, waivers)) {
    body.ratWaivers = [{ bookYear, reason: 'Kantor dan pembukuan terendam banjir', decidedOn }];
  }
}
