// Minutes of the demo province's RATs: a whole berita acara that meets every rule, with synthetic signatures.
import type { Mark } from '../../src/domain/attendance.ts';
import { addDays, calendarYearOf, type Day, startOf } from '../../src/domain/day.ts';
import {
  type AgendaKey,
  agendaKeys,
  type Decision,
  type MinutesContent,
  type Signature,
  type SignatureRole,
} from '../../src/domain/minutes.ts';
import { shuToShare } from '../../src/domain/minutes-check.ts';
import { tableRules } from '../../src/domain/quorum.ts';
import type { RosterMember } from '../../src/domain/roster.ts';
import { hourMs, minuteMs } from './act.ts';
import type { Chance } from './chance.ts';
import { type DemoCooperative, placeOf } from './cooperative.ts';
import { figuresFor } from './figures.ts';
import { boardFor, signatureFor } from './person.ts';

export interface Sitting {
  cooperative: DemoCooperative;
  rat: { bookYears: number[] };
  meetingId: string;
  heldOn: Day;
  callNumber: 1 | 2;
  members: readonly RosterMember[];
  marks: readonly Mark[];
}

export function contentFor(sitting: Sitting, chance: Chance): MinutesContent {
  const { cooperative, rat, meetingId, heldOn, callNumber, members, marks } = sitting;
  const voters = marks.filter(({ role }) => role === 'voter');
  const [chair, secretary] = voters;
  const startedAt = startOf(heldOn) + 9 * hourMs + 45 * minuteMs;
  const ratified = rat.bookYears.map((bookYear) => ({ bookYear, figures: ratifiedFigures(cooperative, bookYear, members, chance) }));
  const last = ratified.at(-1)?.figures;
  const elects = chance.happens(0.35);
  const plannedRevenue = Math.round(((last?.businessVolume ?? 0) * 1.1) / 100_000) * 100_000;
  return {
    meetingId,
    cooperativeId: cooperative.id,
    bookYears: rat.bookYears,
    callNumber,
    heldOn,
    registeredVoters: members.length,
    quorumRule: callNumber === 1 ? tableRules.firstCall : tableRules.secondCall,
    quorumReached: true,
    firstCallNotReached: callNumber === 2,
    presence: presenceOf(voters, marks.length - voters.length),
    number: `${String(chance.between(1, 30)).padStart(3, '0')}/BA-RAT/${calendarYearOf(heldOn)}`,
    place: placeOf(cooperative),
    startedAt,
    endedAt: startedAt + chance.between(100, 210) * minuteMs,
    chairName: chair?.name ?? '',
    secretaryName: secretary?.name ?? '',
    agenda: agendaKeys.map((key) => ({ key, done: key === 'election' ? elects : key !== 'other', ...noteOn(key) })),
    decisions: decisionsOf(voters.length, elects, chance),
    ratified,
    shuAllocation: sharesOf(shuToShare(ratified) ?? 0),
    plannedRevenue,
    plannedExpense: Math.round(plannedRevenue * 0.94),
    ...(elects ? { elected: boardFor(addDays(heldOn, 1), cooperative.shareOfWomen, chance) } : {}),
    officeGuests: 'Petugas Dinas Koperasi dan UKM',
    discussionNotes: chance.pick(discussions),
  };
}

/** The members are those of the roster, so that register and minutes agree. */
function ratifiedFigures(cooperative: DemoCooperative, bookYear: number, members: readonly RosterMember[], chance: Chance) {
  const membersFemale = members.filter(({ sex }) => sex === 'female').length;
  const heads = { membersTotal: members.length, membersFemale, membersMale: members.length - membersFemale };
  return { ...figuresFor(cooperative, bookYear, chance), ...heads };
}

