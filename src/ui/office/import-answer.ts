/** What the office answers to a register file: counts that add up, what was reported by line, or why the file was not read. */
import { type RegisterColumnUse, type RegisterMapping, registerFields } from '../../domain/register-columns.ts';
import { type RegisterIssue, registerIssueSchema } from '../../domain/register-issue.ts';
import type { OfficeAnswer } from '../app-context.ts';
import type { Language } from '../words/language.ts';

export const countNames = ['read', 'imported', 'updated', 'unchanged', 'warned', 'rejected', 'active', 'inactive', 'ratHeld'] as const;
export type ImportCounts = Record<(typeof countNames)[number], number>;
export type ReportedIssue = Omit<RegisterIssue, 'code'>;

export interface ImportReport extends ImportCounts {
  issues: ReportedIssue[];
  mapping: Record<string, RegisterColumnUse>;
  unknownColumns: string[];
}

export type ImportOutcome =
  | { kind: 'report'; report: ImportReport }
  /** The file as a whole was refused; with the headings it seems to have, where that could be mended by naming columns. */
  | { kind: 'refused'; code: string | undefined; message: Record<Language, string> | undefined; headings: string[] }
  /** The office did not answer, or not as it should. */
  | { kind: 'failed'; failure: 'unreachable' | 'signedOut' | 'serverError' };

export function importOutcomeOf(answer: OfficeAnswer): ImportOutcome {
  if (answer.kind === 'answered') {
    const report = reportOf(answer.body);
    return report ? { kind: 'report', report } : { kind: 'failed', failure: 'serverError' };
  }
  if (answer.failure !== 'refused') return { kind: 'failed', failure: answer.failure };
  const { code, message, headings } = recordOf(answer.body);
  return {
    kind: 'refused',
    code: typeof code === 'string' ? code : undefined,
    message: wordsOf(message),
    headings: Array.isArray(headings) ? headings.filter((heading) => typeof heading === 'string' && heading.trim() !== '') : [],
  };
}

function reportOf(body: unknown): ImportReport | undefined {
  const record = recordOf(body);
  const counts: Partial<ImportCounts> = {};
  for (const name of countNames) {
    const count = record[name];
    if (typeof count !== 'number') return undefined;
    counts[name] = count;
  }
  const issues = Array.isArray(record.issues) ? record.issues.filter((issue) => registerIssueSchema.safeParse(issue).success) : [];
  return {
    ...(counts as ImportCounts),
    issues: issues as ReportedIssue[],
    mapping: mappingFrom(record.mapping),
    unknownColumns: Array.isArray(record.unknownColumns) ? record.unknownColumns.filter((column) => typeof column === 'string') : [],
  };
}

const isUse = (use: unknown): use is RegisterColumnUse => use === 'ignored' || (registerFields as readonly unknown[]).includes(use);

const mappingFrom = (mapping: unknown): Record<string, RegisterColumnUse> =>
  Object.fromEntries(Object.entries(recordOf(mapping)).filter((pair): pair is [string, RegisterColumnUse] => isUse(pair[1])));

const recordOf = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};

function wordsOf(message: unknown): Record<Language, string> | undefined {
  const { id, en } = recordOf(message);
  return typeof id === 'string' && typeof en === 'string' ? { id, en } : undefined;
}

/** Whether every row that was read is accounted for. */
export const addsUp = ({ read, imported, updated, unchanged, rejected }: ImportCounts): boolean =>
  read === imported + updated + unchanged + rejected;

export interface ImportWish {
  regency: string;
  asOf: string;
  fileName: string;
  dryRun: boolean;
  /** Only what a person changed; the rest the office recognises by itself. */
  mapping: RegisterMapping;
}

export function importPath({ regency, asOf, fileName, dryRun, mapping }: ImportWish): string {
  const query = new URLSearchParams({ regency, asOf, fileName });
  if (dryRun) query.set('dryRun', '1');
  if (Object.keys(mapping).length > 0) query.set('mapping', JSON.stringify(mapping));
  return `/api/imports?${query}`;
}

/** Every column of the file with what it is read as, those that are not recognised first. */
export function columnsOf(
  report: Pick<ImportReport, 'mapping' | 'unknownColumns'>,
): { heading: string; use: RegisterColumnUse | undefined }[] {
  return [
    ...report.unknownColumns.map((heading) => ({ heading, use: undefined })),
    ...Object.entries(report.mapping).map(([heading, use]) => ({ heading, use })),
  ];
}

export const shownIssues = 200;
