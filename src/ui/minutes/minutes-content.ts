/** From what was typed and what the rows say to the content that is signed, and what keeps it from being signed. */
import { presenceOf } from '../../domain/attendance.ts';
import { type Changes, changesBetween } from '../../domain/change.ts';
import { firstCallOf } from '../../domain/meeting-quorum.ts';
import { type Minutes, type MinutesContent, minutesFields, type Signature, unreadablePlaces } from '../../domain/minutes.ts';
import { amendmentProblem, contentProblems, quorumOfMinutes, resultOf } from '../../domain/minutes-check.ts';
import { quorumRuleOf } from '../../domain/quorum.ts';
import type { RosterMember } from '../../domain/roster.ts';
import { type Refusal, refused } from '../../domain/world.ts';
import type { Figures } from '../../domain/yearly-figures.ts';
import { clockOf, meetingHoursOf } from './meeting-hours.ts';
import type { MinutesDraft, TermTyped } from './minutes-draft.ts';
import type { MinutesSources } from './minutes-sources.ts';

/** What nobody types: counted, frozen at the opening, or taken from the register. */
export type Frozen = Omit<MinutesContent, keyof typeof minutesFields>;

/** Undefined while the meeting is not open: nothing has been counted. */
export function frozenOf(sources: MinutesSources): Frozen | undefined {
  const { cooperativeId, meetingId, cooperative, meeting, meetings, roster, attendance, policy } = sources;
  const { opening, callNumber } = meeting;
  if (!opening) return undefined;
  const { voters, male, female, inPerson, online, delegate, others } = presenceOf(attendance);
  const counted = {
    registeredVoters: opening.registeredVoters,
    presence: { voters, male, female, inPerson, online, delegate, others },
    callNumber,
    firstCallNotReached: callNumber === 2 && firstCallOf(meeting, meetings) !== undefined,
    quorumRule: opening.quorumRule,
    firstCallRule: callNumber === 2 && policy ? quorumRuleOf(1, cooperative.bylawRules, policy.parameters).rule : undefined,
  };
  const quorum = quorumOfMinutes(counted);
  const judgedAsCall = 'judgedAsCall' in quorum ? quorum.judgedAsCall : callNumber;
  return {
    meetingId,
    cooperativeId,
    identity: {
      name: cooperative.name,
      legalEntityNumber: cooperative.legalEntityNumber,
      legalEntityOn: cooperative.legalEntityOn,
      nikKoperasi: cooperative.nikKoperasi,
    },
    kind: meeting.kind,
    bookYears: meeting.bookYears,
    heldOn: opening.heldOn,
    ...counted,
    ...registeredBySex(roster?.members ?? []),
    decisionRule: policy?.parameters[judgedAsCall === 1 ? 'firstCallDecision' : 'secondCallDecision'],
    quorumReached: quorum.kind === 'reached',
  };
}

/** Of sealed minutes: what was frozen with them, whatever the rows say since. */
export function frozenIn(minutes: Minutes | MinutesContent): Frozen {
  const {
    meetingId,
    cooperativeId,
    identity,
    kind,
    bookYears,
    callNumber,
    heldOn,
    registeredVoters,
    registeredMale,
    registeredFemale,
    quorumRule,
    firstCallRule,
    decisionRule,
    quorumReached,
    firstCallNotReached,
    presence,
  } = minutes;
  const voters = { registeredVoters, registeredMale, registeredFemale };
  const rules = { quorumRule, firstCallRule, decisionRule, quorumReached, firstCallNotReached };
  return { meetingId, cooperativeId, identity, kind, bookYears, callNumber, heldOn, presence, ...voters, ...rules };
}

/** Rows of lists keep their places, so that a problem named by its place is found in the form. Blanks stay blanks (I11). */
export function contentOf(draft: MinutesDraft, frozen: Frozen): MinutesContent {
  const shares = draft.shares.flatMap(({ purpose, amount }) => (amount === undefined ? [] : [{ purpose: purpose.trim(), amount }]));
  return {
    ...frozen,
    ...hoursOf(draft, frozen.heldOn),
    number: filled(draft.number),
    place: draft.place.trim(),
    chairName: draft.chairName.trim(),
    secretaryName: draft.secretaryName.trim(),
    agenda: agendaOf(draft, frozen.heldOn),
    decisions: draft.decisions.map(({ agendaKey, text, method, yes, no, abstain, rule }) => {
      const votes = method === 'vote' ? { yes, no, abstain, rule } : {};
      const decision = { agendaKey, text: text.trim(), method, ...votes };
      return { ...decision, adopted: resultOf(decision, frozen).kind === 'adopted' };
    }),
    ratified: frozen.bookYears.flatMap((bookYear) => {
      const figures = withoutBlanks(draft.ratified[bookYear] ?? {});
      return Object.keys(figures).length > 0 ? [{ bookYear, figures }] : [];
    }),
    shuAllocation: shares.length > 0 ? shares : undefined,
    plannedRevenue: draft.plannedRevenue,
    plannedExpense: draft.plannedExpense,
    elected: draft.elected.length > 0 ? draft.elected.map(termOf) : undefined,
    officeGuests: filled(draft.officeGuests),
    discussionNotes: filled(draft.discussionNotes),
  };
}

