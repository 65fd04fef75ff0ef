/** Reading the note beside an officer's database: whoever can change it can mislead only themselves. */
import { type UnsentNote, unsentNoteSchema } from '../../data/loss.ts';
import { recall } from '../kit/remembered.ts';

export const keyOfNote = (officerId: string): string => `pantau-unsent-${officerId}`;

export function noteOf(officerId: string): UnsentNote | undefined {
  try {
    const read = unsentNoteSchema.safeParse(JSON.parse(recall(keyOfNote(officerId)) ?? 'null'));
    return read.success ? read.data : undefined;
  } catch {
    return undefined;
  }
}
