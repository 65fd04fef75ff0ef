// Which column of an office's register is which field, by the headings that offices use or by a mapping made by hand.

export const registerFields = [
  'name',
  'legalEntityNumber',
  'legalEntityOn',
  'address',
  'villageName',
  'districtName',
  'regencyName',
  'active',
  'inactive',
  'activity',
  'membersMale',
  'membersFemale',
  'membersTotal',
  'employeesMale',
  'employeesFemale',
  'employeesTotal',
  'managersMale',
  'managersFemale',
  'managersTotal',
  'ownCapital',
  'externalCapital',
  'participationCapital',
  'businessVolume',
  'shu',
  'assets',
  'ratHeld',
  'ratOn',
  'reportYear',
  'nikKoperasi',
  'type',
  'group',
  'form',
  'sector',
] as const;
export type RegisterField = (typeof registerFields)[number];
/** `ignored` is a column that is understood and not wanted: the running number of the list. */
export type RegisterColumnUse = RegisterField | 'ignored';

/** Made by hand: `{ 'Nama Badan Usaha': 'name' }`. Headings are compared without case, spaces and marks. */
export type RegisterMapping = Readonly<Record<string, RegisterColumnUse>>;

export interface RegisterColumns {
  headings: readonly string[];
  /** Where a field stands; a field that the file does not have is missing here. */
  indexOf: Readonly<Partial<Record<RegisterField, number>>>;
  /** What each understood heading is read as: what a person may correct and hand in again. */
  mapping: Record<string, RegisterColumnUse>;
  unknownColumns: string[];
  /** Columns in millions or thousands of Rupiah: `1.234` there can be one million or one billion, so they are left out. */
  scaledColumns: string[];
  /** Columns that claim a field which an earlier one has; they stand among the unknown ones too. */
  doubledColumns: { heading: string; first: string }[];
  missing: RegisterField[];
  /** Headings of the mapping that the file does not have. */
  unmatched: string[];
}

const aliases: Readonly<Record<Exclude<RegisterColumnUse, HeadField>, string>> = {
  ignored: 'no nomor nourut nomorurut idkop id idkoperasi urut',
  name: 'nmkop nmkoperasi nama namakop namakoperasi koperasi namalembaga namakoperasilengkap',
  legalEntityNumber:
    'nobh nomorbh nobadanhukum nomorbadanhukum badanhukum badanhukumnomor badanhukumno nobadanhukumpendirian nomorbadanhukumpendirian noaktabadanhukum nomordanbadanhukum',
  legalEntityOn:
    'tglbh tanggalbh tglbadanhukum tanggalbadanhukum badanhukumtanggal badanhukumtgl tglbadanhukumpendirian tanggalbadanhukumpendirian',
  address: 'alamat alamatkoperasi alamatlengkap alamatkantor',
  villageName:
    'kelurahan desa kelurahandesa desakelurahan keldesa desakel kel nmkelurahan nmdesa namakelurahan namadesa namadesakelurahan kampung',
  districtName: 'kecamatan kec nmkecamatan namakecamatan',
  regencyName: 'kabupaten kabupatenkota kabkota kota kab namakabupaten namakabupatenkota',
  active: 'aktif koperasiaktif',
  inactive: 'tdkaktif tidakaktif nonaktif koperasitidakaktif pasif',
  activity: 'status statuskoperasi statusaktif statuskeaktifan keaktifan aktiftidakaktif',
  ownCapital: 'modalsendiri jumlahmodalsendiri jmlmodalsendiri',
  externalCapital: 'modalluar modalpinjaman modalluarpinjaman jumlahmodalluar jmlmodalluar',
  participationCapital: 'modalpenyertaan',
  businessVolume: 'volusaha volumeusaha volume vol omzet omset',
  shu: 'shu sisahasilusaha sisahasilusahashu shutahunberjalan',
  assets: 'asset aset assets totalasset totalaset jumlahasset jumlahaset aktiva totalaktiva',
  ratHeld: 'rat sudahrat pelaksanaanrat melaksanakanrat statusrat',
  ratOn: 'tglrat tanggalrat tglratterakhir tanggalratterakhir ratterakhir tglpelaksanaanrat tanggalpelaksanaanrat',
  reportYear: 'tahunlaporan thnlaporan tahun thn tahunbuku thnbuku tahundata',
  nikKoperasi: 'nik nikkoperasi nikkop nonik nomornik nomorindukkoperasi noindukkoperasi nomorindukkoperasinik',
  type: 'jenis jeniskoperasi',
  group: 'kelompok kelompokkoperasi',
  form: 'bentuk bentukkoperasi',
  sector: 'sektor sektorusaha sektorekonomi bidangusaha',
};

