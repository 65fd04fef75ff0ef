/** The names of those who amended the minutes, as far as this tablet knows them; others stay unnamed rather than numbered. */
import { useMemo } from 'preact/hooks';
import { readRow } from '../../data/rows.ts';
import type { Minutes } from '../../domain/minutes.ts';
import { useApp } from '../app-context.ts';
import { useLive } from '../use-live.ts';

export function useAmendingOfficers({ amendments = [] }: Pick<Minutes, 'amendments'>): ReadonlyMap<string, string> {
  const { db, session } = useApp();
  const ids = [...new Set(amendments.map(({ officerId }) => officerId))].join();
  const { value } = useLive(async () => {
    const rows = await Promise.all(ids.split(',').map(async (id) => [id, (await readRow(db, 'officer', id))?.data.name] as const));
    return rows.flatMap(([id, name]) => (name ? [[id, name] as const] : []));
  }, [db, ids]);
  return useMemo(
    () => new Map([...(value ?? []), [session.officer.id, session.officer.name]]),
    [value, session.officer.id, session.officer.name],
  );
}
