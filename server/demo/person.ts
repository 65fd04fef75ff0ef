// People of the demo province: names put together by chance, so that they mean nobody.
import type { BoardTerm } from '../../src/domain/board-term.ts';
import { addDays, type Day } from '../../src/domain/day.ts';
import type { RosterMember } from '../../src/domain/roster.ts';
import type { Chance } from './chance.ts';

type Sex = 'male' | 'female';

const given: Readonly<Record<Sex, readonly string[]>> = {
  male: (
    'Ahmad Andi Arifin Asmara Bambang Bahrun Darwis Dedi Edi Fahmi Hasan Hendra Herman Idris Imron Jamal Junaidi Kamarul Lukman Mansyur ' +
    'Mulyadi Nasrun Nurdin Pandu Rahmat Ridwan Rusli Sabran Samsul Sugeng Suparno Syahrul Tarmizi Untung Usman Wahyu Yansen Yohanes Yusran Zainal'
  ).split(' '),
  female: (
    'Aisyah Amelia Asni Dahlia Dewi Endang Erna Fatimah Fitri Hamidah Hartini Ida Indah Jumiati Kartika Lestari Lina Mariana Marlina Mastura ' +
    'Murni Nirmala Noor Norma Nurhayati Paulina Rahmah Ratna Rosdiana Rusmini Salmah Siti Sri Sulastri Sumarni Susi Theresia Wahyuni Yuliana Zubaidah'
  ).split(' '),
};
const second = (
  'Abdillah Alamsyah Anggraini Aran Basri Batuah Bulan Efendi Gunawan Hanafi Hidayat Husin Irawan Jalung Kurniawan Lahang Lawai Lenjau Luhat Mahyudin ' +
  'Maulana Muslim Ngau Noor Pratama Prasetyo Purnama Rahman Ramli Saleh Santoso Saputra Setiawan Siregar Sulaiman Surya Susilo Tanjung Utami Wibowo Yahya'
).split(' ');

export const sexFor = (shareOfWomen: number, chance: Chance): Sex => (chance.happens(shareOfWomen) ? 'female' : 'male');
export const personNameFor = (sex: Sex, chance: Chance): string => `${chance.pick(given[sex])} ${chance.pick(second)}`;

/** A board of three to five with one term for all, as bylaws have it (five years at the most). */
export function boardFor(startedOn: Day, shareOfWomen: number, chance: Chance): BoardTerm[] {
  const toOn = addDays(startedOn, 365 * chance.pick([3, 4, 5, 5]));
  const roles: BoardTerm['role'][] = ['chair', 'secretary', 'treasurer'];
  if (chance.happens(0.7)) roles.push('supervisor');
  if (chance.happens(0.25)) roles.push('manager');
  return roles.map((role) => ({ personName: personNameFor(sexFor(shareOfWomen, chance), chance), role, fromOn: startedOn, toOn }));
}

/** A roster with numbers and no name twice. */
export function membersFor(count: number, shareOfWomen: number, chance: Chance): RosterMember[] {
  const taken = new Set<string>();
  return Array.from({ length: count }, (_, index) => {
    const sex = sexFor(shareOfWomen, chance);
    let name = personNameFor(sex, chance);
    while (taken.has(name)) name = personNameFor(sex, chance);
    taken.add(name);
    const memberNumber = String(index + 1).padStart(4, '0');
    return { memberKey: memberNumber, memberNumber, name, sex };
  });
}

/** Strokes that look like a hand's: a loop or two and a line, on the pad's width of 10,000. */
export function signatureFor(chance: Chance): number[][] {
  const [loops, tall] = [chance.between(2, 4), chance.between(700, 1300)];
  const loop = Array.from({ length: 8 * loops }, (_, step) => [
    Math.round(2500 + step * (4200 / (8 * loops)) + 350 * Math.sin((step * Math.PI) / 4)),
    Math.round(2200 + tall * Math.cos((step * Math.PI) / 4) + chance.between(-120, 120)),
  ]);
  const [left, low] = [chance.between(2000, 3000), chance.between(3300, 3700)];
  return [loop.flat(), [left, low, left + chance.between(3500, 4800), low - chance.between(200, 600)]];
}
