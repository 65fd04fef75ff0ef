// What keeps minutes from being sealed; cases live in test/fixtures/minutes-refusals.txt.
import { describe, expect, test } from 'vitest';
import { type MinutesContent, type SignatureRole, unreadablePlaces } from '../../src/domain/minutes.ts';
import { contentProblems, neededSignatures, quorumOfMinutes, resultOf, shuToShare } from '../../src/domain/minutes-check.ts';
import { casesOf } from '../support/cases.ts';
import { neededSigned, sealableContent, signatureOf } from '../support/minutes.ts';
import { today } from '../support/world.ts';

type Laid = { [key: string]: unknown };

function laidOver(former: Laid, change: Laid): Laid {
  const next = { ...former };
  for (const [key, value] of Object.entries(change)) {
    const held = next[key];
    if (value === null) delete next[key];
    else if (typeof value === 'object' && !Array.isArray(value) && typeof held === 'object')
      next[key] = laidOver({ ...held }, { ...value });
    else next[key] = value;
  }
  return next;
}

const spoilt = (change: string): MinutesContent => laidOver(sealableContent, JSON.parse(change)) as MinutesContent;
const problemsOf = (content: MinutesContent, signed = neededSigned) => contentProblems(content, signed, 12, { now: today });
const secondCall = { callNumber: 2, quorumRule: { num: 1, den: 5, strict: false } } as const;
const few = { voters: 21, male: 10, female: 11, inPerson: 21, online: 0, delegate: 0, others: 0 };

describe('minutes', () => {
  test('that keep every invariant may be sealed', () => {
    expect(problemsOf(sealableContent)).toEqual([]);
    expect(unreadablePlaces(sealableContent)).toEqual([]);
  });

  const cases = casesOf('minutes-refusals.txt', ['invariant', 'change', 'rule', 'field', 'why']);
  test.each(cases)('$invariant keeps them from being sealed: $why', ({ change, rule, field }) => {
    expect(problemsOf(spoilt(change))[0]).toMatchObject({ kind: 'refused', rule, field });
  });

  test.each(neededSignatures)('are not sealed without the signature of the %s', (role) => {
    const without = neededSigned.filter((signature) => signature.role !== role);
    const refusal = { rule: 'signatureMissing', field: `signatures.${role}`, detail: { role } };
    expect(problemsOf(sealableContent, without)).toMatchObject([refusal]);
    expect(problemsOf(sealableContent, [...without, { ...signatureOf(role), strokes: [] }])).toMatchObject([refusal]);
  });

  test('are sealed without the signature of who need not be there', () => {
    const optional: SignatureRole[] = ['supervisorChair', 'officeWitness'];
    expect(problemsOf(sealableContent, [...neededSigned, ...optional.map(signatureOf)])).toEqual([]);
  });

  test('may leave blank what nobody knows', () => {
    expect(problemsOf(spoilt('{"ratified":[{"bookYear":2025,"figures":{"assets":0}}],"shuAllocation":null}'))).toEqual([]);
    expect(problemsOf(spoilt('{"presence":{"male":12,"female":12}}'))).toEqual([]);
  });

  test('of an extraordinary meeting need not ratify the account of a year', () => {
    const content = spoilt('{"ratified":[],"shuAllocation":null}');
    expect(problemsOf({ ...content, kind: 'ralb' })).toEqual([]);
    expect(problemsOf({ ...content, kind: 'rat' })).toMatchObject([{ rule: 'figuresMissing' }]);
  });

  test('name every problem at once, in the order of the form', () => {
    const content = spoilt('{"heldOn":"2025-12-30","endedAt":0,"quorumReached":false,"elected":[]}');
    expect(problemsOf(content, []).map(({ rule }) => rule)).toEqual([
      'I7',
      'quorumNotReached',
      'endsBeforeStart',
      ...neededSignatures.map(() => 'signatureMissing'),
    ]);
  });

  test('with a text too long for the office are noticed before they are sealed', () => {
    expect(unreadablePlaces({ ...sealableContent, place: '' })).toEqual(['place']);
    expect(unreadablePlaces({ ...sealableContent, number: 'x'.repeat(121) })).toEqual(['number']);
  });
});

describe('a second call', () => {
  test('after a first on record is valid with a fifth and decides by two thirds', () => {
    const content = { ...sealableContent, ...secondCall, firstCallNotReached: true, presence: few };
    expect(quorumOfMinutes(content)).toMatchObject({ kind: 'reached', row: 'Q5', judgedAsCall: 2 });
    expect(resultOf({ agendaKey: 'other', text: 'Suara', method: 'vote', yes: 14, no: 7 }, content)).toEqual({
      kind: 'adopted',
      needed: 14,
    });
  });

  test('without a first on record is judged, and decides, as a first', () => {
    const content = { ...sealableContent, ...secondCall };
    expect(quorumOfMinutes(content)).toMatchObject({ kind: 'reached', row: 'Q6', judgedAsCall: 1, warning: 'secondCallWithoutFirst' });
    expect(resultOf({ agendaKey: 'other', text: 'Suara', method: 'vote', yes: 31, no: 29 }, content)).toEqual({
      kind: 'adopted',
      needed: 31,
    });
  });
});

describe('the SHU to share', () => {
  const year = (shu: number | undefined) => ({ figures: { shu } });
  test('is that of every ratified year together', () => {
    expect(shuToShare([year(10), year(5)])).toBe(15);
  });
  test('is not lessened by the loss of another year', () => {
    expect(shuToShare([year(10), year(-5)])).toBe(10);
    expect(shuToShare([year(-5)])).toBe(0);
  });
  test('is unknown while one of the years is blank', () => {
    expect(shuToShare([year(10), year(undefined)])).toBeUndefined();
    expect(shuToShare([])).toBeUndefined();
  });
});
