/** A refusal in words: what is wrong and what to do. */
import { showCount, showRupiah } from './kit/figures.ts';
import { rules as rulesEn } from './words/en/rules.ts';
import { rules as rulesId } from './words/id/rules.ts';
import { language } from './words/language.ts';
import { dictionary } from './words/words.ts';

export interface RefusedRule {
  rule?: string | undefined;
  field?: string | undefined;
  detail?: Record<string, string | number> | undefined;
}

const ruleWordsOf = dictionary(rulesId, rulesEn);
type Rules = typeof rulesId;

const isPlain = (rule: string): rule is { [R in keyof Rules]: Rules[R] extends string ? R : never }[keyof Rules] =>
  Object.hasOwn(rulesId, rule) && typeof rulesId[rule as keyof Rules] === 'string';

const ofBookYear = ['I2', 'I7', 'figuresMissing', 'figuresOtherYear', 'figuresTwice'] as const;
const isOfBookYear = (rule: string): rule is (typeof ofBookYear)[number] => (ofBookYear as readonly string[]).includes(rule);

/** One of a newer office has no words here yet. */
export const isKnownRule = (rule: string): boolean => rule !== 'unknown' && Object.hasOwn(rulesId, rule);

/** One or two sentences in the chosen language. */
export function ruleWords({ rule = 'unknown', detail = {} }: RefusedRule): string {
  const words = ruleWordsOf[language.value];
  const count = (name: string) => (typeof detail[name] === 'number' ? showCount(detail[name]) : String(detail[name] ?? '…'));
  const money = (name: string) => (typeof detail[name] === 'number' ? showRupiah(detail[name]) : '…');
  const year = String(detail.bookYear ?? '…');
  if (rule === 'I4' && detail.male !== undefined) return words.I4Members(count('male'), count('female'), count('total'));
  if (rule === 'I4' && detail.present !== undefined) return words.I4Presence(count('present'), count('registered'));
  if (isOfBookYear(rule)) return words[rule](year);
  if (rule === 'quorumNotReached') return words.quorumNotReached(count('present'), count('registered'));
  if (rule === 'votesAbovePresent') return words.votesAbovePresent(count('votes'), count('present'));
  if (rule === 'shuAllocation') return words.shuAllocation(money('allocated'), money('shu'));
  return isPlain(rule) ? words[rule] : words.unknown(rule);
}
