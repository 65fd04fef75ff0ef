/** A visit in words, line by line and only what was answered: for reading, for paper, and for what an amendment changed. */
import type { Changes } from '../../domain/change.ts';
import { formatDay, formatTime, type Language } from '../../domain/day.ts';
import { formatRupiah } from '../../domain/money.ts';
import { administrativeBooks } from '../../domain/visit.ts';
import type { visit as visitWords } from '../words/id/visit.ts';
import type { VisitPart } from './visit-content.ts';
import type { VisitFields } from './visit-draft.ts';

export interface Tongue {
  words: typeof visitWords;
  language: Language;
}
export interface VisitLine {
  label: string;
  value: string;
}
type Said = Partial<VisitFields>;
type Entry = readonly [label: string, value: string | undefined];

const linesOfEntries = (entries: readonly Entry[]): VisitLine[] =>
  entries.flatMap(([label, value]) => (value === undefined || value === '' ? [] : [{ label, value }]));

const joined = (...pieces: (string | undefined)[]): string => pieces.filter(Boolean).join(', ');

interface Speech {
  yesNo(answer: boolean | undefined): string | undefined;
  day(day: string | undefined): string | undefined;
  rupiah(amount: number | undefined): string | undefined;
  people(count: number | undefined): string | undefined;
}

const grouped = (count: number): string => formatRupiah(count).replace('Rp ', '');

const speechOf = ({ words, language }: Tongue): Speech => ({
  yesNo: (answer) => (answer === undefined ? undefined : answer ? words.answers.yes : words.answers.no),
  day: (day) => day && formatDay(day, language),
  rupiah: (amount) => (amount === undefined ? undefined : formatRupiah(amount)),
  people: (count) => (count === undefined ? undefined : `${grouped(count)} ${words.people}`),
});

export function headerLines(visit: Said, tongue: Tongue): VisitLine[] {
  const { words } = tongue;
  const { position } = visit;
  return linesOfEntries([
    [words.purpose, visit.purpose && words.purposes[visit.purpose]],
    [words.visitedOn, speechOf(tongue).day(visit.visitedOn)],
    [words.time, timeOf(visit, tongue)],
    [words.assignmentLetterNumber, visit.assignmentLetterNumber],
    [words.companions, visit.companions],
    ...(visit.personsMet ?? []).map(
      ({ name, position: office, phone }, place): Entry => [words.personMet(String(place + 1)), joined(name, office, phone)],
    ),
    [words.position.label, position && `${placeOf(position)} (${words.position.accuracy(String(Math.ceil(position.accuracyMetres)))})`],
  ]);
}

/** Latitude and longitude as a map takes them. */
export const placeOf = ({ latitude, longitude }: { latitude: number; longitude: number }): string =>
  `${latitude.toFixed(5)}, ${longitude.toFixed(5)}`;

function timeOf({ startedAt, endedAt }: Said, { words, language }: Tongue): string | undefined {
  const from = startedAt === undefined ? undefined : formatTime(startedAt, language);
  const to = endedAt === undefined ? undefined : formatTime(endedAt, language);
  if (from && to) return words.timeRange(from.replace(' WITA', ''), to);
  return from ? words.timeFrom(from) : to && words.timeTo(to);
}

export function partLines(part: VisitPart, visit: Said, tongue: Tongue): VisitLine[] {
  return linesOfEntries(entriesOf[part](visit, tongue.words, speechOf(tongue)));
}

