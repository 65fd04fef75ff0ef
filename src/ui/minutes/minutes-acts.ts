/** The acts that seal minutes or amend them: each list goes into one transaction, so that nothing is half said. */
import { hashOf } from '../../data/hash.ts';
import type { Act } from '../../data/record.ts';
import type { BoardTerm } from '../../domain/board-term.ts';
import { sameValue } from '../../domain/canonical.ts';
import { changesBetween } from '../../domain/change.ts';
import type { BodyOf } from '../../domain/fact-types.ts';
import { hashedTextOf, type MinutesContent, type Signature } from '../../domain/minutes.ts';
import { meetingStateOf } from '../../domain/rat-meeting.ts';
import { type Figures, figureFields, figuresIdOf } from '../../domain/yearly-figures.ts';
import { changesOf } from './minutes-content.ts';
import type { MinutesDraft } from './minutes-draft.ts';
import type { MinutesSources } from './minutes-sources.ts';

export const contentHashOf = (content: MinutesContent): string => hashOf(hashedTextOf(content));

/** The first digits of a content hash, as people compare them: '3f2a 9c01 77de'. */
export const shortHashOf = (hash: string): string => hash.slice(0, 12).replace(/(.{4})(?=.)/g, '$1 ');

/** What changed since the first signature; undefined while the signatures are bound to this content. */
export function changedSinceSigned(draft: MinutesDraft, content: MinutesContent): string[] | undefined {
  const { signatures, signedContent } = draft;
  if (signatures.length === 0 || !signedContent || contentHashOf(signedContent) === contentHashOf(content)) return undefined;
  return Object.keys(changesBetween(signedContent, content, Object.keys({ ...signedContent, ...content })) ?? {});
}

/** Sealed, held, its figures ratified and its board seated. */
export function sealingActs(sources: MinutesSources, content: MinutesContent, signatures: Signature[]): Act[] {
  const { area, meetingId } = sources;
  const minutesHash = contentHashOf(content);
  const { heldOn, endedAt, presence, registeredVoters, quorumReached } = content;
  return [
    { type: 'minutesSigned', id: meetingId, area, body: { content, signatures, contentHash: minutesHash } },
    {
      type: 'ratMeetingHeld',
      id: meetingId,
      area,
      body: { heldOn, endedAt, present: presence.voters, registeredVoters, quorumReached, minutesHash },
    },
    ...content.ratified.flatMap(({ bookYear, figures }) => figuresActs(sources, bookYear, figures)),
    ...boardActs(sources, content.elected),
  ];
}

/** Empty while nothing is changed. A returned meeting goes back to the office in the same breath. */
export function amendmentActs(sources: MinutesSources, draft: MinutesDraft, amended: MinutesContent): Act[] {
  const { area, meetingId, meeting } = sources;
  const changes = changesOf(draft, amended);
  if (!draft.amendment || !changes) return [];
  const { of: former, reason } = draft.amendment;
  const acts: Act[] = [
    {
      type: 'minutesAmended',
      id: meetingId,
      area,
      // Every field stems from the schema that `minutesFields` is made of; changesBetween only forgets which.
      body: { changes: changes as BodyOf<'minutesAmended'>['changes'], reason: reason.trim() },
    },
  ];
  const figuresIn = (content: MinutesContent, bookYear: number): Figures =>
    content.ratified.find((entry) => entry.bookYear === bookYear)?.figures ?? {};
  for (const bookYear of amended.bookYears) {
    const before = figuresIn(former, bookYear);
    const figures = figuresIn(amended, bookYear);
    if (!sameValue(before, figures)) acts.push(...amendedFiguresActs(sources, bookYear, before, figures));
  }
  if (!sameValue(former.elected, amended.elected)) acts.push(...boardActs(sources, amended.elected));
  if (meetingStateOf(meeting) === 'returned') {
    acts.push({ type: 'ratResubmitted', id: meetingId, area, body: { note: reason.trim() } });
  }
  return acts;
}

/** The elected take over the seats of their roles; the other seats stay as they were. */
export function boardAfter(board: readonly BoardTerm[], elected: readonly BoardTerm[]): BoardTerm[] {
  const roles = new Set(elected.map(({ role }) => role));
  return [...board.filter(({ role }) => !roles.has(role)), ...elected];
}

function figuresActs(sources: MinutesSources, bookYear: number, figures: Figures): Act[] {
  const { area, cooperativeId, meetingId } = sources;
  const id = figuresIdOf(cooperativeId, bookYear, 'rat');
  const held = ratFiguresOf(sources, bookYear);
  if (!held) return [{ type: 'figuresRecorded', id, area, body: { cooperativeId, bookYear, source: 'rat', meetingId, ...figures } }];
  // A figure that this meeting left blank says nothing against one that another had ratified.
  const given = (Object.keys(figureFields) as (keyof Figures)[]).filter((field) => figures[field] !== undefined);
  return figuresChange(sources, id, held, figures, given);
}

/** An amendment may also take a figure back to blank; `from` is what the minutes said, so that a later edit is not overwritten unseen. */
function amendedFiguresActs(sources: MinutesSources, bookYear: number, before: Figures, figures: Figures): Act[] {
  if (!ratFiguresOf(sources, bookYear)) return figuresActs(sources, bookYear, figures);
  return figuresChange(sources, figuresIdOf(sources.cooperativeId, bookYear, 'rat'), before, figures, Object.keys(figureFields));
}

function figuresChange({ area, meetingId }: MinutesSources, id: string, from: object, to: object, fields: readonly string[]): Act[] {
  const changes = changesBetween(from, to, fields) as BodyOf<'figuresChanged'>['changes'] | undefined;
  return changes ? [{ type: 'figuresChanged', id, area, body: { changes, meetingId } }] : [];
}

function boardActs({ area, cooperativeId, cooperative }: MinutesSources, elected: readonly BoardTerm[] | undefined): Act[] {
  if (!elected || elected.length === 0) return [];
  const board = boardAfter(cooperative.board ?? [], elected);
  if (sameValue(cooperative.board, board)) return [];
  return [
    { type: 'cooperativeChanged', id: cooperativeId, area, body: { changes: { board: { from: cooperative.board ?? null, to: board } } } },
  ];
}

const ratFiguresOf = ({ figures }: MinutesSources, bookYear: number) =>
  figures.find((entry) => entry.bookYear === bookYear && entry.source === 'rat');
