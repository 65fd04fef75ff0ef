// Fetching areas of which the tablet has nothing yet, page by page, going on where the last try was cut.
import type { FieldDatabase } from '../data/database.ts';
import { dropSnapshot, nextSnapshotPage, receiveSnapshotPage, type SnapshotPlace } from '../data/receive-snapshot.ts';
import type { Office, SendFailure } from './send.ts';

interface FetchOptions {
  now: () => number;
  onPage(rows: number): Promise<void>;
}

export async function fetchSnapshots(
  db: FieldDatabase,
  office: Pick<Office, 'snapshotPage'>,
  token: string,
  { now, onPage }: FetchOptions,
): Promise<{ kind: 'fetched' } | SendFailure> {
  const ask = ({ area, seq, page }: SnapshotPlace) => office.snapshotPage(area, seq, page, token);
  const isSame = (one: SnapshotPlace, other: SnapshotPlace) => one.area === other.area && one.seq === other.seq && one.page === other.page;
  let ahead: { place: SnapshotPlace; answer: ReturnType<typeof ask> } | undefined;
  for (;;) {
    const next = await nextSnapshotPage(db);
    if (!next) return { kind: 'fetched' };
    const sent = await (ahead && isSame(ahead.place, next) ? ahead.answer : ask(next));
    if (sent.kind === 'serverError' && sent.status === 404) {
      await dropSnapshot(db, next.area);
      continue;
    }
    if (sent.kind !== 'answered') return sent;
    // The next page comes while this one is written.
    const place = { ...next, page: next.page + 1 };
    ahead = place.page < place.pages ? { place, answer: ask(place) } : undefined;
    await onPage(await receiveSnapshotPage(db, sent.answer, now()));
  }
}
