/** The register in the shape of the recap's question, and the recap as a table for people and for a file. */
import { businessSeenBy, type Register } from '../../data/register.ts';
import type { Day } from '../../domain/day.ts';
import { type Policy, policyAt } from '../../domain/policy.ts';
import type { RatStatusName } from '../../domain/rat-status.ts';
import { type Recap, type RecapCounts, type RecapRow, recapOf } from '../../domain/recap.ts';
import type { CsvCell } from './csv.ts';

export type RegencyLine = RecapCounts & { regencyCode: string };

/** Undefined without a policy for the day: then nobody can say who is active. */
export function registerRecap(register: Register, asOf: Day): { recap: Recap; policy: Policy } | undefined {
  const policy = policyAt(register.policies, asOf);
  if (!policy) return undefined;
  return { recap: recapOf(recapRows(register, asOf), { asOf, policy }), policy };
}

function* recapRows(register: Register, asOf: Day): Generator<RecapRow> {
  for (const entry of register.entries) {
    const { area, cooperative, rats } = entry;
    yield {
      regencyCode: area,
      cooperative,
      rats,
      waivers: cooperative.ratWaivers ?? [],
      businessSeenOn: businessSeenBy(entry, asOf),
    };
  }
}

/** Statuses that no cooperative has would be columns of zeros. */
export const statusesIn = (recap: Recap, order: readonly RatStatusName[]): RatStatusName[] =>
  order.filter((status) => recap.total.statuses[status] > 0);

/** Basis points as a plain number of percent with two decimals, in the decimal comma of the office's spreadsheets. */
const percentCell = (basisPoints: number | undefined): CsvCell =>
  basisPoints === undefined ? undefined : (basisPoints / 100).toFixed(2).replace('.', ',');

export interface RecapHeadings {
  regency: string;
  code: string;
  cooperatives: string;
  active: string;
  inactive: string;
  ratHeld: string;
  ratOfAll: string;
  ratOfActive: string;
  total: string;
  status: (status: RatStatusName) => string;
}

/** Every regency and the total as rows of a file, the statuses of the book year behind them. */
export function recapCells(recap: Recap, words: RecapHeadings, statuses: readonly RatStatusName[], nameOf: (code: string) => string) {
  const headings = [
    words.code,
    words.regency,
    words.cooperatives,
    words.active,
    words.inactive,
    words.ratHeld,
    words.ratOfAll,
    words.ratOfActive,
    ...statuses.map(words.status),
  ];
  const cellsOf = (code: string, name: string, counts: RecapCounts): CsvCell[] => [
    code,
    name,
    counts.cooperatives,
    counts.active,
    counts.inactive,
    counts.ratHeld,
    percentCell(counts.ratOfAll),
    percentCell(counts.ratOfActive),
    ...statuses.map((status) => counts.statuses[status]),
  ];
  const rows = recap.regencies.map((line) => cellsOf(line.regencyCode, nameOf(line.regencyCode), line));
  return { headings, rows: [...rows, cellsOf('', words.total, recap.total)] };
}
