// One rule, run on both sides: judges a fact against the rows it needs and folds it into the row of its subject.
import type { Fact } from './fact.ts';
import { type FactTypeName, ruleOf } from './fact-types.ts';
import { nationalIdPlace } from './national-id.ts';
import { coversArea } from './noun.ts';
import { type Need, type Outcome, refused, type World } from './world.ts';

export type KnownFact = Fact & { type: FactTypeName };

/** Every row the rule of this fact reads, its subject included. */
export function needsOf(fact: KnownFact): Need[] {
  return [{ kind: 'row', noun: fact.subject.noun, id: fact.subject.id }, ...ruleOf(fact.type).needs(fact)];
}

/** Where what a fact is about stands by now, if that is another area than when it was recorded: a cooperative can be moved. */
export function areaOfNeeds(fact: KnownFact, world: Pick<World, 'read'>): string | undefined {
  for (const need of needsOf(fact)) {
    const row = need.kind === 'row' ? world.read(need.noun, need.id) : undefined;
    if (row && row.area !== fact.area) return row.area;
  }
  return undefined;
}

/**
 * `areas` are those of the fact's author. Refused: `role` (not theirs to do), `area` (not theirs to touch), or the rule of the type;
 * `ruleFailed` where the rule itself broke, so that one fact that nobody foresaw does not hold back those behind it.
 * `nationalId`: a text holds the NIK of a person, which no record may.
 * Waiting: a row that must be there has not arrived yet.
 */
export function foldFact(fact: KnownFact, world: World, areas: readonly string[]): Outcome {
  try {
    return fold(fact, world, areas);
  } catch (error) {
    return refused(ruleFailed, { detail: { error: String(error).slice(0, 200) } });
  }
}

/** The rule of a refusal that is a fault of the program. */
export const ruleFailed = 'ruleFailed';

function fold(fact: KnownFact, world: World, areas: readonly string[]): Outcome {
  const rule = ruleOf(fact.type);
  if (!rule.roles.includes(world.author.role)) return refused('role');
  if (!coversArea(areas, fact.area)) return refused('area');
  const movesTo = rule.movesTo?.(fact);
  if (movesTo !== undefined && !coversArea(areas, movesTo)) return refused('area', { field: 'regencyCode' });
  const nationalId = nationalIdPlace(fact.body);
  if (nationalId !== undefined) return refused('nationalId', { field: nationalId });
  const { noun, id } = fact.subject;
  const current = world.read(noun, id);
  if (current && current.area !== fact.area) return refused('areaOfSubject');
  for (const need of rule.needs(fact)) {
    if (need.kind !== 'row') continue;
    const row = world.read(need.noun, need.id);
    if (!row && need.must) return { kind: 'waiting', for: { noun: need.noun, id: need.id } };
    if (row && row.area !== fact.area) return refused('areaOfSubject');
  }
  return rule.decide(fact, world) ?? refold(fact, world);
}

/** Folds without judging: what was decided once is not decided anew when rows are built again from the log. */
export function refold(fact: KnownFact, world: World): Outcome {
  const rule = ruleOf(fact.type);
  const { noun, id } = fact.subject;
  const current = world.read(noun, id);
  const folded = rule.apply(current?.data, fact, world);
  if (folded.kind === 'refused') return folded;
  const row = {
    noun,
    id,
    root: current?.root ?? rule.rootOf(fact),
    area: fact.area,
    version: (current?.version ?? 0) + 1,
    data: folded.data,
  };
  return folded.rule ? { kind: folded.kind, row, rule: folded.rule } : { kind: folded.kind, row };
}
