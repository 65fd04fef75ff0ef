// Files that hang on a visit or a meeting: sheets that are added to a RAT, and the office's word on what has arrived.
import * as z from 'zod/mini';
import { added, fileReferenceSchema, mostSheetsPerMeeting } from './file.ts';
import type { receivedSchema } from './file-exchange.ts';
import type { RatMeeting } from './rat-meeting.ts';
import type { Visit } from './visit.ts';
import { type FactRule, notOpened, refused } from './world.ts';

export const sheetsSchema = z.object({ files: z.array(fileReferenceSchema).check(z.minLength(1), z.maxLength(mostSheetsPerMeeting)) });

const fieldRoles = ['officer', 'verifier', 'head', 'administrator'] as const;

/**
 * Photos of the signed attendance sheet. A set: two tablets photograph different sheets of one hall. They are evidence beside the minutes
 * and change nothing in them, so they may also come after the sealing, until the office has verified the RAT.
 */
export const ratSheetsAdded: FactRule<z.infer<typeof sheetsSchema>, 'ratMeeting'> = {
  noun: 'ratMeeting',
  roles: fieldRoles,
  needs: (fact) => [{ kind: 'row', noun: 'ratMeeting', id: fact.subject.id, must: true }],
  rootOf: (fact) => fact.subject.id,
  decide: (fact, world) => {
    const meeting = world.read('ratMeeting', fact.subject.id)?.data;
    if (!meeting) return undefined;
    if (!meeting.opening && !meeting.heldOn) return notOpened(fact.subject.id);
    if (meeting.verified && world.author.role === 'officer') return refused('alreadyVerified');
    const count = added(meeting.sheets, fact.body.files, keyOfReference)?.length ?? 0;
    return count > mostSheetsPerMeeting ? refused('tooManySheets') : undefined;
  },
  apply: (current, fact) => {
    if (!current) return refused('notRecorded');
    const sheets = added(current.sheets, fact.body.files, keyOfReference);
    return sheets ? { kind: 'applied', data: { ...current, sheets } } : { kind: 'merged', data: current };
  },
};

const keyOfReference = ({ sha256 }: { sha256: string }): string => sha256;

/** The office alone says what it has; its own device records it, so that every tablet hears of it by the usual way. */
export const visitPhotosReceived: FactRule<z.infer<typeof receivedSchema>, 'visit'> = {
  noun: 'visit',
  roles: ['administrator'],
  needs: (fact) => [{ kind: 'row', noun: 'visit', id: fact.subject.id, must: true }],
  rootOf: (fact) => fact.subject.id,
  decide: () => undefined,
  apply: (current, fact) => {
    if (!current) return refused('notRecorded');
    const photosAtOffice = added(current.photosAtOffice, fact.body.files, String);
    const data: Visit = photosAtOffice ? { ...current, photosAtOffice } : current;
    return { kind: photosAtOffice ? 'applied' : 'merged', data };
  },
};

export const ratSheetsReceived: FactRule<z.infer<typeof receivedSchema>, 'ratMeeting'> = {
  noun: 'ratMeeting',
  roles: ['administrator'],
  needs: (fact) => [{ kind: 'row', noun: 'ratMeeting', id: fact.subject.id, must: true }],
  rootOf: (fact) => fact.subject.id,
  decide: () => undefined,
  apply: (current, fact) => {
    if (!current) return refused('notRecorded');
    const sheetsAtOffice = added(current.sheetsAtOffice, fact.body.files, String);
    const data: RatMeeting = sheetsAtOffice ? { ...current, sheetsAtOffice } : current;
    return { kind: sheetsAtOffice ? 'applied' : 'merged', data };
  },
};
