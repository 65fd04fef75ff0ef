// The office's numbers; cases live in test/fixtures/policy-*.txt.
import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { adminDeadlineOf, defaultPolicy, policyAt, policyParametersSchema, policySchema } from '../../src/domain/policy.ts';
import { casesOf } from '../support/cases.ts';

const idOf = (number: number) => `0196e3a0-0000-7000-8000-00000000000${number}`;

describe('the numbers of a policy', () => {
  const columns = ['parameter', 'value', 'why'] as const;
  const changed = (parameter: string, value: string) => ({ ...defaultPolicy, [parameter]: JSON.parse(value) });

  test('the defaults are a policy', () => {
    expect(z.parse(policyParametersSchema, defaultPolicy)).toEqual(defaultPolicy);
  });

  test('two missed years open the procedure, by the rule of the programme', () => {
    expect(defaultPolicy).toMatchObject({
      missedYearsForReprimand: 2,
      missedYearsForProposal: 2,
      minConsecutiveRat: 1,
      certValidityYears: 2,
    });
  });

  test.each(casesOf('policy-valid.txt', columns))('$parameter may be $value: $why', ({ parameter, value }) => {
    expect(defaultPolicy).toHaveProperty(parameter);
    expect(z.safeParse(policyParametersSchema, changed(parameter, value)).success).toBe(true);
  });

  test.each(casesOf('policy-invalid.txt', columns))('$parameter may not be $value: $why', ({ parameter, value }) => {
    expect(defaultPolicy).toHaveProperty(parameter);
    expect(z.safeParse(policyParametersSchema, changed(parameter, value)).success).toBe(false);
  });

  test('none may be left out', () => {
    for (const parameter of Object.keys(defaultPolicy)) {
      expect(z.safeParse(policyParametersSchema, { ...defaultPolicy, [parameter]: undefined }).success, parameter).toBe(false);
    }
  });

  test('a policy does not end before it begins', () => {
    const policy = { id: idOf(1), validFrom: '2020-01-01', parameters: defaultPolicy };
    expect(z.safeParse(policySchema, { ...policy, validTo: '2020-01-01' }).success).toBe(true);
    expect(z.safeParse(policySchema, { ...policy, validTo: '2019-12-31' }).success).toBe(false);
  });
});

describe('the policy in force', () => {
  const first = { id: idOf(1), validFrom: '2012-01-01' };
  const second = { id: idOf(2), validFrom: '2016-05-01' };

  test('on a day is the one that began last', () => {
    expect(policyAt([second, first], '2016-04-30')).toBe(first);
    expect(policyAt([second, first], '2016-05-01')).toBe(second);
    expect(policyAt([first, second], '2026-01-01')).toBe(second);
  });

  test('is none before the first began', () => {
    expect(policyAt([first, second], '2011-12-31')).toBeUndefined();
    expect(policyAt([], '2026-01-01')).toBeUndefined();
  });

  test('gives way to the older one after its last day', () => {
    const trial = { ...second, validTo: '2016-12-31' };
    expect(policyAt([first, trial], '2016-12-31')).toBe(trial);
    expect(policyAt([first, trial], '2017-01-01')).toBe(first);
  });

  test('of two from one day is the one recorded last', () => {
    const corrected = { id: idOf(3), validFrom: second.validFrom };
    expect(policyAt([corrected, second], '2016-05-01')).toBe(corrected);
    expect(policyAt([second, corrected], '2016-05-01')).toBe(corrected);
  });
});

describe('the administrative deadline', () => {
  const parameters = { ...defaultPolicy, adminDeadlineByBookYear: { '2019': null, '2020': { primary: '08-31', secondary: null } } };

  test('is the one of every year, by form', () => {
    expect(adminDeadlineOf(parameters, 2024, 'primary')).toBe('04-30');
    expect(adminDeadlineOf(parameters, 2024, 'secondary')).toBe('06-30');
  });

  test('is set apart for a book year by its circular', () => {
    expect(adminDeadlineOf(parameters, 2020, 'primary')).toBe('08-31');
    expect(adminDeadlineOf(parameters, 2020, 'secondary')).toBeNull();
    expect(adminDeadlineOf(parameters, 2019, 'primary')).toBeNull();
  });
});
