// What is reported about a register: where it stands, what was written there, what became of it, in words for the office.
import * as z from 'zod/mini';

/** What happened, what became of it and what to do, in Indonesian and in English. */
export const registerWordsSchema = z.object({ id: z.string(), en: z.string() });
export type RegisterWords = z.infer<typeof registerWordsSchema>;

export const registerIssueSchema = z.object({
  /** Line of the file, or row of the sheet, counted from 1. */
  line: z.int(),
  /** Heading as the file writes it; empty when the row as a whole is meant. */
  column: z.string(),
  /** Our name for the column, for keeping the original text beside the empty field. */
  field: z.optional(z.string()),
  /** The cell as it was written. */
  value: z.string(),
  /** A `warning` row is imported all the same; a `rejected` one is not. */
  severity: z.enum(['warning', 'rejected']),
  code: z.string(),
  message: registerWordsSchema,
});
export type RegisterIssue = z.infer<typeof registerIssueSchema> & { code: RegisterIssueCode };

type Wording = (detail: string) => RegisterWords;
const leftEmpty = { id: 'Kolom ini dikosongkan; tulisan aslinya disimpan.', en: 'The field is left empty; the original text is kept.' };
const said =
  (id: string, en: string): Wording =>
  () => ({ id, en });
const emptied = (id: string, en: string): Wording => said(`${id} ${leftEmpty.id}`, `${en} ${leftEmpty.en}`);

const warnings = {
  notANumber: emptied('Bukan angka.', 'Not a number.'),
  ambiguous: emptied('Angka dapat dibaca dengan lebih dari satu cara.', 'The number can be read in more than one way.'),
  tooLarge: emptied('Angka terlalu besar.', 'The number is too large.'),
  negative: emptied('Jumlah orang tidak boleh negatif.', 'A number of people cannot be negative.'),
  rounded: (detail) => ({
    id: `Angka di belakang koma dibulatkan menjadi ${detail}.`,
    en: `The decimals were rounded, to ${detail}.`,
  }),
  notADate: emptied('Bukan tanggal (hari/bulan/tahun).', 'Not a date (day/month/year).'),
  noSuchDay: emptied('Tanggal ini tidak ada di kalender (hari/bulan/tahun).', 'There is no such day (day/month/year).'),
  dateInFuture: (detail) => ({
    id: `Tanggal sesudah tanggal data (${detail}). ${leftEmpty.id}`,
    en: `The date is after the date of the register (${detail}). ${leftEmpty.en}`,
  }),
  dateTooOld: emptied('Tanggal sebelum tahun 1945.', 'The date is before 1945.'),
  notAYear: emptied('Bukan tahun.', 'Not a year.'),
  notAFlag: emptied('Bukan ya atau tidak.', 'Neither yes nor no.'),
  notAnActivity: emptied('Bukan Aktif atau Tidak Aktif.', 'Neither active nor inactive.'),
  activityContradiction: said(
    'Tertulis aktif dan juga tidak aktif. Status keaktifan dikosongkan; periksa lalu isi di aplikasi.',
    'Marked both active and inactive. The activity is left empty; check and fill it in the app.',
  ),
  activityUnknown: said(
    'Tidak tertulis aktif atau tidak aktif. Status keaktifan dikosongkan.',
    'Marked neither active nor inactive. The activity is left empty.',
  ),
  headsDoNotAddUp: (detail) => ({
    id: `Laki-laki + perempuan tidak sama dengan jumlah (${detail}). Jumlah dipakai; rinciannya dikosongkan.`,
    en: `Men + women is not the total (${detail}). The total is used; the split is left empty.`,
  }),
  ratWithoutDate: (detail) => ({
    id: `RAT ditandai sudah dilaksanakan tanpa tanggal yang dapat dipakai. Dicatat sebagai RAT tahun buku ${detail}.`,
    en: `The RAT is marked as held without a usable date. Recorded as the RAT of book year ${detail}.`,
  }),
  legalEntityNumberMissing: said(
    'Nomor badan hukum tidak ada. Koperasi dikenali dari nama dan desa/kelurahan.',
    'No legal-entity number. The cooperative is recognised by its name and village.',
  ),
  legalEntityNumberUnusual: said(
    'Nomor badan hukum tidak memuat angka. Tulisan aslinya disimpan; koperasi dikenali dari nama dan desa/kelurahan.',
    'The legal-entity number has no digits. Its text is kept; the cooperative is recognised by its name and village.',
  ),
  legalEntityNumberShared: (detail) => ({
    id: `Nomor badan hukum ini tertulis lagi pada baris ${detail}. Baris ini dipakai; periksa mana yang benar.`,
    en: `This legal-entity number is written again in line ${detail}. This line is used; check which one is right.`,
  }),
  nameShared: (detail) => ({
    id: `Koperasi tanpa nomor badan hukum ini tertulis lagi pada baris ${detail}. Baris ini dipakai; periksa mana yang benar.`,
    en: `This cooperative without a legal-entity number is written again in line ${detail}. This line is used; check which one is right.`,
  }),
  nikUnusual: said(
    'NIK Koperasi biasanya 13 angka. Disimpan seperti tertulis; periksa.',
    'A NIK Koperasi usually has 13 digits. Kept as written; please check.',
  ),
  nikOfPerson: said(
    'Enam belas angka adalah NIK KTP orang, bukan NIK Koperasi. Tidak disimpan.',
    'Sixteen digits are the national ID of a person, not a NIK Koperasi. Not stored.',
  ),
  nationalIdMasked: said(
    'Tulisan memuat NIK KTP orang (16 angka). Angkanya diganti bintang dan tidak disimpan.',
    'The text holds the national ID of a person (16 digits). Its digits are replaced by stars and not stored.',
  ),
  unknownType: emptied('Jenis koperasi tidak dikenal.', 'Unknown type of cooperative.'),
  unknownForm: emptied('Bentuk koperasi tidak dikenal.', 'Unknown form of cooperative.'),
  notAVillage: emptied('Bukan nama desa atau kelurahan.', 'Not the name of a village.'),
  tooLong: emptied('Tulisan terlalu panjang.', 'The text is too long.'),
  tooFewCells: said(
    'Baris ini lebih pendek dari judul kolom. Kolom yang kurang dikosongkan; periksa apakah isinya bergeser.',
    'This line is shorter than the heading. The missing fields are left empty; check whether its cells are shifted.',
  ),
  otherSheet: (detail) => ({
    id: `Lembar "${detail}" juga memuat daftar dan tidak dibaca. Impor lembar itu tersendiri.`,
    en: `The sheet "${detail}" holds a register too and is not read. Import that sheet by itself.`,
  }),
  doubledColumn: (detail) => ({
    id: `Isian ini sudah dibaca dari kolom "${detail}". Kolom ini tidak dibaca; periksa mana yang benar, hapus yang lain, lalu impor lagi.`,
    en: `This field is read from the column "${detail}" already. This column is not read; check which is right, remove the other and import again.`,
  }),
  scaledColumn: said(
    'Kolom ini ditulis dalam jutaan atau ribuan Rupiah dan tidak dibaca. Ubah ke Rupiah penuh lalu impor lagi.',
    'This column is in millions or thousands of Rupiah and is not read. Change it to whole Rupiah and import again.',
  ),
} satisfies Record<string, Wording>;

