/** The way on from a record that the office did not take: its form, with what was typed in it where the form can take it over. */
import type { FieldDatabase, OutboxState } from '../../data/database.ts';
import { readDraft, saveDraft } from '../../data/drafts.ts';
import { newId } from '../../data/id.ts';
import { type BodyOf, isResolution } from '../../domain/fact-types.ts';
import type { KnownFact } from '../../domain/fold.ts';
import { planOf } from '../meeting/plan-content.ts';
import { draftOf } from '../visit/visit-draft.ts';

/** Where the form of such a record stands; undefined for what has none. A new visit or plan gets an id of its own. */
export function formHref({ type, subject: { id } }: KnownFact, cooperativeId: string): string | undefined {
  const cooperative = `/koperasi/${cooperativeId}`;
  const meeting = `${cooperative}/rat/${id.split(':')[0]}`;
  switch (type) {
    case 'visitRecorded':
      return `${cooperative}/kunjungan/baru/${newId()}`;
    case 'visitAmended':
      return `${cooperative}/kunjungan/baru/${id}?ubah=1`;
    case 'cooperativeChanged':
      return `${cooperative}/ubah`;
    case 'ratMeetingRecorded':
      return `${cooperative}/rat/baru/${newId()}`;
    case 'ratMeetingChanged':
      return `${cooperative}/rat/baru/${id}`;
    case 'rosterRecorded':
    case 'rosterMembersStruck':
      return `${meeting}/roster`;
    case 'attendanceMarked':
    case 'attendanceVoided':
      return `${meeting}/hadir`;
    case 'minutesSigned':
      return `${meeting}/notulen`;
    case 'ratMeetingOpened':
    case 'ratMeetingAdjourned':
    case 'ratMeetingHeld':
    case 'minutesAmended':
    case 'ratResubmitted':
    case 'ratSheetsAdded':
      return meeting;
    default:
      return undefined;
  }
}

/** Only what the office refused for good: what it holds or has yet to judge may count after all, and would count twice. */
export const againHref = (state: OutboxState, fact: KnownFact, cooperativeId: string | undefined): string | undefined =>
  state === 'refused' && !isResolution(fact.type) && cooperativeId !== undefined ? formHref(fact, cooperativeId) : undefined;

/** Puts what was typed into the form that stands there, unless something is being typed in it already. */
export async function takeOver(db: FieldDatabase, fact: KnownFact, cooperativeId: string, href: string): Promise<void> {
  const id = href.split('/').at(-1) ?? '';
  if (fact.type === 'visitRecorded') {
    const { cooperativeId: _, ...fields } = fact.body as BodyOf<'visitRecorded'>;
    await keep(db, { key: `visit:${id}`, kind: 'visit', cooperativeId, content: draftOf(fields) });
  }
  if (fact.type === 'ratMeetingRecorded') {
    const meeting = { ...(fact.body as BodyOf<'ratMeetingRecorded'>), recordedBy: fact.officerId, recordedAt: fact.at };
    await keep(db, { key: `meeting:${id}`, kind: 'meeting', cooperativeId, content: planOf(meeting) });
  }
}

async function keep(db: FieldDatabase, draft: Parameters<typeof saveDraft>[1]): Promise<void> {
  if (!(await readDraft(db, draft.key))) await saveDraft(db, draft);
}
