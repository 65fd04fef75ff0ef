// A visit in the demo province: the form as an officer fills it in, with what was found amiss and what was agreed.
import { addDays, calendarYearOf, type Day, startOf } from '../../src/domain/day.ts';
import { administrativeBooks, type VisitBody, type visitProblems } from '../../src/domain/visit.ts';
import { type DemoAct, type DemoOfficer, hourMs, minuteMs } from './act.ts';
import type { Chance } from './chance.ts';
import type { DemoCooperative } from './cooperative.ts';
import { figuresFor } from './figures.ts';
import { personNameFor, sexFor, signatureFor } from './person.ts';

export interface PaidVisit {
  id: string;
  cooperative: DemoCooperative;
  officer: DemoOfficer;
  visitedOn: Day;
}

export function actOfVisit({ id, cooperative, officer, visitedOn }: PaidVisit, chance: Chance): DemoAct {
  const startedAt = startOf(visitedOn) + chance.between(8, 14) * hourMs + chance.between(0, 50) * minuteMs;
  const endedAt = startedAt + chance.between(40, 150) * minuteMs;
  const body = bodyOf(cooperative, visitedOn, { startedAt, endedAt }, chance);
  return { type: 'visitRecorded', id, area: cooperative.body.regencyCode, body, at: endedAt + 5 * minuteMs, officerId: officer.id };
}

type Problem = (typeof visitProblems)[number];
interface Finding {
  code: Problem;
  words: string;
  advice: string;
  action: string;
}

const findings: readonly Finding[] = [
  {
    code: 'administration',
    words: 'Buku kas dan buku simpanan terakhir diisi tiga bulan lalu',
    advice: 'Membukukan setiap transaksi pada hari yang sama',
    action: 'Melengkapi buku kas dan buku simpanan',
  },
  {
    code: 'rat',
    words: 'RAT belum terlaksana karena laporan pertanggungjawaban belum selesai',
    advice: 'Menetapkan tanggal RAT dan panitia secara tertulis',
    action: 'Menyusun LPJ dan mengirim undangan RAT',
  },
  {
    code: 'board',
    words: 'Sekretaris pindah dan belum ada penggantinya',
    advice: 'Mengisi kekosongan pengurus melalui rapat anggota',
    action: 'Mengusulkan calon sekretaris kepada anggota',
  },
  {
    code: 'members',
    words: 'Daftar anggota memuat nama yang sudah tidak aktif',
    advice: 'Memutakhirkan buku daftar anggota',
    action: 'Mencocokkan daftar anggota dengan simpanan wajib',
  },
  {
    code: 'badLoans',
    words: 'Pinjaman yang menunggak lebih dari enam bulan belum ditagih',
    advice: 'Membentuk tim penagihan dan membatasi pinjaman baru',
    action: 'Membuat daftar penunggak dan jadwal penagihan',
  },
  {
    code: 'business',
    words: 'Unit toko tutup sementara karena kekurangan modal barang',
    advice: 'Memulai lagi dengan barang kebutuhan pokok anggota',
    action: 'Menyusun rencana usaha sederhana',
  },
  {
    code: 'capital',
    words: 'Simpanan wajib sebagian besar anggota menunggak',
    advice: 'Memotong simpanan wajib bersama pembayaran hasil panen',
    action: 'Menagih simpanan wajib yang tertunggak',
  },
  {
    code: 'legality',
    words: 'Anggaran dasar belum disesuaikan dan izin usaha belum diurus',
    advice: 'Mengurus NIB dengan pendampingan dinas',
    action: 'Menyiapkan berkas NIB',
  },
];

const inOrder: Omit<Finding, 'code'> = {
  words: 'Pembukuan tertib dan usaha berjalan; tidak ada masalah yang perlu ditindaklanjuti',
  advice: 'Mempertahankan tertib administrasi dan menyiapkan RAT sejak awal tahun',
  action: 'Menyerahkan laporan triwulan kepada dinas',
};
const noRatReasons = ['noReport', 'boardVacant', 'noFunds', 'dutyUnknown', 'membersMoved', 'distanceWeather', 'noBusiness'] as const;

