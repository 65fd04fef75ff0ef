import { expect, test } from 'vitest';
import { addsUp, columnsOf, importOutcomeOf, importPath } from '../../../src/ui/office/import-answer.ts';

const counts = { read: 150, imported: 140, updated: 4, unchanged: 3, warned: 12, rejected: 3, active: 102, inactive: 48, ratHeld: 64 };
const issue = {
  line: 7,
  column: 'tglrat',
  value: '31/02/2015',
  severity: 'warning',
  code: 'noSuchDay',
  message: { id: 'Tidak ada.', en: 'No such day.' },
};
const body = { ...counts, issues: [issue], mapping: { nmkop: 'name', idkop: 'ignored' }, unknownColumns: ['Catatan'] };

test('the report of a file holds its counts, its issues and what its columns are read as', () => {
  const outcome = importOutcomeOf({ kind: 'answered', body });
  expect(outcome).toMatchObject({ kind: 'report', report: { ...counts, issues: [issue] } });
  if (outcome.kind !== 'report') throw new Error('a report');
  expect(columnsOf(outcome.report)).toEqual([
    { heading: 'Catatan', use: undefined },
    { heading: 'nmkop', use: 'name' },
    { heading: 'idkop', use: 'ignored' },
  ]);
});

test('every row is accounted for, or the report is not believed', () => {
  expect(addsUp(counts)).toBe(true);
  expect(addsUp({ ...counts, rejected: 2 })).toBe(false);
});

test('a refused file says why in both languages, and names the headings it seems to have', () => {
  const message = { id: 'Judul kolom tidak dikenali.', en: 'No heading was recognised.' };
  expect(
    importOutcomeOf({
      kind: 'failed',
      failure: 'refused',
      body: { code: 'headingNotFound', message, headings: ['Sebutan', '', 3, 'Alamat'] },
    }),
  ).toEqual({ kind: 'refused', code: 'headingNotFound', message, headings: ['Sebutan', 'Alamat'] });
  expect(importOutcomeOf({ kind: 'failed', failure: 'refused' })).toEqual({
    kind: 'refused',
    code: undefined,
    message: undefined,
    headings: [],
  });
});

test('an office that is away or answers something else has imported nothing that we know of', () => {
  expect(importOutcomeOf({ kind: 'failed', failure: 'unreachable' })).toEqual({ kind: 'failed', failure: 'unreachable' });
  expect(importOutcomeOf({ kind: 'answered', body: 'hello' })).toEqual({ kind: 'failed', failure: 'serverError' });
  expect(importOutcomeOf({ kind: 'answered', body: { ...body, read: '150' } })).toEqual({ kind: 'failed', failure: 'serverError' });
});

test('what cannot be read of a report is left out, not shown broken', () => {
  const outcome = importOutcomeOf({ kind: 'answered', body: { ...body, issues: [issue, { line: 'x' }], mapping: { nmkop: 'weather' } } });
  expect(outcome).toMatchObject({ report: { issues: [issue], mapping: {} } });
});

test('the address carries the place, the day, and only the columns a person changed', () => {
  const wish = { regency: '64.02', asOf: '2026-04-30', fileName: 'register & baru.csv', dryRun: true, mapping: {} };
  expect(importPath(wish)).toBe('/api/imports?regency=64.02&asOf=2026-04-30&fileName=register+%26+baru.csv&dryRun=1');
  const query = new URL(importPath({ ...wish, dryRun: false, mapping: { Catatan: 'ignored' } }), 'http://office').searchParams;
  expect(query.has('dryRun')).toBe(false);
  expect(JSON.parse(query.get('mapping') ?? '')).toEqual({ Catatan: 'ignored' });
});
