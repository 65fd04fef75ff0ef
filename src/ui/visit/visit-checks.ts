/** What is wrong with a typed visit, by field, before it becomes a fact. */
import { type Cooperative, isClosed } from '../../domain/cooperative.ts';
import { bookYearEnd } from '../../domain/day.ts';
import { isFuture, visitBodySchema } from '../../domain/visit.ts';
import { isSignature } from '../kit/signature-strokes.ts';
import type { visitForm as words } from '../words/id/visit-form.ts';
import { bodyOf, changesOf, fieldsOf, tidied, type VisitPart } from './visit-content.ts';
import type { Keyed, VisitDraft } from './visit-draft.ts';

export type CheckName = keyof typeof words.checks;
/** `field` is a path in the draft; rows of lists are named by their key. */
export interface VisitProblem {
  field: string;
  check: CheckName;
}

export interface CheckWorld {
  cooperative: Pick<Cooperative, 'legalStatus' | 'bookYearEndMonth'>;
  /** The latest ended book year. */
  ended: number;
  /** The office's time as far as the tablet knows it, epoch ms. */
  now: number;
}

export function problemsOf(draft: VisitDraft, world: CheckWorld): VisitProblem[] {
  const problems = [
    ...headerProblems(draft, world),
    ...rowProblems('personsMet', draft.personsMet, 'name', 'nameMissing'),
    ...institutionProblems(draft, world),
    ...financeProblems(draft, world),
    ...rowProblems('actions', draft.actions, 'text', 'actionTextMissing'),
    ...datesBeforeVisit(draft),
    ...rowProblems('lettersHandedOver', draft.lettersHandedOver, 'subject', 'letterSubjectMissing'),
    ...signatureProblems(draft),
    ...amendmentProblems(draft, world),
  ];
  return problems.length > 0 ? problems : schemaProblems(draft, world);
}

const late: ReadonlySet<CheckName> = new Set<CheckName>(['nothingChanged', 'signatureTooShort', 'unusable']);

/** Said only once the officer wants to finish: until then what is missing is simply not typed yet. */
export const isLate = (check: CheckName): boolean => late.has(check) || check.endsWith('Missing');

/** The part of the form a field stands in; undefined for the head of the form. */
export function partOf(field: string): VisitPart | undefined {
  const [top = ''] = field.split('.');
  if (top === 'existence' || top === 'institution' || top === 'business' || top === 'finance') return top;
  if (['findings', 'problems', 'advice', 'actions', 'nextVisitOn'].includes(top)) return 'findings';
  if (/^(lettersHandedOver|counterpart|officerSignature)/.test(top)) return 'closing';
  return undefined;
}

const problemWhen = (wrong: boolean, field: string, check: CheckName): VisitProblem[] => (wrong ? [{ field, check }] : []);

function headerProblems(draft: VisitDraft, { cooperative, now }: CheckWorld): VisitProblem[] {
  const { purpose, visitedOn, startTime, endTime, amendment } = draft;
  // A cooperative that was dissolved since does not make an older visit wrong; giving it another purpose would.
  const purposeIsNew = purpose !== amendment?.of.purpose;
  return [
    ...problemWhen(!purpose, 'purpose', 'purposeMissing'),
    ...problemWhen(Boolean(purpose) && purposeIsNew && isClosed(cooperative) && purpose !== 'liquidation', 'purpose', 'I10'),
    ...problemWhen(!visitedOn, 'visitedOn', 'dayMissing'),
    ...problemWhen(visitedOn !== undefined && isFuture(visitedOn, { now }), 'visitedOn', 'futureDay'),
    ...problemWhen(Boolean(startTime && endTime && endTime < startTime), 'endTime', 'endsBeforeStart'),
  ];
}

/** A row in which something was typed, but not what makes it one. */
function rowProblems<Row extends Keyed<object>>(list: string, rows: readonly Row[], needed: keyof Row & string, check: CheckName) {
  return rows.flatMap((row) => problemWhen(tidied(row) !== undefined && !tidied(row[needed]), `${list}.${row.key}.${needed}`, check));
}

