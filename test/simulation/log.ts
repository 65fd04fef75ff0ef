// The office's log as the checks read it.
import type { Database } from '../../server/store/database.ts';
import type { KnownFact } from '../../src/domain/fold.ts';
import type { Noun } from '../../src/domain/noun.ts';
import type { Verdict } from '../../src/domain/wire.ts';

export interface LogEntry {
  fact: KnownFact;
  verdict: Verdict;
  /** Its place among the facts that became part of their rows. */
  folded: number | null;
}

/** In the order in which facts became part of their rows; those that did not come last. */
export async function readLog(db: Database): Promise<LogEntry[]> {
  const rows = await db.selectFrom('fact').select(['content', 'verdict', 'folded']).orderBy('folded').orderBy('position').execute();
  return rows.map(({ content, verdict, folded }) => ({ fact: content, verdict, folded }));
}

export interface StoredRow {
  area: string;
  noun: Noun;
  id: string;
  version: number;
  data: object;
}

export async function readRows(db: Database): Promise<StoredRow[]> {
  const rows = await db.selectFrom('record').select(['area', 'noun', 'id', 'version', 'data']).where('data', 'is not', null).execute();
  return rows.map((row) => ({ ...row, noun: row.noun as Noun, data: row.data as object }));
}

export const isFolded = ({ verdict }: LogEntry): boolean => verdict.seq !== undefined;

export const subjectOf = ({ subject }: KnownFact): string => `${subject.noun}/${subject.id}`;
