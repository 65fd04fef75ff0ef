import { describe, expect, test } from 'vitest';
import { isLate, partOf, problemsOf } from '../../../src/ui/visit/visit-checks.ts';
import { draftOf, emptyDraft, type VisitDraft, type VisitFields } from '../../../src/ui/visit/visit-draft.ts';

/** 6 July 2026, 10.00 WITA. */
const now = Date.UTC(2026, 6, 6, 2);
const world = { cooperative: { legalStatus: 'active', bookYearEndMonth: 12 }, ended: 2025, now } as const;
const dissolved = { ...world, cooperative: { ...world.cooperative, legalStatus: 'dissolved' } } as const;
const typed = (fields: Partial<VisitDraft>): VisitDraft => ({ ...emptyDraft(), purpose: 'monitoring', visitedOn: '2026-07-06', ...fields });
const said = (draft: VisitDraft, where: Parameters<typeof problemsOf>[1] = world) =>
  problemsOf(draft, where).map(({ field, check }) => `${field} ${check}`);
const stroke = [0, 0, 5000, 2000, 9000, 100];

describe('before a visit is finished', () => {
  test('a purpose and a day are enough', () => {
    expect(said(typed({}))).toEqual([]);
  });

  test.each<[string, Partial<VisitDraft>]>([
    ['purpose purposeMissing', { purpose: undefined }],
    ['visitedOn dayMissing', { visitedOn: undefined }],
    ['visitedOn futureDay', { visitedOn: '2026-07-08' }],
    ['endTime endsBeforeStart', { startTime: '10:00', endTime: '09:59' }],
    ['personsMet.a.name nameMissing', { personsMet: [{ key: 'a', position: 'Ketua' }] }],
    ['actions.a.text actionTextMissing', { actions: [{ key: 'a', person: 'Bendahara' }] }],
    ['actions.a.dueOn beforeVisit', { actions: [{ key: 'a', text: 'Menyusun LPJ', dueOn: '2026-07-05' }] }],
    ['lettersHandedOver.a.subject letterSubjectMissing', { lettersHandedOver: [{ key: 'a', number: '12' }] }],
    ['nextVisitOn beforeVisit', { nextVisitOn: '2026-07-01' }],
    ['institution.plannedRatOn beforeVisit', { institution: { plannedRatOn: '2026-01-01' } }],
    ['institution.bylawsOn afterVisit', { institution: { bylawsOn: '2027-01-01' } }],
    ['institution.lastRatOn afterVisit', { institution: { lastRatOn: '2026-07-07' } }],
    ['institution.lastRatOn ratBeforeBookYearEnd', { institution: { lastRatOn: '2025-12-30', lastRatBookYear: 2025 } }],
    ['institution.activeMembers activeAboveMembers', { institution: { membersMale: 5, membersFemale: 5, activeMembers: 11 } }],
    ['institution.noRatWords noRatWordsMissing', { institution: { noRatReason: 'other' } }],
    ['finance.bookYear bookYearMissing', { finance: { assets: 0 } }],
    ['counterpartName signerNameMissing', { counterpartSignature: [stroke] }],
    ['officerSignature signatureTooShort', { officerSignature: [[1, 1, 5, 5]] }],
    ['findings unusable', { findings: 'a'.repeat(4001) }],
    ['actions.b.text unusable', { actions: [{ key: 'a' }, { key: 'b', text: 'a'.repeat(501) }] }],
  ])('%s', (problem, fields) => {
    expect(said(typed(fields))).toEqual([problem]);
  });

  test('a day is left for a wrong clock', () => {
    expect(said(typed({ visitedOn: '2026-07-07' }))).toEqual([]);
  });

  test('a RAT on the last day of its book year is possible', () => {
    expect(said(typed({ institution: { lastRatOn: '2025-12-31', lastRatBookYear: 2025 } }))).toEqual([]);
  });

  test('rows in which nothing was typed are no problem', () => {
    expect(said(typed({ actions: [{ key: 'a', text: ' ' }], personsMet: [{ key: 'b' }] }))).toEqual([]);
  });

  test('a dissolved cooperative is visited only to wind it up', () => {
    expect(said(typed({}), dissolved)).toEqual(['purpose I10']);
    expect(said(typed({ purpose: 'liquidation' }), dissolved)).toEqual([]);
  });
});

describe('before an amendment is saved', () => {
  const of: VisitFields = { purpose: 'monitoring', visitedOn: '2026-07-06', findings: 'Lama' };
  const amending = (fields: Partial<VisitDraft>, reason = 'Salah ketik'): VisitDraft => ({
    ...draftOf(of),
    ...fields,
    amendment: { of, reason },
  });

  test('it needs a reason and a change', () => {
    expect(said(amending({ findings: 'Baru' }))).toEqual([]);
    expect(said(amending({ findings: 'Baru' }, ' '))).toEqual(['reason reasonMissing']);
    expect(said(amending({}))).toEqual(['reason nothingChanged']);
  });

  test('a visit made before the dissolution can still be corrected, but not given another purpose', () => {
    expect(said(amending({ findings: 'Baru' }), dissolved)).toEqual([]);
    expect(said(amending({ purpose: 'health' }), dissolved)).toEqual(['purpose I10']);
  });
});

test('what is missing is said at the end, what is wrong at once', () => {
  expect(isLate('purposeMissing')).toBe(true);
  expect(isLate('nothingChanged')).toBe(true);
  expect(isLate('futureDay')).toBe(false);
});

test.each([
  ['purpose', undefined],
  ['personsMet.a.name', undefined],
  ['existence.addressFound', 'existence'],
  ['finance.bookYear', 'finance'],
  ['actions.a.dueOn', 'findings'],
  ['counterpartName', 'closing'],
  ['officerSignature', 'closing'],
] as const)('%s stands in part %s', (field, part) => {
  expect(partOf(field)).toBe(part);
});
