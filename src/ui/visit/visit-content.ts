/** What a typed visit says once blanks are left out: the body of its fact, its changes, and how much of it is filled in. */

import { sameValue } from '../../domain/canonical.ts';
import { type Changes, changesBetween } from '../../domain/change.ts';
import { type VisitBody, visitFields } from '../../domain/visit.ts';
import { draftOf, momentOf, type VisitDraft, type VisitFields } from './visit-draft.ts';

/** What the form says. `ended` is the latest ended book year: who has held its RAT needs no reason for not holding it. */
export function fieldsOf(draft: VisitDraft, ended: number): Partial<VisitFields> {
  const { startTime, endTime, amendment: _, ...typed } = draft;
  const { existence, institution, business } = typed;
  const withoutRat = lacksRat(draft, ended);
  const said = tidied({
    ...typed,
    startedAt: momentOf(draft.visitedOn, startTime),
    endedAt: momentOf(draft.visitedOn, endTime),
    existence: { ...existence, addressFound: existence.addressRight === false ? existence.addressFound : undefined },
    institution: {
      ...institution,
      noRatReason: withoutRat ? institution.noRatReason : undefined,
      noRatWords: withoutRat && institution.noRatReason ? institution.noRatWords : undefined,
    },
    business: {
      ...business,
      otherUnit: business.units?.includes('other') ? business.otherUnit : undefined,
      monthsSinceActivity: business.running === true ? undefined : business.monthsSinceActivity,
      thirdPartyDebtAmount: business.thirdPartyDebt === 'yes' ? business.thirdPartyDebtAmount : undefined,
    },
  });
  // A row without its name or text is named by the checks, and goes nowhere before they are content.
  return (said ?? {}) as Partial<VisitFields>;
}

export const lacksRat = (draft: VisitDraft, ended: number): boolean => (draft.institution.lastRatBookYear ?? 0) < ended;

/** Undefined while the purpose or the day is missing, which every visit has. */
export function bodyOf(draft: VisitDraft, cooperativeId: string, ended: number): VisitBody | undefined {
  const { purpose, visitedOn, ...fields } = fieldsOf(draft, ended);
  return purpose && visitedOn ? { cooperativeId, purpose, visitedOn, ...fields } : undefined;
}

/** What an amendment changes, from what the visit said when the officer began. What the form merely writes otherwise is no change. */
export function changesOf(draft: VisitDraft, ended: number): Changes | undefined {
  const { of } = draft.amendment ?? {};
  if (!of) return undefined;
  const before: Record<string, unknown> = { ...of };
  const unchanged: Record<string, unknown> = fieldsOf(draftOf(of), ended);
  const after: Record<string, unknown> = fieldsOf(draft, ended);
  const touched = Object.keys(visitFields).filter((field) => !sameValue(unchanged[field], after[field]));
  return changesBetween(before, after, touched);
}

/** Without blanks: no empty texts, lists or groups, no keys of rows. Zero and `false` are answers (I11). */
export function tidied<Value>(value: Value): Value | undefined {
  return tidiedUnknown(value) as Value | undefined;
}

function tidiedUnknown(value: unknown): unknown {
  if (typeof value === 'string') return value.trim() || undefined;
  if (typeof value !== 'object' || value === null) return value ?? undefined;
  if (Array.isArray(value)) {
    const items = value.map(tidiedUnknown).filter((item) => item !== undefined);
    return items.length > 0 ? items : undefined;
  }
  const entries = Object.entries(value)
    .filter(([field]) => field !== 'key')
    .map(([field, held]) => [field, tidiedUnknown(held)] as const)
    .filter(([, held]) => held !== undefined);
  return entries.length > 0 ? Object.fromEntries(entries) : undefined;
}

export const visitParts = ['existence', 'institution', 'business', 'finance', 'findings', 'closing'] as const;
export type VisitPart = (typeof visitParts)[number];

export interface Filled {
  answered: number;
  of: number;
}

/** How many of a part's questions have an answer. */
export function filledOf(part: VisitPart, fields: Partial<VisitFields>): Filled {
  const questions = questionsOf(part, fields);
  return { answered: questions.filter((answer) => answer !== undefined).length, of: questions.length };
}

export const partsFilled = (fields: Partial<VisitFields>): number =>
  visitParts.filter((part) => filledOf(part, fields).answered > 0).length;

/** The part to open first: where the officer left off. */
export const firstEmptyPart = (fields: Partial<VisitFields>): VisitPart | undefined =>
  visitParts.find((part) => filledOf(part, fields).answered === 0);

function questionsOf(part: VisitPart, fields: Partial<VisitFields>): unknown[] {
  const { existence = {}, institution = {}, business = {}, finance = {} } = fields;
  switch (part) {
    case 'existence':
      return [existence.officeFound, existence.signboard, existence.addressRight, existence.officersReachable];
    case 'institution':
      return [
        institution.bylawsOn,
        institution.boardTermEndsOn,
        institution.books,
        institution.membersMale,
        institution.membersFemale,
        institution.activeMembers,
        institution.lastRatOn ?? institution.lastRatBookYear ?? institution.noRatReason,
        institution.plannedRatOn,
      ];
    case 'business':
      return [business.running, business.units, business.businessNumber, business.savingsLoanPermit, business.thirdPartyDebt];
    case 'finance':
      return [
        finance.bookYear,
        finance.assets,
        finance.ownCapital,
        finance.externalCapital,
        finance.businessVolume,
        finance.shu,
        finance.source,
        finance.confidence,
      ];
    case 'findings':
      return [fields.findings ?? fields.problems, fields.advice, fields.actions, fields.nextVisitOn];
    case 'closing':
      return [fields.counterpartName, fields.counterpartSignature, fields.officerSignature];
  }
}
