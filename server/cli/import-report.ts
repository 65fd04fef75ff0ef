// The report of an import as the office reads it on a terminal.
import { formatDay } from '../../src/domain/day.ts';
import type { ImportReport } from '../store/register-import.ts';

const mostIssues = 20;
const longestValue = 60;

export function reportLines(
  report: ImportReport,
  { fileName, unknownColumns }: { fileName: string; unknownColumns: readonly string[] },
): string[] {
  const { regency, asOf, dryRun, issues } = report;
  const counts: [string, number][] = [
    ['Read', report.read],
    ['  new', report.imported],
    ['  updated', report.updated],
    ['  unchanged', report.unchanged],
    ['  rejected', report.rejected],
    ['With warnings', report.warned],
    ['Active', report.active],
    ['Inactive', report.inactive],
    ['RAT held', report.ratHeld],
    ...(report.ratByOfficer > 0 ? [['RAT by officers', report.ratByOfficer] as [string, number]] : []),
  ];
  return [
    `Register ${regency.name} (${regency.code}) as of ${formatDay(asOf, 'en')} from ${fileName}`,
    ...(dryRun ? ['A trial: nothing is stored yet.'] : []),
    '',
    ...counts.map(([label, count]) => `${label.padEnd(20)}${count.toLocaleString('en-GB').padStart(9)}`),
    ...(unknownColumns.length > 0 ? ['', `Columns that were not read: ${unknownColumns.join(', ')}`] : []),
    ...issueLines(issues),
  ];
}

function issueLines(issues: ImportReport['issues']): string[] {
  if (issues.length === 0) return [];
  const shown = issues.slice(0, mostIssues);
  const title =
    shown.length < issues.length ? `Issues (the first ${shown.length} of ${issues.length}; all of them with --json):` : 'Issues:';
  return ['', title, ...shown.map(lineOf)];
}

function lineOf({ line, column, value, severity, message }: ImportReport['issues'][number]): string {
  const written = value.length > longestValue ? `${value.slice(0, longestValue)}…` : value;
  const place = [`line ${line}`, ...(column ? [`column ${column}`] : []), ...(written ? [`"${written}"`] : [])].join(', ');
  return `  ${severity === 'rejected' ? 'REJECTED ' : ''}${place}: ${message.en}`;
}
