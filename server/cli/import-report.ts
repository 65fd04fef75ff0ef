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
    ['Dibaca', report.read],
    ['  baru', report.imported],
    ['  diperbarui', report.updated],
    ['  tidak berubah', report.unchanged],
    ['  ditolak', report.rejected],
    ['Dengan peringatan', report.warned],
    ['Aktif', report.active],
    ['Tidak aktif', report.inactive],
    ['RAT dilaksanakan', report.ratHeld],
    ...(report.ratByOfficer > 0 ? [['RAT dicatat petugas', report.ratByOfficer] as [string, number]] : []),
  ];
  return [
    `Register ${regency.name} (${regency.code}) per ${formatDay(asOf)} dari ${fileName}`,
    ...(dryRun ? ['Uji coba: belum ada yang disimpan.'] : []),
    '',
    ...counts.map(([label, count]) => `${label.padEnd(20)}${count.toLocaleString('id-ID').padStart(9)}`),
    ...(unknownColumns.length > 0 ? ['', `Kolom yang tidak dibaca: ${unknownColumns.join(', ')}`] : []),
    ...issueLines(issues),
  ];
}

function issueLines(issues: ImportReport['issues']): string[] {
  if (issues.length === 0) return [];
  const shown = issues.slice(0, mostIssues);
  const title =
    shown.length < issues.length ? `Catatan (${shown.length} pertama dari ${issues.length}; semuanya dengan --json):` : 'Catatan:';
  return ['', title, ...shown.map(lineOf)];
}

function lineOf({ line, column, value, severity, message }: ImportReport['issues'][number]): string {
  const written = value.length > longestValue ? `${value.slice(0, longestValue)}…` : value;
  const place = [`baris ${line}`, ...(column ? [`kolom ${column}`] : []), ...(written ? [`"${written}"`] : [])].join(', ');
  return `  ${severity === 'rejected' ? 'DITOLAK ' : ''}${place}: ${message.id}`;
}
