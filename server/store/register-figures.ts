// The figures that a row of a register states, as those of one book year with the register as their source.
import { sameValue } from '../../src/domain/canonical.ts';
import type { Changes } from '../../src/domain/change.ts';
import type { RegisterField } from '../../src/domain/register-columns.ts';
import { registerWarning } from '../../src/domain/register-issue.ts';
import type { RegisterRow } from '../../src/domain/register-row.ts';
import { type Figures, figuresIdOf, figuresProblem, type YearlyFigures } from '../../src/domain/yearly-figures.ts';
import type { EditedByOfficer } from './register-held.ts';
import { heldWarning, type PlaceInFile, type ReportedIssue } from './register-words.ts';
import type { OfficeAct } from './server-device.ts';

/** What a file says where the cooperative's form asks for one number. */
const columnOf: Partial<Record<keyof Figures, RegisterField>> = {
  membersMale: 'membersMale',
  membersFemale: 'membersFemale',
  membersTotal: 'membersTotal',
  managers: 'managersTotal',
  employees: 'employeesTotal',
  ownCapital: 'ownCapital',
  externalCapital: 'externalCapital',
  participationCapital: 'participationCapital',
  assets: 'assets',
  businessVolume: 'businessVolume',
  shu: 'shu',
};
const fields = Object.keys(columnOf) as (keyof Figures)[];
const split = ['membersMale', 'membersFemale'] as const;
const headFields = ['membersMale', 'membersFemale', 'membersTotal', 'managers', 'employees'] as const;
/** As many heads as a cooperative's figures can hold. */
const mostHeads = 10_000_000;

export interface RowFigures {
  figures: Figures;
  issues: ReportedIssue[];
}

/** Undefined where the row states no figure at all: a blank is not zero (I11). */
export function figuresOf(row: RegisterRow, placeOf: PlaceInFile): RowFigures {
  const { members, managers, employees, ownCapital, externalCapital, participationCapital, assets, businessVolume, shu } = row;
  const figures: Figures = {
    membersMale: members.male,
    membersFemale: members.female,
    membersTotal: members.total,
    managers: managers.total,
    employees: employees.total,
    ...{ ownCapital, externalCapital, participationCapital, assets, businessVolume, shu },
  };
  const issues: ReportedIssue[] = [];
  for (const field of headFields) {
    const heads = figures[field];
    if (heads === undefined || heads <= mostHeads) continue;
    issues.push(registerWarning('tooLarge', placeOf(row.line, columnOf[field] ?? 'membersTotal', heads)));
    delete figures[field];
  }
  return { figures, issues };
}

export const statesNothing = (figures: Figures): boolean => fields.every((field) => figures[field] === undefined);

export function recordFigures(figures: Figures, cooperativeId: string, bookYear: number, area: string): OfficeAct {
  const id = figuresIdOf(cooperativeId, bookYear, 'register');
  return { type: 'figuresRecorded', id, area, body: { cooperativeId, bookYear, source: 'register', ...figures } };
}

/** Only what the file states and what no officer has set to something else. */
export function figuresChangesOf(
  figures: Figures,
  held: YearlyFigures,
  { id, line, placeOf, isEdited }: { id: string; line: number; placeOf: PlaceInFile; isEdited: EditedByOfficer },
): { changes: Changes | undefined; issues: ReportedIssue[] } {
  const changes: Changes = {};
  const issues: ReportedIssue[] = [];
  for (const field of fields) {
    const to = figures[field];
    if (to === undefined || sameValue(held[field], to)) continue;
    const column = columnOf[field] ?? 'membersTotal';
    if (isEdited(id, held, field)) issues.push(heldWarning('officerEdited', placeOf(line, column, to), String(held[field] ?? '-')));
    else changes[field] = { from: held[field] ?? null, to };
  }
  keepAddingUp(changes, figures, held, (field) => isEdited(id, held, field));
  return { changes: Object.keys(changes).length > 0 ? changes : undefined, issues };
}

/** A new total without a split makes the old split untrue (I4), so it goes; one that an officer set keeps its total. */
function keepAddingUp(changes: Changes, figures: Figures, held: YearlyFigures, isOfficers: (field: keyof Figures) => boolean): void {
  const addsUp = () => {
    const after = { ...held, ...Object.fromEntries(Object.entries(changes).map(([field, change]) => [field, change?.to ?? undefined])) };
    return figuresProblem(after) === undefined;
  };
  if (addsUp()) return;
  if (!split.some(isOfficers)) {
    for (const field of split)
      if (figures[field] === undefined && held[field] !== undefined) changes[field] = { from: held[field], to: null };
  }
  if (addsUp()) return;
  for (const field of [...split, 'membersTotal']) delete changes[field];
}