function presenceOf(voters: readonly Mark[], others: number): MinutesContent['presence'] {
  const countOf = (test: (mark: Mark) => boolean) => voters.filter(test).length;
  return {
    voters: voters.length,
    male: countOf(({ sex }) => sex === 'male'),
    female: countOf(({ sex }) => sex === 'female'),
    inPerson: countOf(({ mode }) => mode === 'inPerson'),
    online: countOf(({ mode }) => mode === 'online'),
    delegate: countOf(({ mode }) => mode === 'delegate'),
    others,
  };
}

const notes: Partial<Record<AgendaKey, string>> = {
  boardReport: 'Ketua membacakan laporan pertanggungjawaban; tanya jawab dua putaran.',
  supervisorReport: 'Pengawas menilai pembukuan tertib; tunggakan pinjaman perlu ditagih.',
  workPlanBudget: 'Rencana kerja dibacakan per unit usaha.',
};
const noteOn = (key: AgendaKey) => (notes[key] ? { notes: notes[key] } : {});

const discussions = [
  'Anggota meminta piutang macet ditagih sebelum pinjaman baru dibuka. Pengurus menyanggupi melapor tiap triwulan.',
  'Dibahas pembelian pupuk bersama dan jadwal angkutan hasil panen. Harga beli mengikuti harga pasar kabupaten.',
  'Anggota mengusulkan toko buka sampai malam. Disepakati dicoba tiga bulan lalu dinilai kembali.',
  'Simpanan wajib diusulkan naik. Sebagian anggota keberatan, sehingga diputuskan dengan pemungutan suara.',
];

function decisionsOf(present: number, elects: boolean, chance: Chance): Decision[] {
  const consensus = (agendaKey: AgendaKey, text: string): Decision => ({ agendaKey, text, method: 'consensus', adopted: true });
  const abstain = chance.between(0, Math.floor(present / 12));
  const no = chance.between(1, Math.max(1, Math.floor(present / 9)));
  return [
    consensus('rulesOfOrder', 'Tata tertib rapat diterima'),
    consensus('ratification', 'Laporan pertanggungjawaban pengurus, neraca dan perhitungan hasil usaha disahkan'),
    consensus('shuDistribution', 'Pembagian SHU disetujui sesuai anggaran dasar'),
    { agendaKey: 'workPlanBudget', text: 'RK-RAPB disahkan', method: 'vote', yes: present - no - abstain, no, abstain, adopted: true },
    ...(elects ? [consensus('election', 'Pengurus dan pengawas terpilih dikukuhkan')] : []),
  ];
}

const purposes: readonly (readonly [purpose: string, percent: number])[] = [
  ['Jasa anggota', 40],
  ['Dana pengurus dan pengawas', 10],
  ['Dana karyawan', 5],
  ['Dana pendidikan', 5],
  ['Dana sosial', 5],
  ['Dana pembangunan daerah kerja', 5],
];

/** What is left after the rounded shares goes to the reserve; a loss is not shared out. */
function sharesOf(shu: number): MinutesContent['shuAllocation'] {
  if (shu <= 0) return [];
  const shares = purposes.map(([purpose, percent]) => ({ purpose, amount: Math.floor((shu * percent) / 100) }));
  return [{ purpose: 'Cadangan', amount: shu - shares.reduce((sum, { amount }) => sum + amount, 0) }, ...shares];
}

/** Chair, secretary, two witnesses among those present, the board's chair, and the officer for the office. */
export function signaturesFor(content: MinutesContent, marks: readonly Mark[], officerName: string, chance: Chance): Signature[] {
  const nameAt = (place: number) => marks[place]?.name ?? content.chairName;
  const names: [SignatureRole, string][] = [
    ['chair', content.chairName],
    ['secretary', content.secretaryName],
    ['witness1', nameAt(2)],
    ['witness2', nameAt(3)],
    ['boardChair', content.elected?.[0]?.personName ?? nameAt(4)],
    ['officeWitness', officerName],
  ];
  return names.map(([role, name], index) => ({ role, name, strokes: signatureFor(chance), signedAt: content.endedAt + index * minuteMs }));
}
