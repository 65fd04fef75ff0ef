// Who may decide a conflict of which record, and what keeps a value from being chosen: the fields' own rules hold here too.
import { type MergeState, neededFieldsOf } from './change.ts';
import { cooperativeFields, officeFieldProblem } from './cooperative.ts';
import { minutesFields } from './minutes.ts';
import { amendmentProblem } from './minutes-check.ts';
import { isOffice } from './officer.ts';
import { disputableFields, heldOnOf } from './rat-meeting.ts';
import {
  applyDecisions,
  fieldsSetBy,
  givesWay,
  notOpenProblem,
  type ResolutionBody,
  type Resolved,
  resolutionBodySchema,
} from './resolution.ts';
import { type Amendment, amendmentOf, momentProblem, visitFields } from './visit.ts';
import { type DataOf, type FactRule, type Need, type Refusal, refused, type World } from './world.ts';
import { figureFields, figuresProblem } from './yearly-figures.ts';

/** The nouns in which two officers can write different things. */
export const disputableShapes = {
  cooperative: cooperativeFields,
  yearlyFigures: figureFields,
  visit: visitFields,
  ratMeeting: disputableFields,
  minutes: minutesFields,
} as const;
export type DisputableNoun = keyof typeof disputableShapes;

export const cooperativeResolutionSchema = resolutionBodySchema(disputableShapes.cooperative);
export const figuresResolutionSchema = resolutionBodySchema(disputableShapes.yearlyFigures);
export const visitResolutionSchema = resolutionBodySchema(disputableShapes.visit);
export const meetingResolutionSchema = resolutionBodySchema(disputableShapes.ratMeeting);
export const minutesResolutionSchema = resolutionBodySchema(disputableShapes.minutes);

interface Case<N extends DisputableNoun> {
  current: DataOf[N];
  /** The fields that would show another value than now. */
  set: readonly string[];
  body: ResolutionBody;
  world: World;
  id: string;
}

interface Particulars<N extends DisputableNoun> {
  needs?: (id: string) => Need[];
  /** Against setting these fields, beside what holds for every record. */
  objection?: (asked: Case<N>) => Refusal | undefined;
  /** Against what would come of it, or what more comes of it. */
  finish?: (resolved: Resolved<DataOf[N]>, current: DataOf[N], fact: ResolvingFact, world: World) => Refusal | Resolved<DataOf[N]>;
}
type ResolvingFact = Parameters<FactRule<ResolutionBody, DisputableNoun>['apply']>[1];

function resolving<N extends DisputableNoun>(noun: N, { needs, objection, finish }: Particulars<N> = {}): FactRule<ResolutionBody, N> {
  const needed = neededFieldsOf(disputableShapes[noun]);
  return {
    noun,
    roles: ['officer', 'verifier', 'head', 'administrator'],
    needs: ({ subject }) => [{ kind: 'row', noun, id: subject.id, must: true }, ...(needs?.(subject.id) ?? [])],
    rootOf: (fact) => fact.subject.id,
    decide: ({ subject: { id }, officerId, body }, world) => {
      const current = world.read(noun, id)?.data;
      if (!current) return undefined;
      const set = fieldsSetBy(current, body.decisions);
      const blanked = needed.find((field) => body.decisions[field]?.to === null);
      if (blanked) return refused('fieldRequired', { field: blanked });
      return (
        notOpenProblem(current, body.decisions, officerId) ??
        authorProblem(current, body, world) ??
        objection?.({ current, set, body, world, id })
      );
    },
    apply: (current, fact, world) => {
      if (!current) return refused('notRecorded');
      const resolved = applyDecisions<DataOf[N] & MergeState>(current, fact);
      const finished = finish ? finish(resolved, current, fact, world) : resolved;
      return finished.kind === 'refused' ? finished : { kind: finished.kind, data: finished.data };
    },
  };
}

/** The office decides every record, officers those that they recorded themselves; anyone may lay their own value aside. */
function authorProblem(current: MergeState, { decisions }: ResolutionBody, { author }: World): Refusal | undefined {
  if (isOffice(author.role) || current.recordedBy === author.id || givesWay(current, decisions, author.id)) return undefined;
  return refused('conflictNotYours');
}

/** A finished document changes only with a reason, whoever changes it. */
const reasonProblem = ({ set, body }: Pick<Case<DisputableNoun>, 'set' | 'body'>): Refusal | undefined =>
  set.length > 0 && body.note === undefined ? refused('reasonRequired', { field: 'note' }) : undefined;

export const cooperativeConflictResolved = resolving('cooperative', {
  objection: ({ set, world }) => officeFieldProblem(world.author, (field) => set.includes(field)),
});

export const figuresConflictResolved = resolving('yearlyFigures', {
  // What a RAT ratified changes with an amendment of its minutes, or by the office.
  objection: ({ current, set, world }) =>
    current.source === 'rat' && set.length > 0 && !isOffice(world.author.role)
      ? refused('notAsRatified', { field: set[0] ?? '' })
      : undefined,
  finish: (resolved) => (Object.keys(resolved.changes).length > 0 ? figuresProblem(resolved.data) : undefined) ?? resolved,
});

export const visitConflictResolved = resolving('visit', {
  objection: reasonProblem,
  finish: (resolved, current, fact, world) => momentProblem(resolved.data, world) ?? amended(resolved, current, fact),
});

export const ratMeetingConflictResolved = resolving('ratMeeting', {
  objection: ({ current, set }) => (set.length > 0 && heldOnOf(current) !== undefined ? refused('I5', { field: set[0] ?? '' }) : undefined),
});

export const minutesConflictResolved = resolving('minutes', {
  needs: (id) => [{ kind: 'row', noun: 'ratMeeting', id }],
  objection: (asked) => {
    const verified = asked.world.read('ratMeeting', asked.id)?.data.verified;
    if (verified && asked.set.length > 0 && !isOffice(asked.world.author.role)) return refused('alreadyVerified');
    return reasonProblem(asked);
  },
  finish: (resolved, current, fact) => amendmentProblem(current, resolved.data) ?? amended(resolved, current, fact),
});

/** What a decision changes in a finished document stands among its amendments: what was signed must be found again by undoing them. */
function amended<D extends { amendments?: Amendment[] | undefined }>(resolved: Resolved<D>, current: D, fact: ResolvingFact): Resolved<D> {
  if (Object.keys(resolved.changes).length === 0) return resolved;
  const amendment = amendmentOf({ ...fact, body: { changes: resolved.changes, reason: fact.body.note ?? '' } });
  return { ...resolved, data: { ...resolved.data, amendments: [...(current.amendments ?? []), amendment] } };
}
