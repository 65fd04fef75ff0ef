/** The attendance list as a page for A4 (domain section 1.6): members by number, guests apart, its head on every page. */
import { type Attendance, presenceOf } from '../../domain/attendance.ts';
import type { Cooperative } from '../../domain/cooperative.ts';
import { heldOnOf, type RatMeeting } from '../../domain/rat-meeting.ts';
import { LinkButton } from '../kit/button.tsx';
import { showCount } from '../kit/figures.ts';
import { EmptyState } from '../kit/page-state.tsx';
import { PrintButton } from '../kit/sheet.tsx';
import { SignatureImage } from '../kit/signature-pad.tsx';
import { reachable } from '../kit/table.tsx';
import { meetingHref, partHref } from '../meeting/meeting-links.ts';
import { Shell } from '../shell.tsx';
import { useWords } from '../words/words.ts';
import { attendanceRowsOf } from './attendance-rows.ts';
import { yearsInWords } from './decision-words.ts';
import { DocumentSheet, LanguageNote } from './document-frame.tsx';
import { attendanceModeNames, dayInWords, kindNames, timeOf } from './document-words.ts';
import { minutesWords } from './minutes-words.ts';
import { MinutesPage, type MinutesRoute } from './use-minutes.tsx';

export function AttendanceDocument(route: MinutesRoute) {
  const words = useWords(minutesWords);
  const { cooperativeId, meetingId } = route;
  return (
    <MinutesPage {...route} title={words.attendanceTitle}>
      {({ sources: { meeting, cooperative, attendance, minutes } }) => (
        <Shell
          title={words.attendanceTitle}
          back={meetingHref(cooperativeId, meetingId)}
          actions={
            attendance.length > 0 && (
              <>
                <PrintButton />
                {minutes && (
                  <LinkButton icon="document" href={partHref(cooperativeId, meetingId, 'berita-acara')}>
                    {words.toDocument}
                  </LinkButton>
                )}
              </>
            )
          }
        >
          {attendance.length > 0 ? (
            <>
              <LanguageNote />
              <AttendanceView attendance={attendance} meeting={meeting} cooperative={cooperative} />
            </>
          ) : (
            <EmptyState
              icon="meeting"
              title={words.noAttendance}
              action={<LinkButton href={partHref(cooperativeId, meetingId, 'hadir')}>{words.toRollCall}</LinkButton>}
            >
              {words.noAttendanceBody}
            </EmptyState>
          )}
        </Shell>
      )}
    </MinutesPage>
  );
}

export interface AttendanceViewProps {
  attendance: readonly Attendance[];
  meeting: RatMeeting;
  cooperative: Cooperative;
}

/** The list alone, without the screen's frame. */
export function AttendanceView({ attendance, meeting, cooperative }: AttendanceViewProps) {
  const { voters, others, markedTwice } = attendanceRowsOf(attendance);
  const presence = presenceOf(attendance);
  const heldOn = heldOnOf(meeting) ?? meeting.opening?.heldOn;
  return (
    <DocumentSheet title="Daftar hadir" cooperative={cooperative}>
      <header class="document-title">
        <h1>
          DAFTAR HADIR
          <br />
          {kindNames[meeting.kind].toUpperCase()}
          <br />
          TAHUN BUKU {yearsInWords(meeting.bookYears).toUpperCase()}
        </h1>
        {heldOn && (
          <p>
            {dayInWords(heldOn)}
            {meeting.place && `, ${meeting.place}`}
          </p>
        )}
      </header>
      <section>
        <h2>Anggota yang berhak memberikan suara</h2>
        <VoterTable voters={voters} />
        <p class="document-note keep">
          Jumlah hadir {showCount(presence.voters)}
          {meeting.opening && ` dari ${showCount(meeting.opening.registeredVoters)} terdaftar`}: laki-laki {showCount(presence.male)},
          perempuan {showCount(presence.female)}; langsung {showCount(presence.inPerson)}, daring {showCount(presence.online)}, wakil{' '}
          {showCount(presence.delegate)}.
          {markedTwice > 0 && ` ${showCount(markedTwice)} anggota dicatat di dua meja dan dihitung satu kali.`}
        </p>
      </section>
      {others.length > 0 && (
        <section>
          <h2>Peninjau dan tamu, tanpa hak suara</h2>
          <GuestTable guests={others} />
          <p class="document-note keep">Jumlah {showCount(others.length)} orang.</p>
        </section>
      )}
    </DocumentSheet>
  );
}

function VoterTable({ voters }: { voters: readonly Attendance[] }) {
  return (
    <table class="document-attendance" {...reachable}>
      <thead>
        <tr>
          <th scope="col" class="end">
            No.
          </th>
          <th scope="col">No. anggota</th>
          <th scope="col">Nama</th>
          <th scope="col">L/P</th>
          <th scope="col">Kehadiran</th>
          <th scope="col">Waktu</th>
          <th scope="col">Tanda tangan</th>
        </tr>
      </thead>
      <tbody>
        {voters.map((entry, place) => (
          <tr key={entry.memberKey}>
            <td class="end">{place + 1}</td>
            <td>{entry.memberNumber ?? '-'}</td>
            <td>{entry.name}</td>
            <td>{entry.sex === 'male' ? 'L' : entry.sex === 'female' ? 'P' : '-'}</td>
            <td>{attendanceModeNames[entry.mode]}</td>
            <td>{timeOf(entry.arrivedAt).replace(' WITA', '')}</td>
            <SignatureCell entry={entry} place={place} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function GuestTable({ guests }: { guests: readonly Attendance[] }) {
  return (
    <table class="document-attendance" {...reachable}>
      <thead>
        <tr>
          <th scope="col" class="end">
            No.
          </th>
          <th scope="col">Nama</th>
          <th scope="col">Instansi</th>
          <th scope="col">Jabatan</th>
          <th scope="col">Sebagai</th>
          <th scope="col">Waktu</th>
          <th scope="col">Tanda tangan</th>
        </tr>
      </thead>
      <tbody>
        {guests.map((entry, place) => (
          <tr key={entry.memberKey}>
            <td class="end">{place + 1}</td>
            <td>{entry.name}</td>
            <td>{entry.institution ?? '-'}</td>
            <td>{entry.position ?? '-'}</td>
            <td>{entry.role === 'observer' ? 'Peninjau' : 'Tamu'}</td>
            <td>{timeOf(entry.arrivedAt).replace(' WITA', '')}</td>
            <SignatureCell entry={entry} place={place} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Who did not sign on the tablet may sign on the paper: its numbers stand left and right by turns, as on any list in the field. */
function SignatureCell({ entry, place }: { entry: Attendance; place: number }) {
  const { signature, name } = entry;
  return (
    <td class="document-sign">
      {signature && signature.length > 0 ? (
        <SignatureImage name={name} strokes={signature} />
      ) : (
        <span class={place % 2 === 0 ? 'document-sign-number' : 'document-sign-number right'}>{place + 1}.</span>
      )}
    </td>
  );
}
