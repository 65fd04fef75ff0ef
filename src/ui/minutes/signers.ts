/** Who signs the minutes, and the names that are known before they write them. */
import { type Attendance, isPresent } from '../../domain/attendance.ts';
import type { BoardTerm } from '../../domain/board-term.ts';
import type { SignatureRole } from '../../domain/minutes.ts';
import type { MinutesDraft } from './minutes-draft.ts';

export interface KnownNames {
  draft: Pick<MinutesDraft, 'chairName' | 'secretaryName'>;
  /** The board before this meeting's election: it gave the account. */
  board: readonly BoardTerm[];
  officerName: string;
}

export function usualSigner(role: SignatureRole, { draft, board, officerName }: KnownNames): string {
  const seated = (seat: BoardTerm['role']) => board.find((term) => term.role === seat)?.personName ?? '';
  switch (role) {
    case 'chair':
      return draft.chairName.trim();
    case 'secretary':
      return draft.secretaryName.trim();
    case 'boardChair':
      return seated('chair');
    case 'supervisorChair':
      return seated('supervisor');
    case 'officeWitness':
      return officerName;
    case 'witness1':
    case 'witness2':
      return '';
  }
}

/** Chair and secretary sign under the names that stand in the minutes. */
export const isNamedInMinutes = (role: SignatureRole): boolean => role === 'chair' || role === 'secretary';
export const isWitness = (role: SignatureRole): boolean => role === 'witness1' || role === 'witness2';

const mostSuggestions = 6;

/** Voters present whose name or number has what was typed. */
export function presentNamed(attendance: readonly Attendance[], typed: string): Attendance[] {
  const wanted = typed.trim().toLowerCase();
  if (wanted === '') return [];
  const found: Attendance[] = [];
  for (const entry of attendance) {
    const fits = entry.name.toLowerCase().includes(wanted) || entry.memberNumber?.toLowerCase().startsWith(wanted);
    if (entry.role === 'voter' && fits && isPresent(entry) && entry.name !== typed) found.push(entry);
    if (found.length === mostSuggestions) break;
  }
  return found;
}
