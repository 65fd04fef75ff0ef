/** The head of the berita acara: its title, the opening sentence, who was present and whether that was a quorum. */
import type { Cooperative } from '../../domain/cooperative.ts';
import type { Minutes } from '../../domain/minutes.ts';
import { quorumOfMinutes } from '../../domain/minutes-check.ts';
import type { RatMeeting } from '../../domain/rat-meeting.ts';
import { showCount } from '../kit/figures.ts';
import { reachable } from '../kit/table.tsx';
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

export function Title({ minutes, meeting }: Of) {
  return (
    <header class="document-title">
      <h1>
        BERITA ACARA
        <br />
        {kindNames[meeting.kind].toUpperCase()}
        <br />
        TAHUN BUKU {yearsInWords(minutes.bookYears).toUpperCase()}
      </h1>
      {minutes.number && <p>Nomor: {minutes.number}</p>}
    </header>
  );
}

export function Opening({ minutes, meeting, cooperative }: Of & { cooperative: Cooperative }) {
  const { heldOn, startedAt, endedAt, place, presence, registeredVoters, quorumReached, chairName, secretaryName } = minutes;
  const name = fullNameOf({ name: minutes.identity?.name ?? cooperative.name, group: cooperative.group });
  return (
    <>
      <p>
        Pada hari ini, {dayInWords(heldOn)}, pukul {timeOf(startedAt)}, bertempat di {place}, telah diselenggarakan{' '}
        {kindNames[meeting.kind]} {name} untuk tahun buku {yearsInWords(minutes.bookYears)} secara {meetingModeNames[meeting.mode]},
        panggilan {callNames[minutes.callNumber]}. Rapat dihadiri {countInWords(presence.voters)} dari {countInWords(registeredVoters)}{' '}
        {meeting.system === 'delegate' ? 'wakil anggota' : 'anggota'} yang berhak memberikan suara, sehingga kuorum{' '}
        {quorumReached ? 'tercapai' : 'tidak tercapai'}.
      </p>
      <p>
        Rapat dipimpin oleh {chairName} sebagai pimpinan rapat dan {secretaryName} sebagai sekretaris rapat, dan ditutup pukul{' '}
        {timeOf(endedAt)}.{minutes.officeGuests && ` Hadir sebagai tamu: ${minutes.officeGuests.split('\n').filter(Boolean).join('; ')}.`}
      </p>
    </>
  );
}

export function PresenceTable({ minutes, meeting }: Of) {
  const { presence, registeredVoters, registeredMale, registeredFemale } = minutes;
  const unsaidSex = unsaidSexOf(minutes);
  const quorum = quorumOfMinutes(minutes);
  const judgedAsFirst = 'warning' in quorum;
  const rule = judgedAsFirst && minutes.firstCallRule ? minutes.firstCallRule : minutes.quorumRule;
  const source = meeting.opening && !judgedAsFirst ? `, ${quorumSourceNames[meeting.opening.quorumSource]}` : '';
  const count = (known: number | undefined) => (known === undefined ? '-' : showCount(known));
  return (
    <section>
      <h2>Kehadiran dan kuorum</h2>
      <table class="document-presence" {...reachable}>
        <thead>
          <tr>
            <th scope="col">Uraian</th>
            <th scope="col" class="end">
              Laki-laki
            </th>
            <th scope="col" class="end">
              Perempuan
            </th>
            <th scope="col" class="end">
              Jumlah
            </th>
          </tr>
        </thead>
        <tbody>
          <Row
            label="Terdaftar dan berhak memberikan suara"
            cells={[count(registeredMale), count(registeredFemale), showCount(registeredVoters)]}
          />
          <Row
            label="Hadir dan berhak memberikan suara"
            cells={[count(presence.male), count(presence.female), showCount(presence.voters)]}
          />
          {unsaidSex && <Row label="Tanpa keterangan jenis kelamin" cells={[unsaidSex]} />}
          <Row
            label="Cara hadir"
            cells={[
              `langsung ${showCount(presence.inPerson)}, daring ${showCount(presence.online)}, wakil ${showCount(presence.delegate)}`,
            ]}
          />
          <Row label="Peninjau dan tamu, tanpa hak suara" cells={['', '', showCount(presence.others)]} />
          <Row label="Aturan kuorum" cells={[`${ruleInWords(rule)} dari yang terdaftar${source}`]} />
          {'needed' in quorum && <Row label="Paling sedikit hadir" cells={['', '', showCount(quorum.needed)]} />}
          <Row label="Kuorum" cells={[minutes.quorumReached ? 'TERCAPAI' : 'TIDAK TERCAPAI']} />
        </tbody>
      </table>
      {judgedAsFirst && (
        <p class="document-note">Rapat pertama yang tidak mencapai kuorum tidak tercatat; kuorum dinilai menurut aturan rapat pertama.</p>
      )}
    </section>
  );
}

function Row({ label, cells }: { label: string; cells: readonly string[] }) {
  return (
    <tr>
      <th scope="row">{label}</th>
      {cells.length === 1 ? (
        <td colSpan={3} class="end">
          {cells[0]}
        </td>
      ) : (
        cells.map((cell, place) => (
          // Men, women, both: the columns never move.
          <td key={String(place)} class="end">
            {cell}
          </td>
        ))
      )}
    </tr>
  );
}
