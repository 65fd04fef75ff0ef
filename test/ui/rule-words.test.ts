import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ruleWords } from '../../src/ui/rule-words.ts';
import { chooseLanguage } from '../../src/ui/words/language.ts';

const domain = new URL('../../src/domain/', import.meta.url);
const rulesOfTheDomain = [
  ...new Set(
    readdirSync(domain)
      .filter((name) => name.endsWith('.ts'))
      .flatMap((name) => [...readFileSync(new URL(name, domain), 'utf8').matchAll(/refused\('(\w+)'/g)].map(([, rule]) => rule ?? '')),
  ),
].sort();

test.each(rulesOfTheDomain)('the rule %s is said in words of both languages', (rule) => {
  for (const tongue of ['id', 'en'] as const) {
    chooseLanguage(tongue);
    expect(ruleWords({ rule })).not.toContain(`"${rule}"`);
    expect(ruleWords({ rule })).not.toMatch(/undefined|NaN/);
  }
  chooseLanguage('id');
});

test('figures stand in the words as people write them', () => {
  expect(ruleWords({ rule: 'I4', field: 'membersTotal', detail: { male: 1200, female: 40, total: 1250 } })).toMatch(
    /1\.200 .* 40 .* 1\.250/,
  );
  expect(ruleWords({ rule: 'shuAllocation', detail: { allocated: 1_000_000, shu: -5 } })).toMatch(/Rp\s1\.000\.000.*-Rp\s5|Rp\s-5/);
  expect(ruleWords({ rule: 'I7', detail: { bookYear: 2025 } })).toContain('tahun buku 2025');
});

test('a rule of a newer office is still named', () => {
  expect(ruleWords({ rule: 'somethingNew' })).toContain('"somethingNew"');
});