function bodyOf(cooperative: DemoCooperative, visitedOn: Day, times: { startedAt: number; endedAt: number }, chance: Chance): VisitBody {
  const { body, diligence, rats, size, shareOfWomen } = cooperative;
  const found = chance.happens(0.5 + 0.5 * diligence);
  const running = found && chance.happens(0.45 + 0.55 * diligence);
  const lastRat = rats.filter(({ heldOn }) => heldOn < visitedOn).at(-1);
  const metThisYear = lastRat !== undefined && calendarYearOf(lastRat.heldOn) >= calendarYearOf(visitedOn);
  const problems = findings.filter(({ code }) => (code === 'rat' ? !metThisYear : chance.happens(0.38 - 0.3 * diligence)));
  const counterpart = personNameFor(sexFor(shareOfWomen, chance), chance);
  const told = problems.length > 0 ? problems.slice(0, 3) : [inOrder];
  const bookYear = calendarYearOf(visitedOn) - 1;
  const { assets, ownCapital, externalCapital, businessVolume, shu } = figuresFor(cooperative, bookYear, chance);
  return {
    cooperativeId: cooperative.id,
    purpose: chance.pick(
      metThisYear ? ['monitoring', 'certificateCheck', 'health', 'monitoring'] : ['monitoring', 'ratCoaching', 'ratCoaching'],
    ),
    visitedOn,
    ...times,
    assignmentLetterNumber: `094/${String(chance.between(1, 400)).padStart(3, '0')}/DKUKM/${calendarYearOf(visitedOn)}`,
    personsMet: found ? [{ name: counterpart, position: 'Ketua' }] : [],
    existence: {
      officeFound: found,
      signboard: found && chance.happens(0.6),
      addressRight: found,
      ...(found ? {} : { addressFound: `Rumah bekas pengurus, ${body.villageName}` }),
      officersReachable: found || chance.happens(0.3),
    },
    institution: {
      books: Object.fromEntries(administrativeBooks.map((book) => [book, found && chance.happens(0.35 + 0.6 * diligence)])),
      activeMembers: Math.round(size * (0.3 + 0.6 * diligence)),
      ...(lastRat ? { lastRatOn: lastRat.heldOn, lastRatBookYear: lastRat.bookYears.at(-1) } : {}),
      ...(metThisYear ? {} : { noRatReason: chance.pick(noRatReasons), plannedRatOn: addDays(visitedOn, chance.between(20, 120)) }),
    },
    business: running
      ? {
          running,
          units: [body.type === 'savingsLoan' ? 'savingsLoan' : chance.pick(['shop', 'farming', 'services', 'transport'])],
          thirdPartyDebt: 'no',
        }
      : { running, monthsSinceActivity: chance.between(4, 40), thirdPartyDebt: chance.pick(['no', 'unknown', 'unknown']) },
    ...(found && chance.happens(0.6)
      ? { finance: { bookYear, assets, ownCapital, externalCapital, businessVolume, shu, source: 'balanceSheet', confidence: 'medium' } }
      : {}),
    findings: `${told.map(({ words }) => words).join('. ')}.`,
    problems: problems.map(({ code, words }) => ({ code, words })),
    advice: `${told.map(({ advice }) => advice).join('. ')}.`,
    actions: told.map(({ action }) => ({
      text: action,
      ...(found ? { person: counterpart } : {}),
      dueOn: addDays(visitedOn, chance.pick([14, 30, 60])),
    })),
    ...(problems.length > 1 ? { nextVisitOn: addDays(visitedOn, chance.between(45, 120)) } : {}),
    ...(found && !metThisYear ? { lettersHandedOver: [{ subject: 'Himbauan pelaksanaan RAT', receivedBy: counterpart }] } : {}),
    ...(found ? { counterpartName: counterpart, counterpartPosition: 'Ketua', counterpartSignature: signatureFor(chance) } : {}),
    officerSignature: signatureFor(chance),
  };
}
