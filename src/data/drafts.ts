// Drafts: what is being typed, saved as typed, gone only when it has become a fact or the officer throws it away.
import type { Draft, FieldDatabase } from './database.ts';
import { dropFilesOf } from './held-files.ts';

export const readDraft = (db: FieldDatabase, key: string): Promise<Draft | undefined> => db.draft.get(key);

export const draftsOf = (db: FieldDatabase): Promise<Draft[]> => db.draft.toArray();

export async function saveDraft(db: FieldDatabase, draft: Omit<Draft, 'savedAt'>, now = Date.now()): Promise<void> {
  await db.draft.put({ ...draft, savedAt: now });
}

/** With the photos that were taken for it. */
export async function discardDraft(db: FieldDatabase, key: string): Promise<void> {
  await db.transaction('rw', [db.draft, db.file, db.fileContent], async () => {
    await db.draft.delete(key);
    await dropFilesOf(db, key);
  });
}
