// What the words of a register row name: a cooperative with its kind, its legal-entity number, a village, a district.
import { found, nothing, type RegisterCell, saysNothing, tidyText, unreadable } from './register-cell.ts';

export interface CooperativeName {
  /** Without the kind in front of it. */
  name: string;
  /** Code of the group (kelompok), such as `KSU`. */
  group: string | undefined;
  /** As the office wrote it, padding removed. */
  originalName: string;
}

// A free list (domain 2.2): the code as written in front of a name, and the words after `Koperasi` that say the same. Kinds
// whose words as often begin a proper name have only their code: `Koperasi Pasar Pagi` keeps its name whole.
const groups: readonly (readonly [code: string, spelling: string, words?: string])[] = [
  ['KSU', 'ksu', 'serba usaha'],
  ['KUD', 'kud', 'unit desa'],
  ['KSPPS', 'kspps', 'simpan pinjam (?:dan |& ?)?pembiayaan syariah'],
  ['KSP', 'ksp', 'simpan pinjam'],
  ['KJKS', 'kjks', 'jasa keuangan syariah'],
  ['KPRI', 'kpri|kpn', 'pegawai (?:republik indonesia|negeri)'],
  ['KOPKAR', 'kopkar', 'karyawan'],
  ['KOPPONTREN', 'kopp?ontren', 'pondok pesantren'],
  ['KOPWAN', 'kopwan'],
  ['KOPPAS', 'koppas'],
  ['KOPDIT', 'kopdit'],
  ['KOPMA', 'kopma'],
  ['KOPTAN', 'koptan'],
  ['KOPTI', 'kopti'],
  ['KOPINKRA', 'kopinkra'],
  ['PRIMKOPAD', 'primkop(?:ad|kar[- ]?ad)'],
  ['PRIMKOPAL', 'primkopal'],
  ['PRIMKOPAU', 'primkopau'],
  ['PRIMKOPPOL', 'primkop(?:pol|olri)'],
];

const wholeGroups = groups.map(([code, spelling, words]) => ({
  code,
  whole: new RegExp(`^(?:(?:kop(?:erasi|\\.)? ?)?(?:${spelling})\\.?${words ? `|(?:kop(?:erasi|\\.)? ?)?(?:${words})` : ''})$`, 'i'),
}));
const spellings = groups.map(([, spelling]) => spelling).join('|');
const words = groups.flatMap(([, , phrase]) => phrase ?? []).join('|');
const inFront = new RegExp(
  `^(?:(?:kop(?:erasi|\\.) ?)?(${spellings})|kop(?:erasi|\\.) ?(${words})(?: ?\\(\\w+\\))?)(?: ?[.:] ?| - | |$)(.*)$`,
  'i',
);
const dottedCode = /^(?:[a-z]\.){3,5}/i;
const quoted = /^["“”'‘’](.*)["“”'‘’]$/;

/** `KSU. Johor`, `K.S.U. Johor`, `Koperasi Serba Usaha Johor`: the group `KSU` and the name `Johor`. */
export function splitCooperativeName(cell: RegisterCell): CooperativeName | undefined {
  const originalName = tidyText(cell).replace(quoted, '$1').trim();
  const joined = originalName.replace(dottedCode, (letters) => {
    const code = letters.replaceAll('.', '');
    return groupCodeOf(code) ? `${code} ` : letters;
  });
  const parts = inFront.exec(joined.replace(/ {2,}/g, ' '));
  const group = groupCodeOf(parts?.[1] ?? parts?.[2] ?? '');
  const name = (group ? (parts?.[3] ?? '') : originalName).replace(quoted, '$1').trim();
  return saysNothing(name) || !/[\p{L}\p{N}]/u.test(name) ? undefined : { name, group, originalName };
}

/** The code of a group named by itself, as in a column `kelompok`; undefined for one that is not in the list. */
export const groupCodeOf = (text: string): string | undefined => wholeGroups.find(({ whole }) => whole.test(text))?.code;

const numberWord = /^(?:NOMOR|NO)[.:]?\s*(?=\d)/;

/**
 * What two spellings of one legal-entity number share. Spaces, dots and case differ between files; slashes part the pieces
 * of the number and stay: `08/BH/KDK 22. 1/XII/2000` and `08/bh/kdk.22.1/xii/2000` are the same. Empty when nothing is left.
 */
export function normaliseLegalEntityNumber(text: string): string {
  return tidyText(text)
    .normalize('NFKC')
    .toUpperCase()
    .replace(numberWord, '')
    .replace(/[‐‑–—−]/g, '-')
    .replace(/\\/g, '/')
    .replace(/[\s.,:;'"`]/g, '')
    .replace(/\/{2,}/g, '/')
    .replace(/^[-/]+|[-/]+$/g, '');
}

/** What two spellings of one name share: its letters and digits. */
export const nameKeyOf = (text: string): string =>
  tidyText(text)
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

/** By which a row finds its cooperative again in a newer file: its legal-entity number, or else kind, name and village. */
export function registerKeyOf(row: {
  legalEntityKey?: string | undefined;
  group?: string | undefined;
  name: string;
  villageName?: string | undefined;
}): string {
  if (row.legalEntityKey) return `number:${row.legalEntityKey}`;
  return `name:${nameKeyOf(row.group ?? '')}/${nameKeyOf(row.name)}/${nameKeyOf(row.villageName ?? '')}`;
}

export type VillageKind = 'desa' | 'kelurahan';
const villagePrefix = /^(?:(desa|ds)|(kelurahan|kel))(?:\.\s*|\s+)/i;

/** `Desa Panji`, `Kel.Banyuning`, `Kelurahan Seririt`; `Kampung` belongs to the name. */
export function readVillageCell(cell: RegisterCell) {
  const text = tidyText(cell);
  if (saysNothing(text)) return nothing;
  const prefix = villagePrefix.exec(`${text} `);
  const name = prefix ? text.slice(prefix[0].trimEnd().length).trim() : text;
  if (saysNothing(name) || name.length > 120) return unreadable('notAVillage');
  const kind: VillageKind | undefined = prefix?.[1] ? 'desa' : prefix?.[2] ? 'kelurahan' : undefined;
  return found({ name, kind });
}

/** `Kec. Banjar` is the district Banjar. */
export const withoutDistrictWord = (text: string): string => text.replace(/^(?:kecamatan |kec\. ?|kec )(?=.)/i, '').trim();