const heads = {
  members: 'anggt anggota agt ang',
  employees: 'krywn karyawan kary kry',
  managers: 'mngr manajer manager mgr',
} as const;
type HeadField = `${keyof typeof heads}${'Male' | 'Female' | 'Total'}`;
const sexes = { Male: 'laki lakilaki pria lk l', Female: 'wanita perempuan pr p w', Total: 'total jumlah jml seluruhnya' } as const;
const counting = ['', 'jumlah', 'jml', 'jmlh', 'total'];

const useOf = new Map<string, RegisterColumnUse>(Object.entries(aliases).flatMap(([use, names]) => named(use as RegisterColumnUse, names)));
for (const [stem, names] of Object.entries(heads)) {
  for (const name of names.split(' ')) {
    for (const prefix of counting) {
      useOf.set(`${prefix}${name}`, `${stem}Total` as RegisterField);
      for (const [sex, words] of Object.entries(sexes)) {
        for (const word of words.split(' ')) {
          useOf.set(`${prefix}${name}${word}`, `${stem}${sex}` as RegisterField);
        }
      }
    }
  }
}

const unitInHeading = /\(\s*(?:dalam )?(?:rp\.?|rupiah|idr|orang|org)\s*\)|\b(?:dalam )?(?:rp\.?|rupiah)\s*$/gi;
const scaleInHeading =
  /\b(?:dalam\s+)?(?:rp\.?\s*)?(?:jutaan|juta|jt|ribuan|ribu|miliar|milyar)\b\.?(?:\s+(?:rupiah|rp\.?))?|\(\s*(?:rp\.?\s*)?(?:x\s*)?(?:1\.?)?000(?:\.000)?\s*\)/gi;

/** A heading without case, spaces, marks and its unit: `Modal Sendiri (Rp)` and `modal_sendiri` are one. */
export const headingKeyOf = (heading: string): string =>
  heading
    .replace(unitInHeading, ' ')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

const isScaled = (heading: string): boolean => heading.search(scaleInHeading) >= 0;

/** The number of headings in a line that are understood, and whether the name of the cooperative is among them. */
export function recogniseHeading(cells: readonly string[], mapping: RegisterMapping = {}): { known: number; hasName: boolean } {
  const columns = recogniseColumns(cells, mapping);
  return { known: Object.keys(columns.indexOf).length, hasName: columns.indexOf.name !== undefined };
}

/** Reads a heading line. Where two columns claim one field the first has it, and the second counts as unknown and is named as doubled. */
export function recogniseColumns(headings: readonly string[], byHand: RegisterMapping = {}): RegisterColumns {
  const wanted = new Map(Object.entries(byHand).map(([heading, use]) => [headingKeyOf(heading), { heading, use }]));
  const takenByHand = new Set<RegisterColumnUse>(Object.values(byHand).filter((use) => use !== 'ignored'));
  const indexOf: Partial<Record<RegisterField, number>> = {};
  const columns: RegisterColumns = {
    headings,
    indexOf,
    mapping: {},
    unknownColumns: [],
    scaledColumns: [],
    doubledColumns: [],
    missing: [],
    unmatched: [],
  };
  const met = new Set<string>();
  for (const [index, heading] of headings.entries()) {
    const key = headingKeyOf(heading);
    if (key === '') continue;
    const hand = wanted.get(key);
    if (hand) met.add(key);
    const usual = useOf.get(key);
    const scaled = !hand && !usual && isScaled(heading) && useOf.has(headingKeyOf(heading.replace(scaleInHeading, ' ')));
    const use = hand?.use ?? (usual && takenByHand.has(usual) ? undefined : usual);
    if (scaled) columns.scaledColumns.push(heading);
    else if (use === undefined) columns.unknownColumns.push(heading);
    else if (use !== 'ignored' && indexOf[use] !== undefined) {
      columns.unknownColumns.push(heading);
      columns.doubledColumns.push({ heading, first: headings[indexOf[use]] ?? '' });
    } else {
      columns.mapping[heading] = use;
      if (use !== 'ignored') indexOf[use] = index;
    }
  }
  if (indexOf.name === undefined) columns.missing.push('name');
  columns.unmatched = [...wanted].filter(([key]) => !met.has(key)).map(([, { heading }]) => heading);
  return columns;
}

function named(use: RegisterColumnUse, names: string): [string, RegisterColumnUse][] {
  return names.split(' ').map((name) => [name, use]);
}
