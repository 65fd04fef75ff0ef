/** The acts by which figures seen at a visit join the cooperative's figures of that book year, under the source `visit`. */
import type { Act } from '../../data/record.ts';
import { changesBetween } from '../../domain/change.ts';
import type { VisitBody } from '../../domain/visit.ts';
import { type Figures, figuresIdOf, type YearlyFigures } from '../../domain/yearly-figures.ts';

export interface FiguresWish {
  cooperativeId: string;
  area: string;
  after: Pick<VisitBody, 'institution' | 'finance'>;
  /** What the visit said before it was amended. */
  before?: Pick<VisitBody, 'institution' | 'finance'> | undefined;
  /** What visits have already said of the cooperative's book years. */
  held: readonly YearlyFigures[];
}

const seenFigures = ['membersMale', 'membersFemale', 'assets', 'ownCapital', 'externalCapital', 'businessVolume', 'shu'] as const;
type SeenFigures = Pick<Figures, (typeof seenFigures)[number]>;

/** The figures of a visit with the book year they belong to; members alone do not tell their year, and stay in the visit. */
export function figuresSeen(visit: FiguresWish['after']): { bookYear: number; figures: SeenFigures } | undefined {
  const { bookYear } = visit.finance ?? {};
  if (bookYear === undefined) return undefined;
  const all: SeenFigures = { ...visit.institution, ...visit.finance };
  const figures: SeenFigures = {};
  for (const name of seenFigures) if (all[name] !== undefined) figures[name] = all[name];
  return Object.keys(figures).length > 0 ? { bookYear, figures } : undefined;
}

/** One act a book year at the most; none when the figures already stand there. */
export function figuresActs(wish: FiguresWish): Act[] {
  const after = figuresSeen(wish.after);
  const before = wish.before && figuresSeen(wish.before);
  const years = new Set([after, before].flatMap((seen) => seen?.bookYear ?? []));
  return [...years].flatMap((bookYear) => actOfYear(wish, bookYear, of(bookYear, before), of(bookYear, after)));
}

type Seen = ReturnType<typeof figuresSeen>;
const of = (bookYear: number, seen: Seen): SeenFigures => (seen?.bookYear === bookYear ? seen.figures : {});

function actOfYear({ cooperativeId, area, held }: FiguresWish, bookYear: number, before: SeenFigures, after: SeenFigures): Act[] {
  const id = figuresIdOf(cooperativeId, bookYear, 'visit');
  const current = held.find((row) => row.bookYear === bookYear && row.source === 'visit');
  const next: Figures = { ...current };
  for (const name of seenFigures) {
    if (after[name] === before[name]) continue;
    if (after[name] !== undefined) next[name] = after[name];
    // What the visit no longer says goes, unless somebody has put another figure there since.
    else if (next[name] === before[name]) next[name] = undefined;
  }
  if (next.membersMale !== current?.membersMale || next.membersFemale !== current?.membersFemale) next.membersTotal = totalOf(next);
  const names = [...seenFigures, 'membersTotal'] as const;
  if (!current) {
    const figures: Figures = Object.fromEntries(names.map((name) => [name, next[name]]).filter(([, value]) => value !== undefined));
    if (Object.keys(figures).length === 0) return [];
    return [{ type: 'figuresRecorded', id, area, body: { cooperativeId, bookYear, source: 'visit', ...figures } }];
  }
  const changes = changesBetween(current, next, names);
  return changes ? [{ type: 'figuresChanged', id, area, body: { changes } }] : [];
}

const totalOf = ({ membersMale, membersFemale }: Figures): number | undefined =>
  membersMale === undefined || membersFemale === undefined ? undefined : membersMale + membersFemale;

export interface KnownFigure {
  value: number;
  bookYear: number;
  source: YearlyFigures['source'];
}

// What a meeting ratified says more than what an officer was told.
const trust: readonly YearlyFigures['source'][] = ['rat', 'ods', 'register', 'visit', 'oral'];

/** The latest figure on record, from the most trusted source of that year. */
export function lastKnown(rows: readonly YearlyFigures[], name: keyof Figures): KnownFigure | undefined {
  let best: KnownFigure | undefined;
  for (const { bookYear, source, [name]: value } of rows) {
    if (value === undefined) continue;
    const later = !best || bookYear > best.bookYear || (bookYear === best.bookYear && trust.indexOf(source) < trust.indexOf(best.source));
    if (later) best = { value, bookYear, source };
  }
  return best;
}
