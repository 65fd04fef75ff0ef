/** In the berita acara: what was changed after the seal, old beside new, with the reason and who changed it. */
import { readRow } from '../../data/rows.ts';
import { dayOf, formatDay } from '../../domain/day.ts';
import type { Minutes } from '../../domain/minutes.ts';
import { useApp } from '../app-context.ts';
import { useLive } from '../use-live.ts';
import { changedLinesOf } from './changed-lines.ts';
import { timeOf } from './document-words.ts';
import { labelOf } from './minutes-places.ts';
import { documentWords as words } from './minutes-words.ts';
import './minutes.css';
import { reachable } from '../kit/table.tsx';

type Amendment = NonNullable<Minutes['amendments']>[number];

export function DocumentAmendments({ minutes: { amendments = [] } }: { minutes: Minutes }) {
  const names = useOfficerNames(amendments.map(({ officerId }) => officerId));
  if (amendments.length === 0) return null;
  return (
    <section class="document-amendments">
      <h2>Perubahan setelah disegel</h2>
      <p class="document-note">Isi di atas sudah memuat perubahan berikut. Tanda tangan terikat pada isi semula.</p>
      {amendments.map((amendment, place) => (
        <AmendmentTable key={amendment.factId} amendment={amendment} number={place + 1} officer={names.get(amendment.officerId)} />
      ))}
    </section>
  );
}

function AmendmentTable({ amendment, number, officer }: { amendment: Amendment; number: number; officer: string | undefined }) {
  const { at, reason, changes } = amendment;
  return (
    <table {...reachable}>
      <caption>
        Perubahan {number}, {formatDay(dayOf(at), 'id')} pukul {timeOf(at)}
        {officer && ` oleh ${officer}`}. Alasan: {reason}
      </caption>
      <thead>
        <tr>
          <th scope="col">Bagian</th>
          <th scope="col">Semula</th>
          <th scope="col">Menjadi</th>
        </tr>
      </thead>
      <tbody>
        {Object.entries(changes).map(([field, change]) => {
          const { before, after } = changedLinesOf(field, change, words, 'id');
          return (
            <tr key={field}>
              <th scope="row">{labelOf(field, words)}</th>
              <td>
                <Lines lines={before} />
              </td>
              <td>
                <Lines lines={after} />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function Lines({ lines }: { lines: readonly string[] }) {
  if (lines.length === 0) return <>-</>;
  return (
    <>
      {lines.map((line) => (
        <span class="minutes-line" key={line}>
          {line}
        </span>
      ))}
    </>
  );
}

/** Of officers that this tablet knows; others stay unnamed rather than numbered. */
function useOfficerNames(ids: readonly string[]): ReadonlyMap<string, string> {
  const { db, session } = useApp();
  const { value } = useLive(async () => {
    const rows = await Promise.all([...new Set(ids)].map(async (id) => [id, (await readRow(db, 'officer', id))?.data.name] as const));
    return new Map(rows.flatMap(([id, name]) => (name ? [[id, name] as const] : [])));
  }, [db, ids.join()]);
  return new Map([...(value ?? []), [session.officer.id, session.officer.name]]);
}
