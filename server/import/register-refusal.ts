// Why a file as a whole was not read, in words for the office: nothing of it is imported.
import type { RegisterWords } from '../../src/domain/register-issue.ts';
import { registerLimits } from '../../src/domain/register-limits.ts';

export type RegisterRefusalCode = keyof typeof reasons;

export interface RegisterRefusal {
  kind: 'refused';
  code: RegisterRefusalCode;
  message: RegisterWords;
  /** The line that most looks like a heading, so that its columns can be named by hand. */
  headings?: string[];
}

const saveAs = {
  id: 'Simpan sebagai CSV atau .xlsx lalu coba lagi.',
  en: 'Save it as CSV or .xlsx and try again.',
};
const reasons = {
  notFound: words('Berkas tidak ditemukan', 'The file was not found', 'Periksa nama dan foldernya.', 'Check its name and folder.'),
  notAFile: words('Ini bukan berkas', 'This is not a file', 'Pilih berkas CSV atau .xlsx.', 'Choose a CSV or .xlsx file.'),
  unreadable: words('Berkas tidak dapat dibuka', 'The file cannot be opened', 'Periksa izinnya.', 'Check its permissions.'),
  tooLarge: words(
    `Berkas lebih besar dari ${registerLimits.megabytes} MB`,
    `The file is larger than ${registerLimits.megabytes} MB`,
    'Bagi per kabupaten/kota lalu impor satu per satu.',
    'Split it by regency and import the parts one by one.',
  ),
  tooManyRows: words(
    'Berkas memuat lebih dari 200.000 baris atau sel yang jauh di luar tabel',
    'The file has more than 200,000 rows, or a cell far outside the table',
    'Hapus isi di luar tabel, atau bagi per kabupaten/kota.',
    'Clear what stands outside the table, or split it by regency.',
  ),
  empty: words('Berkas kosong', 'The file is empty', 'Pilih berkas yang berisi daftar koperasi.', 'Choose a file with a register in it.'),
  noRows: words(
    'Berkas hanya memuat judul kolom, tanpa koperasi',
    'The file has only a heading and no cooperatives',
    'Pilih berkas yang berisi daftar koperasi.',
    'Choose a file with a register in it.',
  ),
  pdf: words(
    'Ini berkas PDF',
    'This is a PDF',
    'Minta daftar aslinya sebagai CSV atau .xlsx.',
    'Ask for the register itself as CSV or .xlsx.',
  ),
  html: words(
    'Ini halaman web, walaupun namanya mungkin .xls',
    'This is a web page, though it may be named .xls',
    `Buka di Excel. ${saveAs.id}`,
    `Open it in Excel. ${saveAs.en}`,
  ),
  xml: words('Ini berkas XML', 'This is an XML file', `Buka di Excel. ${saveAs.id}`, `Open it in Excel. ${saveAs.en}`),
  json: words('Ini berkas JSON', 'This is a JSON file', 'Minta daftarnya sebagai CSV atau .xlsx.', 'Ask for the register as CSV or .xlsx.'),
  richText: words('Ini dokumen teks', 'This is a text document', saveAs.id, saveAs.en),
  oldOffice: words(
    'Ini berkas Excel lama (.xls) atau berkas dengan kata sandi',
    'This is an old Excel file (.xls) or one with a password',
    `Buka di Excel dan lepas kata sandinya. ${saveAs.id}`,
    `Open it in Excel and take off its password. ${saveAs.en}`,
  ),
  otherOffice: words(
    'Ini berkas kantor jenis lain (Word, ODS atau .xlsb)',
    'This is another kind of office file (Word, ODS or .xlsb)',
    saveAs.id,
    saveAs.en,
  ),
  image: words('Ini gambar', 'This is a picture', 'Minta daftarnya sebagai CSV atau .xlsx.', 'Ask for the register as CSV or .xlsx.'),
  archive: words('Ini arsip', 'This is an archive', 'Buka arsipnya lalu pilih berkas di dalamnya.', 'Open it and choose the file inside.'),
  binary: words('Ini bukan daftar koperasi', 'This is not a register', 'Pilih berkas CSV atau .xlsx.', 'Choose a CSV or .xlsx file.'),
  damaged: words(
    'Berkas .xlsx rusak atau terpotong',
    'The .xlsx file is damaged or cut short',
    'Salin atau unduh sekali lagi.',
    'Copy or download it once more.',
  ),
  headingNotFound: words(
    'Judul kolom tidak dikenali',
    'No heading was recognised',
    'Beri tahu kolom mana yang memuat nama koperasi, atau tulis judul seperti "Nama Koperasi".',
    'Say which column holds the name of the cooperative, or write a heading such as "Nama Koperasi".',
  ),
  nameColumnMissing: words(
    'Tidak ada kolom nama koperasi',
    'There is no column for the name of the cooperative',
    'Beri tahu kolom mana yang memuat nama koperasi.',
    'Say which column holds the name of the cooperative.',
  ),
  mappingUnknownColumn: words(
    'Kolom yang dipetakan tidak ada dalam berkas',
    'A mapped column is not in the file',
    'Periksa judul kolom pada pemetaan.',
    'Check the headings of the mapping.',
  ),
  mappingUnknownField: words(
    'Pemetaan menunjuk data yang tidak dikenal',
    'The mapping names a field that is not known',
    'Periksa nama data pada pemetaan.',
    'Check the fields of the mapping.',
  ),
  sheetNotFound: words('Lembar itu tidak ada', 'There is no such sheet', 'Periksa nama lembarnya.', 'Check the name of the sheet.'),
};

export function refuseRegister(code: RegisterRefusalCode, detail?: string, headings?: string[]): RegisterRefusal {
  return { kind: 'refused', code, message: reasons[code](detail), ...(headings ? { headings } : {}) };
}

function words(id: string, en: string, advice: string, adviceEn: string): (detail?: string) => RegisterWords {
  return (detail) => {
    const named = detail ? `: ${detail}` : '';
    return { id: `${id}${named}. Tidak ada yang diimpor. ${advice}`, en: `${en}${named}. Nothing was imported. ${adviceEn}` };
  };
}
