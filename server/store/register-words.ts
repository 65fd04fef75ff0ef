// What the register itself has to say about a row of a file, beside what was wrong with its cells: in words for the office.
import type * as z from 'zod/mini';
import type { RegisterColumnUse, RegisterField } from '../../src/domain/register-columns.ts';
import type { RegisterPlace, RegisterWords, registerIssueSchema } from '../../src/domain/register-issue.ts';

/** An issue of the file's own, or one of these. */
export type ReportedIssue = z.infer<typeof registerIssueSchema>;

/** Where in the file a field of a line stands, and what is said there. */
export type PlaceInFile = (line: number, field: RegisterField, value?: string | number) => RegisterPlace;

export function placesInFile(mapping: Readonly<Record<string, RegisterColumnUse>>): PlaceInFile {
  const headings = new Map(Object.entries(mapping).map(([heading, use]) => [use, heading]));
  return (line, field, value = '') => ({ line, field, column: headings.get(field), value: String(value) });
}

type Wording = (detail: string) => RegisterWords;

const warnings = {
  officerEdited: (held) => ({
    id: `Data ini sudah diubah petugas menjadi ${held}. Isi petugas dipertahankan; isi berkas tidak dipakai.`,
    en: `An officer has changed this to ${held}. The officer's value stays; the file's value is not used.`,
  }),
  ratByOfficer: (bookYear) => ({
    id: `RAT tahun buku ${bookYear} sudah dicatat petugas. Catatan petugas dipertahankan; tanggal pada berkas tidak dipakai.`,
    en: `An officer has recorded the RAT of book year ${bookYear}. That record stays; the date in the file is not used.`,
  }),
  ratDateDiffers: (held) => ({
    id: `RAT tahun buku ini sudah tercatat dari berkas terdahulu, tanggal ${held}. Tanggal itu dipertahankan; periksa mana yang benar.`,
    en: `An earlier file gave ${held} for the RAT of this book year. That date stays; check which one is right.`,
  }),
  activityNewer: (held) => ({
    id: `Status keaktifan yang tercatat lebih baru (${held}). Status pada berkas tidak dipakai.`,
    en: `The activity on record is newer (${held}). The file's is not used.`,
  }),
  renamed: (held) => ({
    id: `Nama dengan nomor badan hukum ini semula "${held}". Namanya diganti; periksa apakah nomornya benar.`,
    en: `The cooperative with this number was named "${held}". It is renamed; check whether the number is right.`,
  }),
  numberNowKnown: (held) => ({
    id: `Koperasi ini dikenali dari nama dan desa/kelurahan; nomor badan hukumnya ditambahkan${held}.`,
    en: `The cooperative is recognised by its name and village; its legal-entity number is added${held}.`,
  }),
  sameName: (held) => ({
    id: `Koperasi dengan nama dan desa/kelurahan yang sama sudah ada dengan nomor ${held}. Baris ini dicatat sebagai koperasi baru; periksa.`,
    en: `A cooperative with this name and village is on record with the number ${held}. This row becomes a new one; please check.`,
  }),
  otherDistricts: (detail) => ({
    id: `Sebagian besar kecamatan pada berkas tidak ada di ${detail}. Periksa apakah kabupaten/kota yang dipilih benar.`,
    en: `Most districts of the file are not in ${detail}. Check whether the right regency was chosen.`,
  }),
} satisfies Record<string, Wording>;

const rejections = {
  otherRegency: (detail) => ({
    id: `Koperasi ini milik ${detail}. Baris ini tidak diimpor; impor bersama kabupaten/kotanya.`,
    en: `This cooperative belongs to ${detail}. The row is not imported; import it with its own regency.`,
  }),
  severalMatches: (count) => ({
    id: `Ada ${count} koperasi tercatat yang cocok dengan baris ini. Baris ini tidak diimpor; periksa nomor badan hukumnya.`,
    en: `${count} cooperatives on record fit this row. The row is not imported; check the legal-entity number.`,
  }),
} satisfies Record<string, Wording>;

const refusals = {
  unknownRegency: (code) => ({
    id: `Tidak ada kabupaten/kota dengan kode ${code}. Tidak ada yang diimpor. Gunakan kode seperti 64.02.`,
    en: `There is no regency with the code ${code}. Nothing was imported. Use a code such as 64.02.`,
  }),
  asOfInFuture: (day) => ({
    id: `Tanggal data ${day} belum tiba. Tidak ada yang diimpor. Periksa tanggalnya.`,
    en: `The date of the register, ${day}, has not come yet. Nothing was imported. Check the date.`,
  }),
} satisfies Record<string, Wording>;

export interface StoreRefusal {
  kind: 'refused';
  code: keyof typeof refusals;
  message: RegisterWords;
}

export const heldWarning = (code: keyof typeof warnings, place: RegisterPlace, detail = ''): ReportedIssue =>
  issueOf('warning', code, warnings[code](detail), place);

export const heldRejection = (code: keyof typeof rejections, place: RegisterPlace, detail = ''): ReportedIssue =>
  issueOf('rejected', code, rejections[code](detail), place);

export const refuseImport = (code: keyof typeof refusals, detail: string): StoreRefusal => ({
  kind: 'refused',
  code,
  message: refusals[code](detail),
});

const issueOf = (
  severity: ReportedIssue['severity'],
  code: string,
  message: RegisterWords,
  { line, column = '', field, value = '' }: RegisterPlace,
): ReportedIssue => ({ line, column, ...(field ? { field } : {}), value, severity, code, message });
