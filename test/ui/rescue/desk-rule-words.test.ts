// Whoever takes a rescue file in is the office: no refusal may send them to it, and none speaks of their own areas or tablet.
import { afterEach, expect, test } from 'vitest';
import { deskRuleWords } from '../../../src/ui/rescue/desk-rule-words.ts';
import { rules } from '../../../src/ui/words/id/rules.ts';
import { chooseLanguage } from '../../../src/ui/words/language.ts';

afterEach(() => chooseLanguage('id'));

/** Two of the words are forms of I4, and none are of a rule that nobody knows. */
const known = Object.keys(rules).filter((rule) => !['unknown', 'I4Members', 'I4Presence'].includes(rule));

test.each([...known, 'somethingNew'])('%s is said to the office', (rule) => {
  chooseLanguage('id');
  expect(deskRuleWords(rule)).not.toMatch(/hubungi kantor|tahu kantor|minta kantor|tugas Anda|catatan Anda|tablet ini/i);
  chooseLanguage('en');
  expect(deskRuleWords(rule)).not.toMatch(/(call|tell|ask) the office\b|your (areas|role|records)|this tablet/i);
});

test('a rule that is plain to both keeps its words, and one of a newer office is named', () => {
  expect(deskRuleWords('endsBeforeStart')).toBe(rules.endsBeforeStart);
  expect(deskRuleWords('somethingNew')).toContain('"somethingNew"');
});