const entriesOf: Record<VisitPart, (visit: Said, words: Tongue['words'], speech: Speech) => Entry[]> = {
  existence: ({ existence = {} }, words, { yesNo }) => [
    [words.officeFound, yesNo(existence.officeFound)],
    [words.signboard, yesNo(existence.signboard)],
    [words.addressRight, yesNo(existence.addressRight)],
    [words.addressFound, existence.addressFound],
    [words.officersReachable, yesNo(existence.officersReachable)],
  ],
  institution: ({ institution = {} }, words, { day, people }) => [
    [words.bylawsOn, day(institution.bylawsOn)],
    [words.boardTermEndsOn, day(institution.boardTermEndsOn)],
    [words.booksPresent, bookNames(institution.books, true, words)],
    [words.booksAbsent, bookNames(institution.books, false, words)],
    [words.membersMale, people(institution.membersMale)],
    [words.membersFemale, people(institution.membersFemale)],
    [words.activeMembers, people(institution.activeMembers)],
    [words.lastRatOn, day(institution.lastRatOn)],
    [words.lastRatBookYear, year(institution.lastRatBookYear)],
    [words.noRatReasonPlain, institution.noRatReason && words.reasons[institution.noRatReason]],
    [words.noRatWords, institution.noRatWords],
    [words.plannedRatOn, day(institution.plannedRatOn)],
  ],
  business: ({ business = {} }, words, { yesNo, rupiah }) => [
    [words.running, yesNo(business.running)],
    [words.units, business.units?.map((unit) => words.unitNames[unit]).join(', ')],
    [words.otherUnit, business.otherUnit],
    [words.businessNumber, business.businessNumber],
    [words.savingsLoanPermit, business.savingsLoanPermit],
    [
      words.monthsSinceActivity,
      business.monthsSinceActivity === undefined ? undefined : `${grouped(business.monthsSinceActivity)} ${words.months}`,
    ],
    [words.thirdPartyDebt, business.thirdPartyDebt && words.debtAnswers[business.thirdPartyDebt]],
    [words.thirdPartyDebtAmount, rupiah(business.thirdPartyDebtAmount)],
  ],
  finance: ({ finance = {} }, words, { rupiah }) => [
    [words.bookYear, year(finance.bookYear)],
    [words.assets, rupiah(finance.assets)],
    [words.ownCapital, rupiah(finance.ownCapital)],
    [words.externalCapital, rupiah(finance.externalCapital)],
    [words.businessVolume, rupiah(finance.businessVolume)],
    [words.shu, rupiah(finance.shu)],
    [words.source, finance.source && words.sources[finance.source]],
    [words.confidence, finance.confidence && words.confidences[finance.confidence]],
  ],
  findings: ({ findings, problems, advice, actions, nextVisitOn, photos }, words, { day }) => [
    [words.findings, findings],
    ...(problems ?? []).map(({ code, words: said }): Entry => [words.problemNamed(words.problemNames[code]), said ?? words.answers.yes]),
    [words.advice, advice],
    ...(actions ?? []).map(
      (action, place): Entry => [
        words.action(String(place + 1)),
        joined(action.text, action.person && words.by(action.person), action.dueOn && words.due(day(action.dueOn) ?? '')),
      ],
    ),
    [words.nextVisitOn, day(nextVisitOn)],
    [words.photos, photos && words.photosNamed(grouped(photos.length), joined(...photos.map(({ caption }) => caption)))],
  ],
  closing: (visit, words) => [
    ...(visit.lettersHandedOver ?? []).map(
      ({ subject, number, receivedBy }, place): Entry => [
        words.letter(String(place + 1)),
        joined(subject, number, receivedBy && `${words.letterReceivedBy} ${receivedBy}`),
      ],
    ),
    [words.counterpartName, visit.counterpartName],
    [words.counterpartPosition, visit.counterpartPosition],
  ],
};

const year = (bookYear: number | undefined): string | undefined => (bookYear === undefined ? undefined : String(bookYear));

function bookNames(books: NonNullable<Said['institution']>['books'], present: boolean, words: Tongue['words']): string | undefined {
  if (!books) return undefined;
  const named = administrativeBooks.filter((book) => books[book] === present);
  if (named.length === administrativeBooks.length && present) return words.booksComplete;
  return named.map((book) => words.bookNames[book]).join(', ');
}

export interface LineChange {
  label: string;
  /** Undefined for a blank. */
  from: string | undefined;
  to: string | undefined;
}

/** An amendment line by line: what a field said before and after, in the words of the form. */
export function changedLines(changes: Changes, tongue: Tongue): LineChange[] {
  return Object.entries(changes).flatMap(([field, change]) => {
    if (!change) return [];
    if (field === 'counterpartSignature' || field === 'officerSignature') return [signatureChange(field, change, tongue)];
    const before = allLines({ [field]: change.from ?? undefined }, tongue);
    const after = allLines({ [field]: change.to ?? undefined }, tongue);
    const labels = [...new Set([...before, ...after].map(({ label }) => label))];
    return labels
      .map((label) => ({ label, from: saidUnder(before, label), to: saidUnder(after, label) }))
      .filter(({ from, to }) => from !== to);
  });
}

const saidUnder = (lines: readonly VisitLine[], label: string): string | undefined => lines.find((line) => line.label === label)?.value;

function allLines(visit: Said, tongue: Tongue): VisitLine[] {
  const parts = Object.keys(entriesOf) as VisitPart[];
  return [...headerLines(visit, tongue), ...parts.flatMap((part) => partLines(part, visit, tongue))];
}

function signatureChange(
  field: 'counterpartSignature' | 'officerSignature',
  { from, to }: { from: unknown; to: unknown },
  { words }: Tongue,
): LineChange {
  return { label: words[field], from: from ? words.signed : undefined, to: to ? (from ? words.signedAnew : words.signed) : undefined };
}
