/** The notulen (domain section 1.5): how the discussion went, item by item; no formal result, so only chair and secretary sign it. */
import type { Minutes } from '../../domain/minutes.ts';
import { showCount } from '../kit/figures.ts';
import { type Block, type Paper, row } from '../paper/paper.ts';
import type { PaperSetting } from '../paper/paper-setting.ts';
import { dayInWords, timeOf } from './document-words.ts';
import { type MeetingPaperSources, meetingPaper } from './meeting-paper.ts';
import { documentWords as words } from './minutes-words.ts';
import { methodOf } from './paper-decisions.ts';
import { signersOf } from './paper-signatures.ts';

export interface NotesPaperSources extends MeetingPaperSources {
  minutes: Minutes;
}

export function notesPaperOf(sources: NotesPaperSources, setting: PaperSetting): Paper {
  const { minutes } = sources;
  const blocks: Block[] = [
    headTable(minutes),
    { kind: 'section', heading: 'Jalannya rapat', blocks: [agendaTable(minutes)] },
    ...(minutes.discussionNotes
      ? [{ kind: 'section' as const, heading: 'Catatan pembahasan', blocks: [{ kind: 'text' as const, text: minutes.discussionNotes }] }]
      : []),
    { kind: 'signers', signers: signersOf(minutes, ['chair', 'secretary']) },
  ];
  return meetingPaper(sources, setting, { title: 'Notulen', heading: 'NOTULEN', blocks });
}

function headTable({ heldOn, startedAt, endedAt, place, chairName, secretaryName, presence, registeredVoters }: Minutes): Block {
  return {
    kind: 'table',
    columns: [{ width: 44 }, { width: 'rest' }],
    rows: [
      row('Hari, tanggal', dayInWords(heldOn)),
      row('Waktu', `${timeOf(startedAt)} sampai ${timeOf(endedAt)}`),
      row('Tempat', place),
      row('Pimpinan rapat', chairName),
      row('Sekretaris rapat', secretaryName),
      row('Hadir', `${showCount(presence.voters)} dari ${showCount(registeredVoters)} yang berhak memberikan suara`),
    ],
  };
}

/** In the order in which the meeting had its agenda; what was not dealt with is said too. */
function agendaTable({ agenda, decisions, presence }: Minutes): Block {
  const decidedOn = (key: string) =>
    decisions
      .filter(({ agendaKey }) => agendaKey === key)
      .map((decision) => {
        const result = decision.adopted ? 'disetujui' : 'ditolak';
        return `Keputusan: ${decision.text} (${methodOf(decision, presence.voters)}; ${result})`;
      });
  return {
    kind: 'table',
    columns: [
      { title: 'No.', width: 10, isFigure: true },
      { title: 'Acara', width: 46 },
      { title: 'Catatan dan keputusan', width: 'rest' },
    ],
    rows: agenda.map(({ key, done, notes, startedAt }, place) => {
      const said = [notes, ...decidedOn(key)].filter(Boolean).join('\n');
      const item = startedAt === undefined ? words.agenda[key] : { text: words.agenda[key], note: `pukul ${timeOf(startedAt)}` };
      return row(String(place + 1), item, said || (done ? '-' : 'Tidak dibahas'));
    }),
  };
}
