/** In the berita acara: the opening sentence, who was present and whether that was a quorum. */
import type { Cooperative } from '../../domain/cooperative.ts';
import type { Minutes } from '../../domain/minutes.ts';
import { quorumOfMinutes } from '../../domain/minutes-check.ts';
import type { RatMeeting } from '../../domain/rat-meeting.ts';
import { showCount } from '../kit/figures.ts';
import { type Block, type Row, row } from '../paper/paper.ts';
import { yearsInWords } from './decision-words.ts';
import {
  callNames,
  countInWords,
  dayInWords,
  fullNameOf,
  kindNames,
  meetingModeNames,
  quorumSourceNames,
  ruleInWords,
  timeOf,
  unsaidSexOf,
} from './document-words.ts';

interface Of {
  minutes: Minutes;
  meeting: RatMeeting;
}

export function openingBlocks({ minutes, meeting, cooperative }: Of & { cooperative: Cooperative }): Block[] {
  const { heldOn, startedAt, endedAt, place, presence, registeredVoters, quorumReached, chairName, secretaryName } = minutes;
  const name = fullNameOf({ name: minutes.identity?.name ?? cooperative.name, group: cooperative.group });
  const voters = meeting.system === 'delegate' ? 'wakil anggota' : 'anggota';
  const guests = minutes.officeGuests?.split('\n').filter(Boolean).join('; ');
  const held =
    `Pada hari ini, ${dayInWords(heldOn)}, pukul ${timeOf(startedAt)}, bertempat di ${place}, telah diselenggarakan ` +
    `${kindNames[meeting.kind]} ${name} untuk tahun buku ${yearsInWords(minutes.bookYears)} secara ${meetingModeNames[meeting.mode]}, ` +
    `panggilan ${callNames[minutes.callNumber]}.`;
  const attended =
    `Rapat dihadiri ${countInWords(presence.voters)} dari ${countInWords(registeredVoters)} ${voters} yang berhak memberikan suara, ` +
    `sehingga kuorum ${quorumReached ? 'tercapai' : 'tidak tercapai'}.`;
  const led = `Rapat dipimpin oleh ${chairName} sebagai pimpinan rapat dan ${secretaryName} sebagai sekretaris rapat, dan ditutup pukul ${timeOf(endedAt)}.`;
  return [
    { kind: 'text', text: `${held} ${attended}` },
    { kind: 'text', text: guests ? `${led} Hadir sebagai tamu: ${guests}.` : led },
  ];
}

export function presenceBlocks({ minutes, meeting }: Of): Block[] {
  const { presence, registeredVoters, registeredMale, registeredFemale } = minutes;
  const unsaidSex = unsaidSexOf(minutes);
  const quorum = quorumOfMinutes(minutes);
  const judgedAsFirst = 'warning' in quorum;
  const rule = judgedAsFirst && minutes.firstCallRule ? minutes.firstCallRule : minutes.quorumRule;
  const source = meeting.opening && !judgedAsFirst ? `, ${quorumSourceNames[meeting.opening.quorumSource]}` : '';
  const count = (known: number | undefined) => (known === undefined ? '-' : showCount(known));
  const modes = `langsung ${showCount(presence.inPerson)}, daring ${showCount(presence.online)}, wakil ${showCount(presence.delegate)}`;
  const rows: Row[] = [
    row('Terdaftar dan berhak memberikan suara', count(registeredMale), count(registeredFemale), showCount(registeredVoters)),
    row('Hadir dan berhak memberikan suara', count(presence.male), count(presence.female), showCount(presence.voters)),
    ...(unsaidSex ? [wide('Tanpa keterangan jenis kelamin', unsaidSex)] : []),
    wide('Cara hadir', modes),
    row('Peninjau dan tamu, tanpa hak suara', '', '', showCount(presence.others)),
    wide('Aturan kuorum', `${ruleInWords(rule)} dari yang terdaftar${source}`),
    ...('needed' in quorum ? [row('Paling sedikit hadir', '', '', showCount(quorum.needed))] : []),
    wide('Kuorum', minutes.quorumReached ? 'TERCAPAI' : 'TIDAK TERCAPAI'),
  ];
  const blocks: Block[] = [
    {
      kind: 'table',
      columns: [
        { title: 'Uraian', width: 'rest' },
        { title: 'Laki-laki', width: 26, isFigure: true },
        { title: 'Perempuan', width: 26, isFigure: true },
        { title: 'Jumlah', width: 26, isFigure: true },
      ],
      rows,
    },
  ];
  if (judgedAsFirst) {
    blocks.push({
      kind: 'note',
      text: 'Rapat pertama yang tidak mencapai kuorum tidak tercatat; kuorum dinilai menurut aturan rapat pertama.',
    });
  }
  return [{ kind: 'section', heading: 'Kehadiran dan kuorum', blocks }];
}

/** Said over the columns of men, women and both. */
const wide = (label: string, text: string): Row => row(label, { text, span: 3, isFigure: true });