const rejections = {
  nameMissing: said(
    'Nama koperasi tidak ada. Baris ini tidak diimpor; lengkapi namanya lalu impor lagi.',
    'No name. This row is not imported; complete the name and import again.',
  ),
  nameTooLong: said(
    'Nama koperasi lebih dari 200 huruf. Baris ini tidak diimpor; perbaiki namanya lalu impor lagi.',
    'The name has more than 200 characters. This row is not imported; correct the name and import again.',
  ),
  totalLine: said('Ini baris jumlah, bukan koperasi. Tidak diimpor.', 'This is a line of totals, not a cooperative. Not imported.'),
  duplicateLegalEntityNumber: (detail) => ({
    id: `Nomor badan hukum ini sudah ada pada baris ${detail}. Baris ini tidak diimpor dan tidak digabung; perbaiki lalu impor lagi.`,
    en: `This legal-entity number already stands in line ${detail}. This row is neither imported nor merged; correct it and import again.`,
  }),
  duplicateName: (detail) => ({
    id: `Koperasi tanpa nomor badan hukum dengan nama dan desa yang sama sudah ada pada baris ${detail}. Baris ini tidak diimpor.`,
    en: `A cooperative without a legal-entity number, with this name and village, already stands in line ${detail}. This row is not imported.`,
  }),
  tooManyCells: said(
    'Baris ini lebih panjang dari judul kolom, jadi isinya bergeser. Tidak diimpor; beri tanda kutip pada isi yang memuat tanda pemisah.',
    'This line is longer than the heading, so its cells are shifted. Not imported; put quotes around text that contains the delimiter.',
  ),
} satisfies Record<string, Wording>;

export type RegisterWarning = keyof typeof warnings;
export type RegisterRejection = keyof typeof rejections;
export type RegisterIssueCode = RegisterWarning | RegisterRejection;

export interface RegisterPlace {
  line: number;
  column?: string | undefined;
  field?: string | undefined;
  value?: string | undefined;
}

export const registerWarning = (code: RegisterWarning, place: RegisterPlace, detail = ''): RegisterIssue => ({
  ...placeOf(place),
  severity: 'warning',
  code,
  message: warnings[code](detail),
});

export const registerRejection = (code: RegisterRejection, place: RegisterPlace, detail = ''): RegisterIssue => ({
  ...placeOf(place),
  severity: 'rejected',
  code,
  message: rejections[code](detail),
});

const placeOf = ({ line, column = '', field, value = '' }: RegisterPlace) => ({ line, column, ...(field ? { field } : {}), value });
