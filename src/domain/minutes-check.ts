// What keeps minutes from being sealed: every invariant they must meet, each with its place in the form.
import type { Decision, MinutesContent, Signature, SignatureRole } from './minutes.ts';
import { decisionAdopted, quorumOf } from './quorum.ts';
import { heldOnProblem } from './rat-meeting.ts';
import { type Refusal, refused, type World } from './world.ts';
import { figuresProblem } from './yearly-figures.ts';

/** Without these no berita acara is valid (domain section 1.5); the others sign where they are present. */
export const neededSignatures: readonly SignatureRole[] = ['chair', 'secretary', 'witness1', 'witness2', 'boardChair'];

/** Every reason against sealing, in the order of the form; empty when the minutes may be sealed. */
export function contentProblems(
  content: MinutesContent,
  signatures: readonly Signature[],
  bookYearEndMonth: number,
  world: Pick<World, 'now'>,
): Refusal[] {
  const problems: (Refusal | undefined)[] = [
    heldOnProblem(content.heldOn, content.bookYears, bookYearEndMonth, world),
    content.endedAt < content.startedAt ? refused('endsBeforeStart', { field: 'endedAt' }) : undefined,
    ...quorumProblems(content),
    ...content.decisions.map((decision, index) => decisionProblem(decision, index, content)),
    ...content.ratified.map((entry) => figuresProblem(entry.figures)),
    ...content.bookYears.map((bookYear) =>
      content.ratified.some((entry) => entry.bookYear === bookYear)
        ? undefined
        : refused('figuresMissing', { field: 'ratified', detail: { bookYear } }),
    ),
    shuProblem(content),
    ...neededSignatures.map((role) => signatureProblem(role, signatures)),
  ];
  return problems.filter((problem) => problem !== undefined);
}

function quorumProblems(content: MinutesContent): (Refusal | undefined)[] {
  const { presence, registeredVoters } = content;
  const quorum = quorumOf({
    registeredVoters,
    present: presence.voters,
    callNumber: content.callNumber,
    firstCallNotReached: content.firstCallNotReached,
    rule: content.quorumRule,
  });
  const detail = { present: presence.voters, registered: registeredVoters };
  if (quorum.kind === 'inconsistent') return [refused('I4', { field: 'presence', detail })];
  if (quorum.kind !== 'reached') return [refused('quorumNotReached', { field: 'presence', detail })];
  return [
    content.quorumReached ? undefined : refused('quorumNotReached', { field: 'presence', detail }),
    presence.male + presence.female > presence.voters ? refused('I4', { field: 'presence', detail }) : undefined,
  ];
}

function decisionProblem(decision: Decision, index: number, content: MinutesContent): Refusal | undefined {
  const field = `decisions.${index}`;
  const { yes = 0, no = 0, abstain = 0, method } = decision;
  const result = decisionAdopted({ method, yes, no, abstain, presentVoting: content.presence.voters, callNumber: content.callNumber });
  if (result.kind === 'inconsistent')
    return refused('votesAbovePresent', { field, detail: { votes: yes + no + abstain, present: content.presence.voters } });
  return decision.adopted === (result.kind === 'adopted') ? undefined : refused('decisionResult', { field });
}

function shuProblem(content: MinutesContent): Refusal | undefined {
  const shares = content.shuAllocation ?? [];
  if (shares.length === 0) return undefined;
  const shu = content.ratified.at(-1)?.figures.shu;
  const allocated = shares.reduce((sum, share) => sum + share.amount, 0);
  if (shu === undefined) return refused('shuMissing', { field: 'ratified' });
  return allocated === shu ? undefined : refused('shuAllocation', { field: 'shuAllocation', detail: { allocated, shu } });
}

function signatureProblem(role: SignatureRole, signatures: readonly Signature[]): Refusal | undefined {
  const signed = signatures.some((signature) => signature.role === role && signature.strokes.length > 0);
  return signed ? undefined : refused('signatureMissing', { field: `signatures.${role}`, detail: { role } });
}
