/** A refusal out of a rescue file in the words of the office: what its officer is told would send the office to itself. */
import { isKnownRule, ruleWords } from '../rule-words.ts';
import { deskRules as deskEn } from '../words/en/desk-rules.ts';
import { deskRules as deskId } from '../words/id/desk-rules.ts';
import { language } from '../words/language.ts';
import { dictionary } from '../words/words.ts';

const deskWordsOf = dictionary(deskId, deskEn);
type DeskRule = Exclude<keyof typeof deskId, 'unknown'>;

const isDeskRule = (rule: string): rule is DeskRule => rule !== 'unknown' && Object.hasOwn(deskId, rule);

export function deskRuleWords(rule: string): string {
  const words = deskWordsOf[language.value];
  if (isDeskRule(rule)) return words[rule];
  return isKnownRule(rule) ? ruleWords({ rule }) : words.unknown(rule);
}
