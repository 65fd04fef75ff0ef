// A field is asked for in the way that its schema takes it.
import { expect, test } from 'vitest';
import { valueKindOf } from '../../src/domain/value-kind.ts';

test.each([
  ['cooperative', 'name', 'text'],
  ['cooperative', 'address', 'longText'],
  ['cooperative', 'legalEntityOn', 'day'],
  ['cooperative', 'isSharia', 'yesNo'],
  ['cooperative', 'type', 'choice'],
  ['cooperative', 'bookYearEndMonth', 'choice'],
  ['cooperative', 'board', undefined],
  ['cooperative', 'geo', undefined],
  ['yearlyFigures', 'membersMale', 'count'],
  ['yearlyFigures', 'shu', 'rupiah'],
  ['visit', 'findings', 'longText'],
  ['visit', 'startedAt', undefined],
  ['visit', 'institution', undefined],
  ['ratMeeting', 'opening.registeredVoters', 'count'],
  ['ratMeeting', 'bookYears', undefined],
  ['minutes', 'plannedRevenue', 'rupiah'],
  ['minutes', 'decisions', undefined],
] as const)('%s: %s is %s', (noun, field, kind) => {
  expect(valueKindOf(noun, field)?.kind).toBe(kind);
});