/** After midnight an item began on the next day, as the end of its meeting did. */
const agendaOf = ({ agenda, agendaOrder, startTime: start }: MinutesDraft, heldOn: string): MinutesContent['agenda'] =>
  agendaOrder.map((key) => {
    const { done, notes, startTime } = agenda[key];
    return { key, done, notes: filled(notes), startedAt: meetingHoursOf(heldOn, start, startTime).endedAt };
  });

/** Everything that stands between this draft and the seal, in the order of the form. */
export function problemsOf(
  draft: MinutesDraft,
  content: MinutesContent,
  signatures: readonly Signature[],
  bookYearEndMonth: number,
  now: number,
): Refusal[] {
  const known = [...blankProblems(draft, content), ...contentProblems(content, signatures, bookYearEndMonth, { now })];
  if (known.length > 0) return known;
  return unreadablePlaces(content).map((field) => refused('unreadable', { field }));
}

/** What keeps an amendment from being recorded: blanks, and invariants that the sealed minutes kept. */
export function amendmentProblemsOf(draft: MinutesDraft, amended: MinutesContent): Refusal[] {
  const broken = draft.amendment && amendmentProblem(draft.amendment.of, amended);
  const unexplained = changesOf(draft, amended) && !draft.amendment?.reason.trim();
  const known = [
    ...blankProblems(draft, amended),
    ...(broken ? [broken] : []),
    ...(unexplained ? [refused('fieldRequired', { field: 'reason' })] : []),
  ];
  if (known.length > 0) return known;
  return unreadablePlaces(amended).map((field) => refused('unreadable', { field }));
}

/** What an amendment changes; undefined while it changes nothing. */
export function changesOf(draft: MinutesDraft, amended: MinutesContent): Changes | undefined {
  return draft.amendment && changesBetween(draft.amendment.of, amended, Object.keys(minutesFields));
}

function blankProblems(draft: MinutesDraft, content: MinutesContent): Refusal[] {
  const blanks = [
    ['place', content.place],
    ['startedAt', draft.startTime],
    ['endedAt', draft.endTime],
    ['chairName', content.chairName],
    ['secretaryName', content.secretaryName],
    ...content.decisions.map(({ text }, index) => [`decisions.${index}`, text] as const),
    ...(content.shuAllocation ?? []).map(({ purpose }) => ['shuAllocation', purpose] as const),
    ...(content.elected ?? []).map(({ personName }, index) => [`elected.${index}`, personName] as const),
  ] as const;
  return blanks.filter(([, value]) => !value).map(([field]) => refused('fieldRequired', { field }));
}

/** While an hour is missing both stand at the day's beginning: the blank itself is the problem to report. */
function hoursOf({ startTime, endTime, amendment }: MinutesDraft, heldOn: string): { startedAt: number; endedAt: number } {
  const { startedAt, endedAt } = meetingHoursOf(heldOn, startTime, endTime);
  if (startedAt === undefined || endedAt === undefined) {
    const { startedAt: midnight = 0 } = meetingHoursOf(heldOn, '00:00', undefined);
    return { startedAt: midnight, endedAt: midnight };
  }
  // A sealed moment may be finer than the minute that the field shows; what was not touched stays as it was signed.
  const kept = (typed: number, sealed: number | undefined) => (sealed !== undefined && clockOf(sealed) === clockOf(typed) ? sealed : typed);
  return { startedAt: kept(startedAt, amendment?.of.startedAt), endedAt: kept(endedAt, amendment?.of.endedAt) };
}

function registeredBySex(members: readonly RosterMember[]): Pick<Frozen, 'registeredMale' | 'registeredFemale'> {
  const registeredMale = members.filter(({ sex }) => sex === 'male').length;
  const registeredFemale = members.filter(({ sex }) => sex === 'female').length;
  return registeredMale + registeredFemale > 0 ? { registeredMale, registeredFemale } : {};
}

const termOf = ({ personName = '', role = 'chair', phone, fromOn, toOn }: TermTyped) => ({
  personName: personName.trim(),
  role,
  phone: filled(phone),
  fromOn,
  toOn,
});
const filled = (text: string | undefined): string | undefined => text?.trim() || undefined;
const withoutBlanks = (figures: Figures): Figures =>
  Object.fromEntries(Object.entries(figures).filter(([, figure]) => figure !== undefined));
