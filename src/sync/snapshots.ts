// Fetching areas of which the tablet has nothing yet, page by page, going on where the last try was cut.
import type { FieldDatabase } from '../data/database.ts';
import { dropSnapshot, nextSnapshotPage, receiveSnapshotPage } from '../data/receive-snapshot.ts';
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
  for (;;) {
    const next = await nextSnapshotPage(db);
    if (!next) return { kind: 'fetched' };
    const sent = await office.snapshotPage(next.area, next.seq, next.page, token);
    if (sent.kind === 'serverError' && sent.status === 404) {
      await dropSnapshot(db, next.area);
      continue;
    }
    if (sent.kind !== 'answered') return sent;
    await onPage(await receiveSnapshotPage(db, sent.answer, now()));
  }
}
