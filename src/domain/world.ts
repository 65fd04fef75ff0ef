// What a rule may look at besides its fact: rows that were read beforehand, the author, the time. Never the world itself.
import type { Area } from './area.ts';
import type { Attendance } from './attendance.ts';
import type { Cooperative } from './cooperative.ts';
import type { Fact } from './fact.ts';
import type { Minutes } from './minutes.ts';
import type { Noun, Subject } from './noun.ts';
import type { Officer, Role } from './officer.ts';
import type { PolicyRecord } from './policy-record.ts';
import type { RatMeeting } from './rat-meeting.ts';
import type { Roster } from './roster.ts';
import type { Visit } from './visit.ts';
import type { YearlyFigures } from './yearly-figures.ts';

export interface DataOf {
  area: Area;
  officer: Officer;
  policy: PolicyRecord;
  cooperative: Cooperative;
  yearlyFigures: YearlyFigures;
  visit: Visit;
  ratMeeting: RatMeeting;
  roster: Roster;
  attendance: Attendance;
  minutes: Minutes;
}

/** `root` is the cooperative (or, for a meeting's papers, the meeting) that the row hangs on; `version` counts the facts folded into it. */
export interface Row<N extends Noun = Noun> {
  noun: N;
  id: string;
  root: string;
  area: string;
  version: number;
  data: DataOf[N];
}

export interface World {
  read<N extends Noun>(noun: N, id: string): Row<N> | undefined;
  /** Every row of a noun that hangs on a root, if the fact's type named it among its needs. */
  under<N extends Noun>(noun: N, root: string): Row<N>[];
  author: { id: string; role: Role };
  /** Office time now in epoch ms; undefined when this side cannot know it. */
  now: number | undefined;
  /** SHA-256 of a text, as 64 hex digits. */
  hashOf(text: string): string;
}

/** What a fact's rule must be able to read. `must` rows that are missing make the fact wait instead of being refused. */
export type Need = { kind: 'row'; noun: Noun; id: string; must?: boolean } | { kind: 'under'; noun: Noun; root: string };

/**
 * `rule` names an invariant or rule of the domain (`I5`), `field` the place in the form, `detail` figures for the words.
 * `until`: a row of which something may still be on its way that lifts it. A tablet that refuses says so to whoever taps; the office, where
 * facts of several tablets arrive in any order, lets the fact wait for that.
 */
export interface Refusal {
  kind: 'refused';
  rule: string;
  field?: string;
  detail?: Record<string, string | number>;
  until?: Subject;
}
export interface Waiting {
  kind: 'waiting';
  for: Subject;
}
export interface Applied<N extends Noun = Noun> {
  kind: 'applied' | 'merged' | 'conflict';
  row: Row<N>;
  rule?: string;
}
export type Outcome<N extends Noun = Noun> = Applied<N> | Refusal | Waiting;

/** Every fact of a type changes exactly one row: that of its subject. */
export interface FactRule<Body, N extends Noun> {
  noun: N;
  roles: readonly Role[];
  /** Acts of the office are decided at the office only. */
  needs(fact: Fact<Body>): Need[];
  rootOf(fact: Fact<Body>): string;
  /** The area to which its subject and all under it go; the author must cover that one too. */
  movesTo?(fact: Fact<Body>): string;
  decide(fact: Fact<Body>, world: World): Refusal | undefined;
  apply(
    current: DataOf[N] | undefined,
    fact: Fact<Body>,
    world: World,
  ): { kind: Applied['kind']; data: DataOf[N]; rule?: string } | Refusal;
}

export const refused = (rule: string, extra: Omit<Refusal, 'kind' | 'rule'> = {}): Refusal => ({ kind: 'refused', rule, ...extra });

/** Another tablet's opening of the meeting may come after what was done there. */
export const notOpened = (meetingId: string): Refusal => refused('notOpened', { until: { noun: 'ratMeeting', id: meetingId } });
