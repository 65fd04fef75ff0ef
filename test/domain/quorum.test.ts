// Table R-Q; cases live in test/fixtures/quorum*.txt and decisions.txt.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import {
  type CallNumber,
  decisionAdopted,
  type QuorumRule,
  quorumOf,
  quorumRuleOf,
  quorumRuleSchema,
  tableRules,
} from '../../src/domain/quorum.ts';
import { casesOf } from '../support/cases.ts';
import { ruleFrom } from '../support/rules.ts';

const optional = <T>(text: string, read: (text: string) => T) => (text === '-' ? undefined : read(text));
const rules = fc
  .record({ num: fc.integer({ min: 0, max: 12 }), den: fc.integer({ min: 1, max: 12 }), strict: fc.boolean() })
  .filter((rule) => z.safeParse(quorumRuleSchema, rule).success);
const meetsShare = (count: number, total: number, { num, den, strict }: QuorumRule) =>
  strict ? BigInt(count) * BigInt(den) > BigInt(total) * BigInt(num) : BigInt(count) * BigInt(den) >= BigInt(total) * BigInt(num);

describe('a share of the voters', () => {
  test.each(casesOf('quorum-rule-valid.txt', ['rule', 'why']))('may be $rule: $why', ({ rule }) => {
    expect(z.safeParse(quorumRuleSchema, ruleFrom(rule)).success).toBe(true);
  });

  test.each(casesOf('quorum-rule-invalid.txt', ['rule', 'why']))('may not be $rule: $why', ({ rule }) => {
    expect(z.safeParse(quorumRuleSchema, ruleFrom(rule)).success).toBe(false);
  });
});

describe('the quorum', () => {
  const columns = ['row', 'registered', 'present', 'call', 'first', 'rule', 'firstCallRule', 'result', 'needed', 'why'] as const;
  const cases = casesOf('quorum.txt', columns);

  test.each(cases)('$row: $present of $registered at call $call is $result ($why)', (line) => {
    const quorum = quorumOf({
      registeredVoters: optional(line.registered, Number),
      present: Number(line.present),
      callNumber: Number(line.call) as CallNumber,
      firstCallNotReached: line.first === 'yes',
      rule: ruleFrom(line.rule),
      firstCallRule: optional(line.firstCallRule, ruleFrom),
    });
    expect(quorum).toMatchObject({ kind: line.result, row: line.row });
    expect('needed' in quorum ? quorum.needed : undefined).toBe(optional(line.needed, Number));
    expect('warning' in quorum).toBe(line.row === 'Q6');
    if ('judgedAsCall' in quorum) expect(quorum.judgedAsCall).toBe(line.row === 'Q5' ? 2 : 1);
  });

  test('has a case for every row of the table', () => {
    expect(new Set(cases.map(({ row }) => row))).toEqual(new Set(['Q1', 'Q2', 'Q3', 'Q4', 'Q5', 'Q6']));
  });

  test('needs the fewest voters that meet the share, and never more than there are', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1_000_000 }),
        rules,
        fc.constantFrom<CallNumber>(1, 2),
        (registeredVoters, rule, callNumber) => {
          const quorum = quorumOf({ registeredVoters, present: 0, callNumber, firstCallNotReached: true, rule });
          if (!('needed' in quorum)) throw new Error(quorum.kind);
          expect(meetsShare(quorum.needed, registeredVoters, rule)).toBe(true);
          expect(meetsShare(quorum.needed - 1, registeredVoters, rule)).toBe(false);
          expect(quorum.needed).toBeGreaterThan(0);
          expect(quorum.needed).toBeLessThanOrEqual(registeredVoters);
        },
      ),
    );
  });

  test('once reached is not lost by another voter coming in', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 0, max: 500 }), rules, (registeredVoters, present, rule) => {
        const at = (count: number) => quorumOf({ registeredVoters, present: count, callNumber: 1, firstCallNotReached: false, rule }).kind;
        if (at(present) === 'reached' && present < registeredVoters) expect(at(present + 1)).toBe('reached');
      }),
    );
  });
});

describe('the rule that a meeting freezes', () => {
  const fifth = { num: 1, den: 5, strict: false };
  const twoThirds = { num: 2, den: 3, strict: false };

  test('is that of the bylaws', () => {
    expect(quorumRuleOf(1, { firstCall: twoThirds }, tableRules)).toEqual({ rule: twoThirds, source: 'bylaws' });
  });

  test('is that of the policy where the bylaws are silent', () => {
    expect(quorumRuleOf(2, { firstCall: twoThirds }, tableRules)).toEqual({ rule: fifth, source: 'policy' });
    expect(quorumRuleOf(1, undefined, tableRules)).toEqual({ rule: tableRules.firstCall, source: 'policy' });
  });
});

describe('a decision', () => {
  const columns = ['row', 'method', 'yes', 'no', 'abstain', 'present', 'call', 'rule', 'result', 'needed', 'why'] as const;

  test.each(casesOf('decisions.txt', columns))('$row: $yes for, $no against of $present is $result ($why)', (line) => {
    const decision = decisionAdopted({
      method: line.method as 'consensus' | 'vote',
      yes: Number(line.yes),
      no: Number(line.no),
      abstain: Number(line.abstain),
      presentVoting: Number(line.present),
      callNumber: Number(line.call) as CallNumber,
      rule: optional(line.rule, ruleFrom),
    });
    expect(decision.kind).toBe(line.result);
    expect('needed' in decision ? decision.needed : undefined).toBe(optional(line.needed, Number));
  });
});
