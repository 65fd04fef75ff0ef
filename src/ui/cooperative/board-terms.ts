/** A cooperative's board and supervisors, with the terms that have run out. */
import type { BoardTerm } from '../../domain/board-term.ts';
import { addMonths, type Day } from '../../domain/day.ts';

export interface SeatShown extends BoardTerm {
  /** `expired`: past its written end. `tooLong`: no end written, and longer than a term may last. */
  state: 'running' | 'expired' | 'tooLong';
}

const order = { chair: 0, secretary: 1, treasurer: 2, supervisor: 3, manager: 4 } as const;

/** `mostYears` is the longest term the office's policy allows (UU 25/1992 art. 29: five years). Managers are hired, not elected. */
export function seatsOf(board: readonly BoardTerm[], asOf: Day, mostYears: number | undefined): SeatShown[] {
  const seats = board.map((seat) => ({ ...seat, state: stateOf(seat, asOf, mostYears) }));
  return seats.sort((one, other) => order[one.role] - order[other.role] || ((other.toOn ?? '9') < (one.toOn ?? '9') ? -1 : 1));
}

function stateOf({ role, fromOn, toOn }: BoardTerm, asOf: Day, mostYears: number | undefined): SeatShown['state'] {
  if (toOn !== undefined) return toOn < asOf ? 'expired' : 'running';
  if (role === 'manager' || fromOn === undefined || mostYears === undefined) return 'running';
  return addMonths(fromOn, 12 * mostYears) < asOf ? 'tooLong' : 'running';
}
