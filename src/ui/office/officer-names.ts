/** Officers by their id, as far as this device holds them. */
import { useMemo } from 'preact/hooks';
import { readAll } from '../../data/rows.ts';
import { useApp } from '../app-context.ts';
import { useLive } from '../use-live.ts';
import { useWords } from '../words/words.ts';
import { verificationWords } from './verification-words.ts';

/** Answers how to name an officer; one whom the device does not know is called so. */
export function useOfficerName(): (officerId: string) => string {
  const { db, session } = useApp();
  const words = useWords(verificationWords);
  const { value } = useLive(() => readAll(db, 'officer'), [db]);
  const names = useMemo(() => new Map((value ?? []).map((row) => [row.id, row.data.name])), [value]);
  const { id, name } = session.officer;
  return (officerId) => names.get(officerId) ?? (officerId === id ? name : words.unknownOfficer);
}
