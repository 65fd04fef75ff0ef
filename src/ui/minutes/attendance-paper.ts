/** The attendance list (domain section 1.6): members by number, guests apart, each with what they signed or a place for the pen. */
import { type Attendance, presenceOf } from '../../domain/attendance.ts';
import { heldOnOf } from '../../domain/rat-meeting.ts';
import { showCount } from '../kit/figures.ts';
import { type Block, type Paper, type Row, row } from '../paper/paper.ts';
import type { PaperSetting } from '../paper/paper-setting.ts';
import { attendanceRowsOf } from './attendance-rows.ts';
import { attendanceModeNames, dayInWords, timeOf } from './document-words.ts';
import { type MeetingPaperSources, meetingPaper } from './meeting-paper.ts';

const sexNames = { male: 'L', female: 'P' } as const;
const hourOf = (at: number): string => timeOf(at).replace(' WITA', '');

export interface AttendancePaperSources extends MeetingPaperSources {
  attendance: readonly Attendance[];
}

export function attendancePaperOf(sources: AttendancePaperSources, setting: PaperSetting): Paper {
  const { attendance, meeting } = sources;
  const { voters, others, markedTwice } = attendanceRowsOf(attendance);
  const heldOn = heldOnOf(meeting) ?? meeting.opening?.heldOn;
  const blocks: Block[] = [
    {
      kind: 'section',
      heading: 'Anggota yang berhak memberikan suara',
      blocks: [votersTable(voters), { kind: 'note', text: countOf(sources, markedTwice) }],
    },
  ];
  if (others.length > 0) {
    const note = `Jumlah ${showCount(others.length)} orang.`;
    blocks.push({
      kind: 'section',
      heading: 'Peninjau dan tamu, tanpa hak suara',
      blocks: [guestsTable(others), { kind: 'note', text: note }],
    });
  }
  return meetingPaper(sources, setting, {
    title: 'Daftar hadir',
    heading: 'DAFTAR HADIR',
    ...(heldOn ? { below: [dayInWords(heldOn), meeting.place].filter(Boolean).join(', ') } : {}),
    blocks,
  });
}

function countOf({ attendance, meeting }: AttendancePaperSources, markedTwice: number): string {
  const { voters, male, female, inPerson, online, delegate } = presenceOf(attendance);
  const registered = meeting.opening ? ` dari ${showCount(meeting.opening.registeredVoters)} terdaftar` : '';
  const sexes = `laki-laki ${showCount(male)}, perempuan ${showCount(female)}`;
  const modes = `langsung ${showCount(inPerson)}, daring ${showCount(online)}, wakil ${showCount(delegate)}`;
  const twice = markedTwice > 0 ? ` ${showCount(markedTwice)} anggota dicatat di dua meja dan dihitung satu kali.` : '';
  return `Jumlah hadir ${showCount(voters)}${registered}: ${sexes}; ${modes}.${twice}`;
}

const votersTable = (voters: readonly Attendance[]): Block => ({
  kind: 'table',
  isForPen: true,
  columns: [
    { title: 'No.', width: 11, isFigure: true },
    { title: 'No. anggota', width: 24 },
    { title: 'Nama', width: 'rest' },
    { title: 'L/P', width: 9 },
    { title: 'Kehadiran', width: 20 },
    { title: 'Waktu', width: 14 },
    { title: 'Tanda tangan', width: 36 },
  ],
  rows: voters.map(
    (entry, place): Row =>
      row(
        String(place + 1),
        entry.memberNumber ?? '-',
        entry.name,
        entry.sex ? sexNames[entry.sex] : '-',
        attendanceModeNames[entry.mode],
        hourOf(entry.arrivedAt),
        signatureOf(entry, place + 1),
      ),
  ),
});

const guestsTable = (guests: readonly Attendance[]): Block => ({
  kind: 'table',
  isForPen: true,
  columns: [
    { title: 'No.', width: 11, isFigure: true },
    { title: 'Nama', width: 'rest' },
    { title: 'Instansi', width: 34 },
    { title: 'Jabatan', width: 28 },
    { title: 'Sebagai', width: 18 },
    { title: 'Waktu', width: 14 },
    { title: 'Tanda tangan', width: 36 },
  ],
  rows: guests.map(
    (entry, place): Row =>
      row(
        String(place + 1),
        entry.name,
        entry.institution ?? '-',
        entry.position ?? '-',
        entry.role === 'observer' ? 'Peninjau' : 'Tamu',
        hourOf(entry.arrivedAt),
        signatureOf(entry, place + 1),
      ),
  ),
});

const signatureOf = ({ name, signature }: Attendance, place: number) => ({ name, strokes: signature, place });