function institutionProblems(draft: VisitDraft, { cooperative, ended }: CheckWorld): VisitProblem[] {
  const { institution, visitedOn } = draft;
  const { bylawsOn, lastRatOn, lastRatBookYear, membersMale, membersFemale, activeMembers } = institution;
  const { noRatReason, noRatWords } = fieldsOf(draft, ended).institution ?? {};
  const isAfter = (day: string | undefined) => Boolean(day && visitedOn && day > visitedOn);
  const early = lastRatOn && lastRatBookYear && lastRatOn < bookYearEnd(lastRatBookYear, cooperative.bookYearEndMonth);
  const members = membersMale === undefined || membersFemale === undefined ? undefined : membersMale + membersFemale;
  return [
    ...problemWhen(isAfter(bylawsOn), 'institution.bylawsOn', 'afterVisit'),
    ...problemWhen(members !== undefined && (activeMembers ?? 0) > members, 'institution.activeMembers', 'activeAboveMembers'),
    ...(isAfter(lastRatOn)
      ? problemWhen(true, 'institution.lastRatOn', 'afterVisit')
      : problemWhen(Boolean(early), 'institution.lastRatOn', 'ratBeforeBookYearEnd')),
    ...problemWhen(noRatReason === 'other' && !noRatWords, 'institution.noRatWords', 'noRatWordsMissing'),
  ];
}

function financeProblems(draft: VisitDraft, { ended }: CheckWorld): VisitProblem[] {
  const { bookYear, source: _, confidence: __, ...figures } = fieldsOf(draft, ended).finance ?? {};
  return problemWhen(bookYear === undefined && Object.keys(figures).length > 0, 'finance.bookYear', 'bookYearMissing');
}

function datesBeforeVisit(draft: VisitDraft): VisitProblem[] {
  const { visitedOn, nextVisitOn, institution, actions } = draft;
  const isBefore = (day: string | undefined) => Boolean(day && visitedOn && day < visitedOn);
  return [
    ...problemWhen(isBefore(institution.plannedRatOn), 'institution.plannedRatOn', 'beforeVisit'),
    ...actions.flatMap(({ key, dueOn }) => problemWhen(isBefore(dueOn), `actions.${key}.dueOn`, 'beforeVisit')),
    ...problemWhen(isBefore(nextVisitOn), 'nextVisitOn', 'beforeVisit'),
  ];
}

function signatureProblems(draft: VisitDraft): VisitProblem[] {
  const { counterpartName, counterpartSignature = [], officerSignature = [] } = draft;
  const tooShort = (strokes: number[][]) => strokes.length > 0 && !isSignature(strokes);
  return [
    ...problemWhen(counterpartSignature.length > 0 && !tidied(counterpartName), 'counterpartName', 'signerNameMissing'),
    ...problemWhen(tooShort(counterpartSignature), 'counterpartSignature', 'signatureTooShort'),
    ...problemWhen(tooShort(officerSignature), 'officerSignature', 'signatureTooShort'),
  ];
}

function amendmentProblems(draft: VisitDraft, { ended }: CheckWorld): VisitProblem[] {
  if (!draft.amendment) return [];
  return [
    ...problemWhen(!draft.amendment.reason.trim(), 'reason', 'reasonMissing'),
    ...problemWhen(!changesOf(draft, ended), 'reason', 'nothingChanged'),
  ];
}

const lists = ['personsMet', 'actions', 'lettersHandedOver'] as const;

/** What the office could not read must not leave the form: too long a text, a number out of bounds. */
function schemaProblems(draft: VisitDraft, { ended }: CheckWorld): VisitProblem[] {
  const body = bodyOf(draft, 'cooperative', ended);
  const read = body && visitBodySchema.safeParse(body);
  if (!read || read.success) return [];
  return read.error.issues.map(({ path: [top, place, ...rest] }) => {
    const rows = lists.includes(top as (typeof lists)[number]) ? draft[top as (typeof lists)[number]] : [];
    // Empty rows never became part of the body, so places are counted without them.
    const key = typeof place === 'number' ? (rows.filter((row) => tidied(row) !== undefined)[place]?.key ?? place) : place;
    return { field: [top, key, ...rest].filter((step) => step !== undefined).join('.'), check: 'unusable' as const };
  });
}
