/** Sealing in one transaction: what is sealed is what was signed, counted once more from the rows of that very moment. */
import type { FieldDatabase } from '../../data/database.ts';
import { type RecordResult, recordActs, recordedWithFiles } from '../../data/record.ts';
import { changedSinceSigned, sealingActs } from './minutes-acts.ts';
import { contentOf, frozenOf } from './minutes-content.ts';
import { draftKeyOf, type MinutesDraft } from './minutes-draft.ts';
import { readMinutesSources } from './minutes-sources.ts';

/** `changed`: somebody was marked or voided since the first signature; nothing is sealed. */
export type SealResult = RecordResult | { kind: 'changed' };

class NotSealed extends Error {
  readonly result: SealResult;
  constructor(result: SealResult) {
    super(result.kind);
    this.result = result;
  }
}

/** Answers after the commit. A failure of the database throws, with the draft and everything else as it was. */
export async function sealMinutes(
  db: FieldDatabase,
  { cooperativeId, meetingId }: { cooperativeId: string; meetingId: string },
  draft: MinutesDraft,
  now = Date.now(),
): Promise<SealResult> {
  try {
    return await db.transaction('rw', recordedWithFiles(db), async () => {
      const sources = await readMinutesSources(db, cooperativeId, meetingId);
      const frozen = sources && frozenOf(sources);
      if (!sources || !frozen) throw new NotSealed({ kind: 'waiting', for: { noun: 'ratMeeting', id: meetingId } });
      const content = contentOf(draft, frozen);
      if (changedSinceSigned(draft, content)) throw new NotSealed({ kind: 'changed' });
      const result = await recordActs(db, sealingActs(sources, content, draft.signatures), { doneDraft: draftKeyOf(meetingId), now });
      // A refusal inside must undo what the acts before it wrote: only a throw does.
      if (result.kind !== 'recorded') throw new NotSealed(result);
      return result;
    });
  } catch (error) {
    const reason =
      error instanceof NotSealed ? error : error instanceof Error && error.cause instanceof NotSealed ? error.cause : undefined;
    if (reason) return reason.result;
    throw error;
  }
}
