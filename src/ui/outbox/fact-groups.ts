/** Facts of one kind about one cooperative or meeting, told together: twelve marks of one roll call are one line. */
import type { FieldDatabase, OutboxFact } from '../../data/database.ts';
import { readRow } from '../../data/rows.ts';
import type { KnownFact } from '../../domain/fold.ts';

export interface FactGroup {
  key: string;
  facts: OutboxFact[];
  /** Device time of the earliest and the latest. */
  firstAt: number;
  lastAt: number;
}

/** Keeps the order in which the first fact of each group stands. */
export function groupFacts(held: readonly OutboxFact[], apart: (fact: OutboxFact) => string = () => ''): FactGroup[] {
  const groups = new Map<string, FactGroup>();
  for (const one of held) {
    const key = `${one.fact.type} ${rootOf(one.fact)} ${apart(one)}`;
    const group = groups.get(key);
    if (!group) {
      groups.set(key, { key, facts: [one], firstAt: one.fact.at, lastAt: one.fact.at });
      continue;
    }
    group.facts.push(one);
    group.firstAt = Math.min(group.firstAt, one.fact.at);
    group.lastAt = Math.max(group.lastAt, one.fact.at);
  }
  return [...groups.values()];
}

/** What the group is about: the meeting of a mark, the cooperative of figures and visits, else the subject itself. */
function rootOf({ subject, body }: KnownFact): string {
  const { meetingId, cooperativeId } = bodyIds(body);
  if (subject.noun === 'attendance') return meetingId ?? subject.id.split(':')[0] ?? subject.id;
  if (subject.noun === 'yearlyFigures') return subject.id.split(':')[0] ?? subject.id;
  return subject.noun === 'visit' ? (cooperativeId ?? subject.id) : subject.id;
}

function bodyIds(body: unknown): { meetingId?: string | undefined; cooperativeId?: string | undefined } {
  if (typeof body !== 'object' || body === null) return {};
  const { meetingId, cooperativeId, content } = body as Record<string, unknown>;
  const inside = typeof content === 'object' && content !== null ? (content as Record<string, unknown>).cooperativeId : undefined;
  const id = cooperativeId ?? inside;
  return { meetingId: typeof meetingId === 'string' ? meetingId : undefined, cooperativeId: typeof id === 'string' ? id : undefined };
}

/** The cooperative a fact is about: as its body says, or by the row of its subject. */
export async function cooperativeIdOf(db: FieldDatabase, { subject, body }: KnownFact): Promise<string | undefined> {
  if (subject.noun === 'cooperative') return subject.id;
  if (subject.noun === 'yearlyFigures') return subject.id.split(':')[0];
  const { cooperativeId, meetingId } = bodyIds(body);
  if (cooperativeId !== undefined) return cooperativeId;
  if (subject.noun === 'visit') return (await readRow(db, 'visit', subject.id))?.data.cooperativeId;
  const meeting = meetingId ?? subject.id.split(':')[0] ?? subject.id;
  return (await readRow(db, 'ratMeeting', meeting))?.data.cooperativeId;
}

/** Where the group's subject stands in the app. */
export function groupHref({ facts }: FactGroup, cooperativeId: string | undefined): string | undefined {
  const fact = facts[0]?.fact;
  if (!fact || cooperativeId === undefined) return undefined;
  const { noun, id } = fact.subject;
  const cooperative = `/koperasi/${cooperativeId}`;
  if (noun === 'visit' && facts.length === 1) return `${cooperative}/kunjungan/${id}`;
  if (noun === 'attendance') return `${cooperative}/rat/${id.split(':')[0]}/hadir`;
  if (noun === 'ratMeeting' || noun === 'roster' || noun === 'minutes') return `${cooperative}/rat/${id}`;
  return cooperative;
}
