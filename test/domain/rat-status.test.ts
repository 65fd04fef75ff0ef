// Table R-S, missed years in a row and activity; cases live in test/fixtures/rat-status.txt, missed-years.txt and activity.txt.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, ratDeadline } from '../../src/domain/day.ts';
import { defaultPolicy } from '../../src/domain/policy.ts';
import {
  activityOf,
  consecutiveMissed,
  latestDueBookYear,
  type RatSubject,
  ratStatuses,
  ratStatusOf,
} from '../../src/domain/rat-status.ts';
import { casesOf } from '../support/cases.ts';
import { ratsFrom } from '../support/rats.ts';

const policy = { id: 'a policy', parameters: { ...defaultPolicy, adminDeadlineByBookYear: { '2019': null } } };
const optional = (text: string) => (text === '-' ? undefined : text);
const waiversFrom = (text: string) =>
  text === '-' ? [] : text.split(';').map((waiver) => ({ bookYear: Number(waiver.trim().slice(0, 4)), decidedOn: waiver.trim().slice(5) }));

/** The last two columns of the table. */
const consequences: Record<string, { counts: boolean; missed: string }> = {
  S1: { counts: false, missed: 'no' },
  S2: { counts: false, missed: 'no' },
  S3: { counts: true, missed: 'no' },
  S4: { counts: true, missed: 'no' },
  S5: { counts: false, missed: 'pending' },
  S6: { counts: false, missed: 'pending' },
  S7: { counts: false, missed: 'yes' },
  S8: { counts: false, missed: 'no' },
  S9: { counts: false, missed: 'no' },
  S10: { counts: false, missed: 'yes' },
};

describe('the RAT status of a book year', () => {
  const columns = [
    'row',
    'form',
    'endMonth',
    'founded',
    'dissolved',
    'rats',
    'waivers',
    'bookYear',
    'asOf',
    'status',
    'flag',
    'why',
  ] as const;
  const cases = casesOf('rat-status.txt', columns);

  test.each(cases)('$row: $bookYear as of $asOf is $status ($why)', (line) => {
    const status = ratStatusOf({
      cooperative: {
        bookYearEndMonth: Number(line.endMonth),
        legalEntityOn: optional(line.founded),
        dissolvedOn: optional(line.dissolved),
        form: line.form as RatSubject['form'],
      },
      rats: ratsFrom(line.rats),
      waivers: waiversFrom(line.waivers),
      bookYear: Number(line.bookYear),
      asOf: line.asOf,
      policy,
    });
    expect(status).toMatchObject({ row: line.row, status: line.status, bookYear: Number(line.bookYear), ...consequences[line.row] });
    expect(status.flags).toEqual(line.flag === '-' ? {} : { [line.flag]: true });
    expect('meetingId' in status).toBe(['S3', 'S4', 'S5', 'S6', 'S7'].includes(line.row));
    expect([status.policyId, status.asOf]).toEqual([policy.id, line.asOf]);
  });

  test('has cases for every row of the table, in its order', () => {
    expect([...new Set(cases.map(({ row }) => row))]).toEqual(Object.keys(consequences));
    expect([...new Set(cases.map(({ status }) => status))]).toEqual([...ratStatuses]);
  });

  test('names the meeting that decided', () => {
    const rats = ratsFrom('2015 @2016-09-01 v2016-09-02; 2015 @2016-03-01 v2016-09-03');
    const cooperative: RatSubject = { bookYearEndMonth: 12, form: 'primary' };
    expect(ratStatusOf({ cooperative, rats, waivers: [], bookYear: 2015, asOf: '2017-01-01', policy }).meetingId).toBe('rat-2');
  });

  test('is not changed by what happens later', () => {
    const day = fc.integer({ min: 0, max: 3000 }).map((days) => addDays('2013-01-01', days));
    const rat = fc.record({
      meetingId: fc.uuid(),
      bookYears: fc.constantFrom<number[]>([2014], [2015], [2015, 2014]),
      heldOn: day,
      quorumReached: fc.boolean(),
      verifiedOn: fc.option(day, { nil: undefined }),
      callNumber: fc.constantFrom<1 | 2>(1, 2),
      source: fc.constantFrom<'officer' | 'register'>('officer', 'register'),
    });
    fc.assert(
      fc.property(fc.array(rat, { maxLength: 4 }), fc.array(rat, { maxLength: 3 }), day, (rats, others, asOf) => {
        const cooperative: RatSubject = { bookYearEndMonth: 12, form: 'primary' };
        const later = others.map((other) => ({ ...other, heldOn: addDays(asOf, 1 + others.indexOf(other)) }));
        const history = { cooperative, waivers: [], asOf, policy };
        const afterwards = { ...history, rats: [...later, ...rats], waivers: [{ bookYear: 2015, decidedOn: addDays(asOf, 1) }] };
        for (const bookYear of [2014, 2015]) {
          expect(ratStatusOf({ ...afterwards, bookYear })).toEqual(ratStatusOf({ ...history, rats, bookYear }));
        }
        expect(consecutiveMissed(afterwards)).toEqual(consecutiveMissed({ ...history, rats }));
      }),
    );
  });
});

describe('the latest due book year', () => {
  test('is the one whose deadline passed last', () => {
    expect(latestDueBookYear('2016-06-30', 12)).toBe(2014);
    expect(latestDueBookYear('2016-07-01', 12)).toBe(2015);
    expect(latestDueBookYear('2015-12-31', 12)).toBe(2014);
    expect(latestDueBookYear('2016-01-01', 6)).toBe(2015);
    const day = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays('2000-01-01', days));
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 12 }), (asOf, endMonth) => {
        const bookYear = latestDueBookYear(asOf, endMonth);
        expect(ratDeadline(bookYear, endMonth) < asOf && asOf <= ratDeadline(bookYear + 1, endMonth)).toBe(true);
      }),
    );
  });
});

describe('book years missed in a row', () => {
  const columns = ['endMonth', 'founded', 'rats', 'waivers', 'asOf', 'years', 'waits', 'why'] as const;

  test.each(casesOf('missed-years.txt', columns))('as of $asOf are $years ($why)', (line) => {
    const years = line.years === '-' ? [] : line.years.split(' ').map(Number);
    const missed = consecutiveMissed({
      cooperative: { bookYearEndMonth: Number(line.endMonth), legalEntityOn: optional(line.founded), form: 'primary' },
      rats: ratsFrom(line.rats),
      waivers: waiversFrom(line.waivers),
      asOf: line.asOf,
      policy,
    });
    expect(missed).toEqual({ years, count: years.length, needsVerification: line.waits === 'yes', asOf: line.asOf, policyId: policy.id });
  });
});

describe('a cooperative', () => {
  test.each(casesOf('activity.txt', ['rats', 'businessSeenOn', 'asOf', 'status', 'shownBy', 'why']))('is $status: $why', (line) => {
    const activity = activityOf({ rats: ratsFrom(line.rats), businessSeenOn: optional(line.businessSeenOn), asOf: line.asOf, policy });
    const shownBy = line.shownBy === '-' ? [] : line.shownBy.split(' ');
    expect(activity).toEqual({ status: line.status, shownBy, asOf: line.asOf, policyId: policy.id });
  });
});
