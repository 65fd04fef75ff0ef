// The kinds of cooperatives in the demo province: group, type and sector, and the words their names are made of.
import type { cooperativeTypes } from '../../src/domain/cooperative.ts';
import { type Chance, pickerOf } from './chance.ts';

export interface Kind {
  group: string;
  type: (typeof cooperativeTypes)[number];
  sectors: readonly string[];
  isSharia?: true;
  /** How many among a hundred or so in a kelurahan and in a desa. */
  inTown: number;
  inVillage: number;
  /** First and last year in which such cooperatives were founded. */
  founded: readonly [number, number];
  firstWords: readonly string[];
  lastWords: readonly string[];
}

const trade = 'Perdagangan Besar dan Eceran';
const farming = 'Pertanian, Kehutanan dan Perikanan';
const finance = 'Jasa Keuangan dan Asuransi';
const transport = 'Transportasi dan Pergudangan';
const virtues = 'Makmur Sejahtera Mandiri Bersama Lestari Sentosa Abadi Jaya Utama Rukun Maju Mulia Berkah Harapan Sejati Gemilang'.split(
  ' ',
);
const works = 'Karya Sumber Mitra Bina Cahaya Sinar Usaha Mekar Tirta Rimba Bumi Wana Citra Tunas Fajar Gema Surya Griya Puspa Panca'.split(
  ' ',
);

const kinds: readonly Kind[] = [
  {
    group: 'KSU',
    type: 'consumer',
    sectors: [trade, trade, farming, finance, transport],
    inTown: 36,
    inVillage: 44,
    founded: [1986, 2015],
    firstWords: works,
    lastWords: virtues,
  },
  {
    group: 'KPRI',
    type: 'consumer',
    sectors: [finance, trade],
    inTown: 16,
    inVillage: 9,
    founded: [1978, 2010],
    firstWords: 'Bina Karya Warga Guyub Setia Budi Dharma Bhakti Tekad Wahana'.split(' '),
    lastWords: 'Praja Husada Guru Pendidik Sejahtera Abdi Pertiwi Luhur Mulya Bersatu Nusa'.split(' '),
  },
  {
    group: 'KOPKAR',
    type: 'consumer',
    sectors: [trade, transport, 'Penyediaan Akomodasi dan Makan Minum'],
    inTown: 15,
    inVillage: 7,
    founded: [1985, 2015],
    firstWords: 'Karya Mitra Sinar Bakti Warga Rekan Insan Tekad Andalan Citra'.split(' '),
    lastWords: 'Kebun Tambang Rimba Pelabuhan Samudra Hutani Energi Lestari Bersama Tangguh Perdana'.split(' '),
  },
  {
    group: 'KSP',
    type: 'savingsLoan',
    sectors: [finance],
    inTown: 13,
    inVillage: 6,
    founded: [1992, 2015],
    firstWords: 'Dana Artha Mitra Sumber Modal Cipta Tabungan Bina Sinar Griya'.split(' '),
    lastWords: virtues,
  },
  {
    group: 'KUD',
    type: 'producer',
    sectors: [farming, farming, trade],
    inTown: 2,
    inVillage: 12,
    founded: [1973, 1998],
    firstWords: 'Tani Sumber Karya Bina Tunas Mekar Subur Padi Sawit Rawa'.split(' '),
    lastWords: virtues,
  },
  {
    group: 'KOPTAN',
    type: 'producer',
    sectors: [farming],
    inTown: 1,
    inVillage: 11,
    founded: [1996, 2015],
    firstWords: 'Tani Sawit Karet Ladang Kebun Lada Subur Panen Humus Benih'.split(' '),
    lastWords: virtues,
  },
  {
    group: 'KOPWAN',
    type: 'savingsLoan',
    sectors: [finance, trade],
    inTown: 6,
    inVillage: 4,
    founded: [1994, 2015],
    firstWords: 'Melati Anggrek Mawar Kenanga Cempaka Dahlia Teratai Seroja Bugenvil Flamboyan'.split(' '),
    lastWords: 'Putih Mekar Sejahtera Mandiri Indah Harum Asri Bersama Jaya Rukun'.split(' '),
  },
  {
    group: 'KOPPONTREN',
    type: 'consumer',
    sectors: [trade, 'Pendidikan'],
    inTown: 3,
    inVillage: 3,
    founded: [1994, 2014],
    firstWords: 'Nurul Darul Miftahul Riyadhul Babul Anwarul Bahrul'.split(' '),
    lastWords: 'Falah Ulum Ikhlas Hikmah Amal Khair Iman Salam Barakah'.split(' '),
  },
  {
    group: 'KSPPS',
    type: 'savingsLoan',
    sectors: [finance],
    isSharia: true,
    inTown: 3,
    inVillage: 1,
    founded: [2004, 2015],
    firstWords: 'Amanah Berkah Mitra Insan Rahmah Cahaya Taqwa'.split(' '),
    lastWords: 'Ummah Sejahtera Mandiri Barokah Mulia Ikhtiar Umat'.split(' '),
  },
  {
    group: 'KOPPAS',
    type: 'service',
    sectors: [trade],
    inTown: 4,
    inVillage: 1,
    founded: [1988, 2013],
    firstWords: 'Pasar Pedagang Kios Niaga Lapak'.split(' '),
    lastWords: virtues,
  },
  {
    group: 'KOPDIT',
    type: 'savingsLoan',
    sectors: [finance],
    inTown: 1,
    inVillage: 2,
    founded: [1999, 2015],
    firstWords: 'Daya Sumber Tuah Harapan Kasih Sauh'.split(' '),
    lastWords: 'Lestari Sejahtera Kita Basuki Manuntung Bersatu Jaya'.split(' '),
  },
];

const pickInTown = pickerOf(kinds, (kind) => kind.inTown);
const pickInVillage = pickerOf(kinds, (kind) => kind.inVillage);

export const kindFor = (village: { kind: 'desa' | 'kelurahan' }, chance: Chance): Kind =>
  village.kind === 'kelurahan' ? pickInTown(chance) : pickInVillage(chance);

const numerals = ['II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X'];

/** A name that no other cooperative of its kind bears in the regency; `taken` learns it. */
export function nameFor(kind: Kind, villageName: string, taken: Set<string>, chance: Chance): string {
  const name = `${chance.pick(kind.firstWords)} ${chance.pick(kind.lastWords)}`;
  const wishes = [
    ...(chance.happens(0.35) ? [] : [name]),
    `${name} ${villageName}`,
    ...numerals.map((each) => `${name} ${villageName} ${each}`),
  ];
  const free = wishes.find((wish) => !taken.has(`${kind.group} ${wish}`));
  if (free === undefined) throw new Error(`no name is left for a ${kind.group} in ${villageName}`);
  taken.add(`${kind.group} ${free}`);
  return free;
}
