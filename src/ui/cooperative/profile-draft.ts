/** A cooperative's profile as it is being edited: what it said when the officer began, and what it is to say. */
import type { BoardTerm } from '../../domain/board-term.ts';
import { type Changes, changesBetween } from '../../domain/change.ts';
import { type Cooperative, cooperativeChangesSchema } from '../../domain/cooperative.ts';

export const profileFields = [
  'name',
  'group',
  'form',
  'type',
  'isSharia',
  'membershipScope',
  'sector',
  'legalEntityNumber',
  'legalEntityOn',
  'bylawAmendmentNumber',
  'bylawAmendmentOn',
  'legalStatus',
  'dissolvedOn',
  'nikKoperasi',
  'nikStatus',
  'certificateValidUntil',
  'grade',
  'address',
  'districtName',
  'districtCode',
  'villageName',
  'villageCode',
  'bookYearEndMonth',
  'board',
] as const satisfies readonly (keyof Cooperative)[];

export type ProfileField = (typeof profileFields)[number];
export type Profile = Pick<Cooperative, ProfileField>;
export type SeatTyped = { [F in keyof BoardTerm]?: BoardTerm[F] | undefined } & { key: string };

export interface ProfileDraft {
  /** What the officer saw: a change made elsewhere meanwhile must be met as a conflict, not overwritten. */
  base: Profile;
  edited: Omit<Profile, 'board'>;
  board: SeatTyped[];
  reason: string;
}

const profileOf = (cooperative: Cooperative): Profile =>
  Object.fromEntries(profileFields.map((field) => [field, cooperative[field]])) as unknown as Profile;

export function draftOf(cooperative: Cooperative): ProfileDraft {
  const base = profileOf(cooperative);
  const { board = [], ...edited } = base;
  return { base, edited, board: board.map((seat, place) => ({ ...seat, key: `seat-${place}` })), reason: '' };
}

/** A draft found on the tablet, if it is whole. */
export function keptProfileDraft(content: unknown): ProfileDraft | undefined {
  if (typeof content !== 'object' || content === null) return undefined;
  const { base, edited, board, reason } = content as Partial<ProfileDraft>;
  return base && edited && Array.isArray(board) ? { base, edited, board, reason: reason ?? '' } : undefined;
}

export type ProfileProblem = { kind: 'blank' | 'unfit'; field: string } | { kind: 'seatName' | 'seatTerm'; field: 'board'; key: string };

export type ProfileWish = { kind: 'unchanged' } | { kind: 'problems'; problems: ProfileProblem[] } | { kind: 'changed'; changes: Changes };

/** What is to be recorded, as one change; lines left blank on the board are dropped. */
export function wishOf(draft: ProfileDraft): ProfileWish {
  const edited = tidied(draft.edited);
  const seats = draft.board.filter((seat) => seat.personName?.trim() || seat.fromOn || seat.toOn || seat.phone?.trim());
  const problems: ProfileProblem[] = [...(edited.name ? [] : [{ kind: 'blank', field: 'name' } as const]), ...seats.flatMap(seatProblems)];
  if (problems.length > 0) return { kind: 'problems', problems };
  const board = seats.map(({ key: _key, ...seat }) => tidied(seat));
  const changes = changesBetween(draft.base, { ...edited, board: board.length > 0 ? board : undefined }, profileFields);
  if (!changes) return { kind: 'unchanged' };
  const checked = cooperativeChangesSchema.safeParse(changes);
  if (checked.success) return { kind: 'changed', changes };
  const fields = new Set(checked.error.issues.map(({ path }) => String(path[0])));
  return { kind: 'problems', problems: [...fields].map((field) => ({ kind: 'unfit', field })) };
}

function seatProblems({ key, personName, fromOn, toOn }: SeatTyped): ProfileProblem[] {
  if (!personName?.trim()) return [{ kind: 'seatName', field: 'board', key }];
  return fromOn && toOn && toOn < fromOn ? [{ kind: 'seatTerm', field: 'board', key }] : [];
}

/** Blank text is no text; spaces around it are nobody's intention. */
function tidied<Fields extends object>(fields: Fields): Fields {
  const entries = Object.entries(fields).map(([field, value]) => [field, typeof value === 'string' ? value.trim() || undefined : value]);
  return Object.fromEntries(entries) as Fields;
}
