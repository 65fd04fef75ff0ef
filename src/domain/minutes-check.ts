// What keeps minutes from being sealed: every invariant they must meet, each with its place in the form.
import type { Decision, MinutesContent, Signature, SignatureRole } from './minutes.ts';
import { type DecisionResult, decisionAdopted, type Quorum, quorumOf } from './quorum.ts';
import { heldOnProblem } from './rat-meeting.ts';
import { type Refusal, refused, type World } from './world.ts';
import { type Figures, figuresProblem } from './yearly-figures.ts';

/** Without these no berita acara is valid (domain section 1.5); the others sign where they are present. */
export const neededSignatures: readonly SignatureRole[] = ['chair', 'secretary', 'witness1', 'witness2', 'boardChair'];

type Judged = Pick<
  MinutesContent,
  'registeredVoters' | 'presence' | 'callNumber' | 'firstCallNotReached' | 'quorumRule' | 'firstCallRule' | 'decisionRule'
>;
type Problem = Refusal | undefined;

/** Every reason against sealing, in the order of the form; empty when the minutes may be sealed. */
export function contentProblems(
  content: MinutesContent,
  signatures: readonly Signature[],
  bookYearEndMonth: number,
  world: Pick<World, 'now'>,
): Refusal[] {
  const problems: Problem[] = [
    heldOnProblem(content.heldOn, content.bookYears, bookYearEndMonth, world),
    ...quorumProblems(content),
    ...recordedProblems(content),
    ...neededSignatures.map((role) => signatureProblem(role, signatures)),
  ];
  return problems.filter((problem) => problem !== undefined);
}

/** The first invariant that the amended content breaks and the former one kept. */
export function amendmentProblem(former: MinutesContent, amended: MinutesContent): Problem {
  const known = new Set(recordedProblems(former).map((problem) => problem && `${problem.rule} ${problem.field}`));
  return recordedProblems(amended).find((problem) => problem && !known.has(`${problem.rule} ${problem.field}`));
}

export const quorumOfMinutes = (content: Judged): Quorum =>
  quorumOf({
    registeredVoters: content.registeredVoters,
    present: content.presence.voters,
    callNumber: content.callNumber,
    firstCallNotReached: content.firstCallNotReached,
    rule: content.quorumRule,
    firstCallRule: content.firstCallRule,
  });

/** What a decision came to. A second call without a first on record decides by the first call's majority (Q6). */
export function resultOf({ method, yes = 0, no = 0, abstain = 0, rule }: Omit<Decision, 'adopted'>, content: Judged): DecisionResult {
  const quorum = quorumOfMinutes(content);
  const callNumber = 'judgedAsCall' in quorum ? quorum.judgedAsCall : content.callNumber;
  return decisionAdopted({
    method,
    yes,
    no,
    abstain,
    presentVoting: content.presence.voters,
    callNumber,
    rule: rule ?? content.decisionRule,
  });
}

/** What the ratified years leave to be shared: a loss is borne by the reserve and takes nothing from another year's members. */
export function shuToShare(ratified: readonly { figures: Figures }[]): number | undefined {
  let sum = 0;
  for (const { figures } of ratified) {
    if (figures.shu === undefined) return undefined;
    sum += Math.max(0, figures.shu);
  }
  return ratified.length > 0 ? sum : undefined;
}

/** Of what officers write down themselves, which is also all that an amendment can change. */
function recordedProblems(content: MinutesContent): Problem[] {
  return [
    content.endedAt < content.startedAt ? refused('endsBeforeStart', { field: 'endedAt' }) : undefined,
    ...content.decisions.map((decision, index) => decisionProblem(decision, index, content)),
    ...ratifiedProblems(content),
    shuProblem(content),
    ...(content.elected ?? []).map(({ fromOn, toOn }, index) =>
      fromOn !== undefined && toOn !== undefined && toOn < fromOn
        ? refused('termEndsBeforeStart', { field: `elected.${index}` })
        : undefined,
    ),
  ];
}

function quorumProblems(content: MinutesContent): Problem[] {
  const { presence, registeredVoters } = content;
  const quorum = quorumOfMinutes(content);
  const detail = { present: presence.voters, registered: registeredVoters };
  if (quorum.kind === 'inconsistent') return [refused('I4', { field: 'presence', detail })];
  if (quorum.kind !== 'reached') return [refused('quorumNotReached', { field: 'presence', detail })];
  const countedByMode = presence.inPerson + presence.online + presence.delegate;
  return [
    content.quorumReached ? undefined : refused('quorumNotReached', { field: 'presence', detail }),
    // Fewer men and women than voters: the roster does not know everybody's sex.
    presence.male + presence.female > presence.voters || countedByMode !== presence.voters
      ? refused('I4', { field: 'presence', detail })
      : undefined,
  ];
}

function decisionProblem(decision: Decision, index: number, content: MinutesContent): Problem {
  const field = `decisions.${index}`;
  if (decision.method === 'vote' && (decision.yes === undefined || decision.no === undefined)) return refused('votesMissing', { field });
  const result = resultOf(decision, content);
  if (result.kind === 'inconsistent')
    return refused('votesAbovePresent', { field, detail: { votes: result.votes, present: content.presence.voters } });
  return decision.adopted === (result.kind === 'adopted') ? undefined : refused('decisionResult', { field });
}

function ratifiedProblems({ kind = 'rat', ratified, bookYears }: MinutesContent): Problem[] {
  // Only the annual meeting must ratify the account of its years (UU 25/1992 art. 26); an extraordinary one may.
  const missing = (kind === 'rat' ? bookYears : []).map((bookYear) => {
    const entry = ratified.find((candidate) => candidate.bookYear === bookYear);
    // A year without a single figure is not ratified; one with some blanks is: nobody may make up the rest (I11).
    const given = entry && Object.values(entry.figures).some((figure) => figure !== undefined);
    return given ? undefined : refused('figuresMissing', { field: `ratified.${bookYear}`, detail: { bookYear } });
  });
  const each = ratified.map(({ bookYear, figures }, index) => {
    const field = `ratified.${bookYear}`;
    if (!bookYears.includes(bookYear)) return refused('figuresOtherYear', { field, detail: { bookYear } });
    if (ratified.findIndex((other) => other.bookYear === bookYear) !== index)
      return refused('figuresTwice', { field, detail: { bookYear } });
    const problem = figuresProblem(figures);
    return problem && { ...problem, field, detail: { ...problem.detail, bookYear } };
  });
  return [...missing, ...each];
}

function shuProblem(content: MinutesContent): Problem {
  const shares = content.shuAllocation ?? [];
  if (shares.length === 0) return undefined;
  const blank = content.ratified.find(({ figures }) => figures.shu === undefined);
  const shu = shuToShare(content.ratified);
  if (shu === undefined) return refused('shuMissing', { field: `ratified.${blank?.bookYear ?? content.bookYears[0] ?? ''}` });
  if (shares.some((share) => share.amount < 0)) return refused('shuNegative', { field: 'shuAllocation' });
  const allocated = shares.reduce((sum, share) => sum + share.amount, 0);
  return allocated === shu ? undefined : refused('shuAllocation', { field: 'shuAllocation', detail: { allocated, shu } });
}

function signatureProblem(role: SignatureRole, signatures: readonly Signature[]): Problem {
  const signed = signatures.some((signature) => signature.role === role && signature.strokes.length > 0);
  return signed ? undefined : refused('signatureMissing', { field: `signatures.${role}`, detail: { role } });
}
