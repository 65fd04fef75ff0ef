// The records that every engine is given: cooperatives as the register has them, twelve fields and some 600 bytes each, by seed.
import { randomOf } from '../../test/support/random.ts';

export interface BenchRecord {
  id: string;
  regencyCode: string;
  name: string;
  legalEntityNumber: string;
  legalEntityOn: string;
  form: 'primary' | 'secondary';
  membershipScope: 'regency';
  group: string;
  address: string;
  villageName: string;
  districtName: string;
  bookYearEndMonth: number;
  legalStatus: 'active';
}

/** The fields by which the engines keep an index; the first query asks by the first of them. */
export const indexedFields = ['districtName', 'legalEntityOn', 'name'] as const;

export interface Edit {
  id: string;
  field: 'group' | 'address' | 'villageName';
  from: string;
  to: string;
}

const words =
  'tirta makmur sejahtera karya mandiri usaha bersama tani nelayan sumber rejeki mulia jaya abadi sentosa harapan baru maju lestari bina warga guna dharma cipta sari bumi rimba lautan pesisir hulu tengah gotong royong pertiwi nusantara kencana mekar subur berkah amanah ikhlas rukun damai santosa pelita bahari wana samudra mahakam kutai paser berau'.split(
    ' ',
  );

/** A UUIDv7 as a tablet would make it, with its chance from the seed. */
function idOf(whole: (below: number) => number, at: number): string {
  const hex = (digits: number) => Array.from({ length: digits }, () => whole(16).toString(16)).join('');
  const time = at.toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(3)}-${'89ab'[whole(4)]}${hex(3)}-${hex(12)}`;
}

const start = Date.UTC(2026, 0, 5);
const bytesOf = (record: BenchRecord): number => JSON.stringify(record).length;
const wantedBytes = 600;

export function recordsOf(seed: number, count: number, regencyCode: string): BenchRecord[] {
  const { whole, pick } = randomOf(seed);
  const phrase = (length: number) => Array.from({ length }, () => pick(words)).join(' ');
  return Array.from({ length: count }, (_, index) => {
    const record: BenchRecord = {
      id: idOf(whole, start + index),
      regencyCode,
      name: `Koperasi ${phrase(4)} ${whole(10_000)}`,
      legalEntityNumber: `${whole(9_000) + 1_000}/BH/XVIII.${whole(12) + 1}/${2000 + whole(24)}`,
      legalEntityOn: `20${String(whole(24)).padStart(2, '0')}-${String(whole(12) + 1).padStart(2, '0')}-${String(whole(28) + 1).padStart(2, '0')}`,
      form: whole(20) === 0 ? 'secondary' : 'primary',
      membershipScope: 'regency',
      group: `KSU ${pick(words)}`,
      address: `Jalan ${phrase(3)} ${whole(400)}`,
      villageName: `Desa ${phrase(2)}`,
      districtName: districtOf(whole(40)),
      bookYearEndMonth: 12,
      legalStatus: 'active',
    };
    while (bytesOf(record) < wantedBytes - 8) record.address += ` ${pick(words)}`;
    return record;
  });
}

const districtOf = (number: number): string => `Kecamatan ${words[number] ?? ''}`;
export const askedDistrict = districtOf(7);
export const countAsked = (records: readonly BenchRecord[]): number =>
  records.filter((record) => record.districtName === askedDistrict).length;

/** `who` edits `field` of these records; the record stays near its size. */
export const editsOf = (records: readonly BenchRecord[], field: Edit['field'], who: string): Edit[] =>
  records.map((record, index) => ({ id: record.id, field, from: record[field], to: `${record[field].slice(0, 50)} (${who} ${index})` }));
