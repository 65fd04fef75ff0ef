/** In the berita acara: the agenda, the decisions with their votes, who was elected; and the notes of the discussion behind it all. */
import type { BoardTerm } from '../../domain/board-term.ts';
import { formatDay } from '../../domain/day.ts';
import type { Decision, Minutes } from '../../domain/minutes.ts';
import { showCount } from '../kit/figures.ts';
import { reachable } from '../kit/table.tsx';
import { ruleInWords } from './document-words.ts';
import { documentWords as words } from './minutes-words.ts';

export function Agenda({ agenda }: { agenda: Minutes['agenda'] }) {
  const done = agenda.filter((item) => item.done);
  if (done.length === 0) return null;
  return (
    <section>
      <h2>Acara rapat</h2>
      <ol class="document-list">
        {done.map(({ key, notes }) => (
          <li key={key}>
            {words.agenda[key]}
            {notes && <span class="document-note">{notes}</span>}
          </li>
        ))}
      </ol>
    </section>
  );
}

export function Decisions({ decisions, present }: { decisions: readonly Decision[]; present: number }) {
  if (decisions.length === 0) return null;
  return (
    <section>
      <h2>Keputusan</h2>
      <table class="document-decisions" {...reachable}>
        <thead>
          <tr>
            <th scope="col">No.</th>
            <th scope="col">Keputusan</th>
            <th scope="col">Cara memutuskan</th>
            <th scope="col">Hasil</th>
          </tr>
        </thead>
        <tbody>
          {decisions.map((decision, place) => (
            // Decisions of sealed minutes never change their order.
            <tr key={`${place} ${decision.text}`}>
              <td class="end">{place + 1}</td>
              <td>
                {decision.text}
                <span class="document-note">{words.agenda[decision.agendaKey]}</span>
              </td>
              <td>
                <Method decision={decision} present={present} />
              </td>
              <td>{decision.adopted ? 'Disetujui' : 'Ditolak'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Method({ decision: { method, yes = 0, no = 0, abstain = 0, rule }, present }: { decision: Decision; present: number }) {
  if (method === 'consensus') return <>Musyawarah mufakat</>;
  return (
    <>
      Pemungutan suara: setuju {showCount(yes)}, tidak setuju {showCount(no)}, abstain {showCount(abstain)}, dari {showCount(present)} yang
      hadir{rule && `; syarat ${ruleInWords(rule)}`}
    </>
  );
}

export function Elected({ elected }: { elected: readonly BoardTerm[] | undefined }) {
  if (!elected || elected.length === 0) return null;
  const day = (date: string | undefined) => (date ? formatDay(date, 'id') : '-');
  return (
    <section>
      <h2>Pengurus dan pengawas terpilih</h2>
      <table {...reachable}>
        <thead>
          <tr>
            <th scope="col">Jabatan</th>
            <th scope="col">Nama</th>
            <th scope="col">Masa jabatan</th>
          </tr>
        </thead>
        <tbody>
          {elected.map(({ role, personName, fromOn, toOn }) => (
            <tr key={`${role} ${personName}`}>
              <td>{words.boardRoles[role]}</td>
              <td>{personName}</td>
              <td>
                {day(fromOn)} sampai {day(toOn)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** The record of the discussion is not the formal result: it stands behind the signatures, as an annex. */
export function Notes({ notes }: { notes: string | undefined }) {
  if (!notes) return null;
  return (
    <section class="document-annex">
      <h2>Lampiran: catatan pembahasan</h2>
      <p class="document-text">{notes}</p>
    </section>
  );
}
