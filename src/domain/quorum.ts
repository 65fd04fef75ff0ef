// Whether a members' meeting is valid and what it decided: table R-Q, in whole numbers only.
import * as z from 'zod/mini';

const part = z.int().check(z.minimum(0), z.maximum(1000));

/** A share of a whole: `strict` is more than num/den, otherwise at least num/den. It can be reached, and not by nobody. */
export const quorumRuleSchema = z
  .object({ num: part, den: part, strict: z.boolean() })
  .check(
    z.refine(({ num, den, strict }) => (strict ? num < den : 0 < num && num <= den), { error: 'a share that nobody or everybody reaches' }),
  );
export type QuorumRule = z.infer<typeof quorumRuleSchema>;

export type CallNumber = 1 | 2;

/** The defaults of R-Q. They start the first policy record; a meeting is judged by its bylaws, else by the policy of its day. */
export const tableRules = {
  firstCall: { num: 1, den: 2, strict: true },
  secondCall: { num: 1, den: 5, strict: false },
  firstCallDecision: { num: 1, den: 2, strict: true },
  secondCallDecision: { num: 2, den: 3, strict: false },
} as const satisfies Record<string, QuorumRule>;

export interface QuorumQuestion {
  /** Members, or delegates, entitled to vote. */
  registeredVoters: number | undefined;
  /** Distinct voters present: no observers, no voided marks. */
  present: number;
  callNumber: CallNumber;
  /** A first call for the same book years is on record as not having reached its quorum. */
  firstCallNotReached: boolean;
  /** The rule of this call. */
  rule: QuorumRule;
  /** The first call's rule, by which a second call without a first is judged. */
  firstCallRule?: QuorumRule | undefined;
}

interface Judged {
  /** The fewest present that reach the quorum. */
  needed: number;
  /** The call whose rule was applied; decisions follow it too. */
  judgedAsCall: CallNumber;
  warning?: 'secondCallWithoutFirst';
}

export type Quorum =
  | { kind: 'undetermined'; row: 'Q1' }
  | { kind: 'inconsistent'; row: 'Q2' }
  | ({ kind: 'reached'; row: 'Q3' | 'Q5' | 'Q6' } & Judged)
  | ({ kind: 'notReached'; row: 'Q4' | 'Q5' | 'Q6' } & Judged);

/** R-Q, first match wins. Not reached at the first call: adjourn and call again. Inconsistent: nothing may be signed. */
export function quorumOf(question: QuorumQuestion): Quorum {
  const { registeredVoters, present, callNumber, rule } = question;
  if (registeredVoters === undefined || registeredVoters === 0) return { kind: 'undetermined', row: 'Q1' };
  if (present > registeredVoters) return { kind: 'inconsistent', row: 'Q2' };

  if (callNumber === 2 && !question.firstCallNotReached) {
    const firstCallRule = question.firstCallRule ?? tableRules.firstCall;
    const needed = neededOf(registeredVoters, firstCallRule);
    return { kind: present >= needed ? 'reached' : 'notReached', row: 'Q6', needed, judgedAsCall: 1, warning: 'secondCallWithoutFirst' };
  }

  const needed = neededOf(registeredVoters, rule);
  const judged = { needed, judgedAsCall: callNumber };
  if (callNumber === 2) return { kind: present >= needed ? 'reached' : 'notReached', row: 'Q5', ...judged };
  return present >= needed ? { kind: 'reached', row: 'Q3', ...judged } : { kind: 'notReached', row: 'Q4', ...judged };
}

/** The rule that a meeting freezes when it opens: its bylaws', else the policy's. */
export function quorumRuleOf(
  callNumber: CallNumber,
  bylaws: { firstCall?: QuorumRule | undefined; secondCall?: QuorumRule | undefined } | undefined,
  policy: { firstCall: QuorumRule; secondCall: QuorumRule },
): { rule: QuorumRule; source: 'bylaws' | 'policy' } {
  const call = callNumber === 1 ? 'firstCall' : 'secondCall';
  const own = bylaws?.[call];
  return own ? { rule: own, source: 'bylaws' } : { rule: policy[call], source: 'policy' };
}

export interface Vote {
  method: 'consensus' | 'vote';
  yes: number;
  no: number;
  abstain: number;
  presentVoting: number;
  /** As the quorum was judged: a second call without a first decides as a first. */
  callNumber: CallNumber;
  /** The policy's rule for the call, or a stricter one of the bylaws for this item of the agenda. */
  rule?: QuorumRule | undefined;
}

/** `needed` is the fewest votes in favour that adopt; there is none for a consensus. */
export type DecisionResult =
  | { kind: 'adopted'; needed?: number }
  | { kind: 'rejected'; needed: number }
  | { kind: 'undetermined' }
  | { kind: 'inconsistent'; votes: number };

/** A decision is adopted by consensus, else by a share of the voters present (UU 25/1992 art. 24: one member, one vote). */
export function decisionAdopted({ method, yes, no, abstain, presentVoting, callNumber, rule }: Vote): DecisionResult {
  if (method === 'consensus') return { kind: 'adopted' };
  const votes = yes + no + abstain;
  if (votes > presentVoting) return { kind: 'inconsistent', votes };
  if (presentVoting === 0) return { kind: 'undetermined' };
  const needed = neededOf(presentVoting, rule ?? (callNumber === 1 ? tableRules.firstCallDecision : tableRules.secondCallDecision));
  return { kind: yes >= needed ? 'adopted' : 'rejected', needed };
}

/** The fewest that are more than, or at least, the share; `ceil(total * 0.5)` would take exactly half for more than half. */
function neededOf(total: number, { num, den, strict }: QuorumRule): number {
  return strict ? Math.floor((total * num) / den) + 1 : Math.ceil((total * num) / den);
}
