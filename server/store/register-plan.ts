// What a row of a register will make happen, worked out before anything is written: new, changed, unchanged, or rejected.
import type { MergeState } from '../../src/domain/change.ts';
import { calendarYearOf, type Day } from '../../src/domain/day.ts';
import type { RegisterRow } from '../../src/domain/register-row.ts';
import { figuresIdOf, type YearlyFigures } from '../../src/domain/yearly-figures.ts';
import { newId } from './id.ts';
import { cooperativeChangesOf, newCooperativeOf, type RowInFile, unreadOf } from './register-cooperative.ts';
import { figuresChangesOf, figuresOf, recordFigures, statesNothing } from './register-figures.ts';
import type { EditedByOfficer, HeldRat } from './register-held.ts';
import type { Match } from './register-match.ts';
import { firstBookYear, ratActOf, ratOf } from './register-rat.ts';
import type { PlaceOf } from './register-villages.ts';
import type { PlaceInFile, ReportedIssue } from './register-words.ts';
import type { OfficeAct } from './server-device.ts';

export interface RowPlan {
  row: RegisterRow;
  outcome: 'imported' | 'updated' | 'unchanged' | 'rejected';
  acts: OfficeAct[];
  /** What the register adds to the file's own issues. */
  issues: ReportedIssue[];
  /** The book year has a RAT that an officer recorded. */
  isRatByOfficer: boolean;
}

/** Everything that rows are held against. */
export interface PlanGround {
  regency: string;
  asOf: Day;
  placeOf: PlaceInFile;
  villageOf: PlaceOf;
  figures: ReadonlyMap<string, YearlyFigures>;
  rats: ReadonlyMap<string, HeldRat[]>;
  isEdited: EditedByOfficer;
}

export function planRow(row: RegisterRow, match: Match, said: readonly ReportedIssue[], ground: PlanGround): RowPlan {
  const { regency, placeOf } = ground;
  const plan: RowPlan = { row, outcome: 'unchanged', acts: [], issues: match.issue ? [match.issue] : [], isRatByOfficer: false };
  if (match.kind === 'rejected') return { ...plan, outcome: 'rejected' };
  const { figures, issues: unfit } = figuresOf(row, placeOf);
  plan.issues.push(...unfit);
  const unread = unreadOf([...said, ...unfit]);
  const file: RowInFile = { row, place: ground.villageOf(row), unread, asOf: ground.asOf, placeOf };
  const cooperativeId = match.kind === 'held' ? match.cooperative.id : newId();

  if (match.kind === 'new') {
    plan.acts.push({ type: 'cooperativeRecorded', id: cooperativeId, area: regency, body: newCooperativeOf(file, regency) });
  } else {
    const { changes, issues } = cooperativeChangesOf(file, match.cooperative, ground.isEdited);
    plan.issues.push(...issues);
    if (changes) plan.acts.push({ type: 'cooperativeChanged', id: cooperativeId, area: regency, body: { changes } });
  }

  if (!statesNothing(figures)) {
    const bookYear = figuresYearOf(row, match, ground.asOf);
    const id = figuresIdOf(cooperativeId, bookYear, 'register');
    const held = ground.figures.get(id);
    if (held) {
      const { changes, issues } = figuresChangesOf(figures, held, { id, line: row.line, placeOf, isEdited: ground.isEdited });
      plan.issues.push(...issues);
      if (changes) plan.acts.push({ type: 'figuresChanged', id, area: regency, body: { changes } });
    } else plan.acts.push(recordFigures(figures, cooperativeId, bookYear, regency));
  }

  const rat = ratOf(row, ground.asOf, bookYearEndMonthOf(match));
  if (rat) {
    const ratPlan = ratActOf(rat, ground.rats.get(cooperativeId) ?? [], { cooperativeId, area: regency, line: row.line, placeOf });
    if (ratPlan.kind === 'new') plan.acts.push(ratPlan.act);
    else if (ratPlan.issue) plan.issues.push(ratPlan.issue);
    plan.isRatByOfficer = ratPlan.kind === 'officers';
  }
  return { ...plan, outcome: match.kind === 'new' ? 'imported' : plan.acts.length > 0 ? 'updated' : 'unchanged' };
}

/** Rows whose fields a person may have set, for telling their edits from an import's. */
export function editableRows(matches: Iterable<Match>, figures: ReadonlyMap<string, YearlyFigures>): Map<string, MergeState> {
  const rows = new Map<string, MergeState>(figures);
  for (const match of matches) if (match.kind === 'held') rows.set(match.cooperative.id, match.cooperative.data);
  return rows;
}

/** The id under which a row's figures stand, if its cooperative is on record. */
export function figuresIdFor(row: RegisterRow, match: Match, asOf: Day): string | undefined {
  return match.kind === 'held' ? figuresIdOf(match.cooperative.id, figuresYearOf(row, match, asOf), 'register') : undefined;
}

/** The year that the file names, else that of the RAT at which the figures were shown, else the one before the register's day. */
function figuresYearOf(row: RegisterRow, match: Match, asOf: Day): number {
  if (row.reportYear !== undefined && row.reportYear >= firstBookYear) return row.reportYear;
  const rat = row.ratHeld ? ratOf(row, asOf, bookYearEndMonthOf(match)) : undefined;
  return rat?.bookYear ?? calendarYearOf(asOf) - 1;
}

const bookYearEndMonthOf = (match: Match): number => (match.kind === 'held' ? match.cooperative.data.bookYearEndMonth : 12);
