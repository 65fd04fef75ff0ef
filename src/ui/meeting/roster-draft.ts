/** A roster while it is being put together, and the acts it is recorded as. */
import type { Act } from '../../data/record.ts';
import { membersPerFact, type RosterMember, type RosterSource } from '../../domain/roster.ts';
import { type RosterColumn, rosterColumns } from '../../domain/roster-columns.ts';
import type { PastedMember } from '../../domain/roster-paste.ts';

/** More than any cooperative of the province has; above it a list is more likely the wrong file. */
export const mostMembers = 5_000;

export interface TypedMember {
  memberNumber: string;
  name: string;
  sex: 'male' | 'female' | undefined;
  group: string;
}

export interface RosterDraft {
  /** What was pasted, or read from a file, as it came. */
  text: string;
  source: Extract<RosterSource, 'pasted' | 'imported'>;
  fileName?: string | undefined;
  /** What the columns are, where the officer knows better. */
  columns?: RosterColumn[] | undefined;
  typed: TypedMember;
}

export const nobody: TypedMember = { memberNumber: '', name: '', sex: undefined, group: '' };
export const emptyRosterDraft: RosterDraft = { text: '', source: 'pasted', typed: nobody };

/** A draft as it was read from the tablet, perhaps written by an earlier version of the app. */
export function keptRosterDraft(content: unknown): RosterDraft {
  if (typeof content !== 'object' || content === null) return emptyRosterDraft;
  const kept = { ...emptyRosterDraft, ...content };
  const known = kept.columns?.every((column) => rosterColumns.includes(column));
  return { ...kept, columns: known ? kept.columns : undefined, typed: { ...nobody, ...kept.typed } };
}

export const isBlankDraft = (draft: RosterDraft): boolean =>
  draft.text.trim() === '' && draft.typed.name.trim() === '' && draft.typed.memberNumber.trim() === '';

/** Members without a number get a key of their own here, since only recorded members need one. */
export const withKeys = (members: readonly PastedMember[], newKey: () => string): RosterMember[] =>
  members.map((member) => ({ ...member, memberKey: member.memberKey ?? newKey() }));

export interface RosterSubject {
  meetingId: string;
  cooperativeId: string;
  area: string;
}

/** A long roster travels as several facts, all recorded at once. */
export function rosterActs(members: readonly RosterMember[], source: RosterSource, subject: RosterSubject): Act[] {
  const { meetingId, cooperativeId, area } = subject;
  return partsOf(members).map((part) => ({
    type: 'rosterRecorded',
    id: meetingId,
    area,
    body: { cooperativeId, members: part, source },
  }));
}

export function strikeActs(memberKeys: readonly string[], reason: string, { meetingId, area }: RosterSubject): Act[] {
  const said = reason.trim();
  return partsOf(memberKeys).map((part) => ({
    type: 'rosterMembersStruck',
    id: meetingId,
    area,
    body: said ? { memberKeys: part, reason: said } : { memberKeys: part },
  }));
}

function partsOf<Item>(items: readonly Item[]): Item[][] {
  const parts: Item[][] = [];
  for (let from = 0; from < items.length; from += membersPerFact) parts.push(items.slice(from, from + membersPerFact));
  return parts;
}

/** Members of an earlier roster that this one does not have yet. */
export function freshMembersOf(earlier: readonly RosterMember[], roster: readonly RosterMember[]): RosterMember[] {
  const held = new Set(roster.map((member) => member.memberKey));
  return earlier.filter((member) => !held.has(member.memberKey));
}
