/** Minutes as they are being typed: everything may be missing, and rows of lists have keys of their own. */
import { newId } from '../../data/id.ts';
import type { BoardTerm } from '../../domain/board-term.ts';
import { dayOf } from '../../domain/day.ts';
import { type AgendaKey, agendaKeys, type Decision, type Minutes, type MinutesContent, type Signature } from '../../domain/minutes.ts';
import type { RatMeeting } from '../../domain/rat-meeting.ts';
import type { Figures } from '../../domain/yearly-figures.ts';
import { clockOf } from './meeting-hours.ts';

export interface DecisionTyped extends Omit<Decision, 'adopted'> {
  key: string;
}
export interface ShareTyped {
  key: string;
  purpose: string;
  amount?: number | undefined;
}
export type TermTyped = Partial<BoardTerm> & { key: string };
/** `startTime`: 'HH:MM' in WITA. */
export type AgendaTyped = Record<AgendaKey, { done: boolean; notes?: string | undefined; startTime?: string | undefined }>;

export interface MinutesDraft {
  number: string;
  place: string;
  /** 'HH:MM' in WITA. */
  startTime?: string | undefined;
  endTime?: string | undefined;
  chairName: string;
  secretaryName: string;
  officeGuests: string;
  agenda: AgendaTyped;
  /** Every item once, as the meeting has them. */
  agendaOrder: AgendaKey[];
  decisions: DecisionTyped[];
  /** By book year. */
  ratified: Record<string, Figures>;
  shares: ShareTyped[];
  plannedRevenue?: number | undefined;
  plannedExpense?: number | undefined;
  elected: TermTyped[];
  discussionNotes: string;
  /** Questions that the officer has answered with "it is right", by their key. */
  confirmed: string[];
  signatures: Signature[];
  /** What the signatures are bound to: the content as it was when the first was given. */
  signedContent?: MinutesContent | undefined;
  /** Sealed minutes that are being amended: what they said when the officer began, and why they are changed. */
  amendment?: { of: MinutesContent; reason: string } | undefined;
}

export const draftKeyOf = (meetingId: string): string => `minutes:${meetingId}`;

/** What an SHU is shared out to (UU 25/1992 art. 45), as the document names it. */
export const usualPurposes = [
  'Cadangan',
  'Jasa modal',
  'Jasa usaha',
  'Dana pengurus dan pengawas',
  'Dana karyawan',
  'Dana pendidikan',
  'Dana sosial',
  'Dana pembangunan daerah kerja',
] as const;

export const sumOfShares = (shares: readonly ShareTyped[]): number => shares.reduce((sum, { amount = 0 }) => sum + amount, 0);

const usualShares = (): ShareTyped[] => usualPurposes.map((purpose) => ({ key: purpose, purpose }));
const emptyAgenda = (): AgendaTyped => Object.fromEntries(agendaKeys.map((key) => [key, { done: false }])) as AgendaTyped;

const emptyDraft = (): MinutesDraft => ({
  number: '',
  place: '',
  chairName: '',
  secretaryName: '',
  officeGuests: '',
  agenda: emptyAgenda(),
  agendaOrder: [...agendaKeys],
  decisions: [],
  ratified: {},
  shares: usualShares(),
  elected: [],
  discussionNotes: '',
  confirmed: [],
  signatures: [],
});

/** What is known before the first word is typed. */
export function firstDraftOf(meeting: Pick<RatMeeting, 'place' | 'opening'>): MinutesDraft {
  const { place = '', opening } = meeting;
  const openedThatDay = opening && dayOf(opening.openedAt) === opening.heldOn;
  return { ...emptyDraft(), place, ...(openedThatDay ? { startTime: clockOf(opening.openedAt) } : {}) };
}

/** A draft as it was read from the tablet, perhaps written by an earlier version of the app. */
export function keptDraft(content: unknown): MinutesDraft {
  if (typeof content !== 'object' || content === null) return emptyDraft();
  const kept = { ...emptyDraft(), ...content };
  return { ...kept, agenda: { ...emptyAgenda(), ...kept.agenda }, agendaOrder: wholeOrder(kept.agendaOrder) };
}

/** Items that the order does not know stand behind it, as the standing agenda has them. */
const wholeOrder = (order: readonly AgendaKey[]): AgendaKey[] => [
  ...new Set([...order.filter((key) => agendaKeys.includes(key)), ...agendaKeys]),
];

/** Sealed minutes in the form again, to be amended. */
export function amendmentDraftOf(minutes: Minutes): MinutesDraft {
  const { agenda, decisions, ratified, shuAllocation = [], elected = [], startedAt, endedAt } = minutes;
  const shares = shuAllocation.map((share) => ({ ...share, key: newId() }));
  return {
    ...emptyDraft(),
    number: minutes.number ?? '',
    place: minutes.place,
    startTime: clockOf(startedAt),
    endTime: clockOf(endedAt),
    chairName: minutes.chairName,
    secretaryName: minutes.secretaryName,
    officeGuests: minutes.officeGuests ?? '',
    agenda: {
      ...emptyAgenda(),
      ...Object.fromEntries(
        agenda.map(({ key, done, notes, startedAt: at }) => [key, { done, notes, startTime: at === undefined ? undefined : clockOf(at) }]),
      ),
    },
    agendaOrder: wholeOrder(agenda.map(({ key }) => key)),
    decisions: decisions.map((decision) => ({ ...decision, key: newId() })),
    ratified: Object.fromEntries(ratified.map(({ bookYear, figures }) => [bookYear, { ...figures }])),
    shares: [...shares, ...usualShares().filter(({ purpose }) => !shares.some((share) => share.purpose === purpose))],
    plannedRevenue: minutes.plannedRevenue,
    plannedExpense: minutes.plannedExpense,
    elected: elected.map((term) => ({ ...term, key: newId() })),
    discussionNotes: minutes.discussionNotes ?? '',
    amendment: { of: minutes, reason: '' },
  };
}
