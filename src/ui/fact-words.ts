/** A recorded fact in words: what it was, about which cooperative, and everything that was typed in it. */
import { isFactType } from '../domain/fact-types.ts';
import type { KnownFact } from '../domain/fold.ts';
import { type FieldLine, fieldLines, fieldName, fieldValue, lastPart, technicalFields } from './field-words.ts';
import { showCount } from './kit/figures.ts';
import { facts as factsEn } from './words/en/facts.ts';
import { facts as factsId } from './words/id/facts.ts';
import { language } from './words/language.ts';
import { dictionary } from './words/words.ts';

const factWordsOf = dictionary(factsId, factsEn);
const words = () => factWordsOf[language.value];

/** `12 tanda hadir RAT KSU Tirta Makmur`; a cooperative that is not on the tablet is said to be missing. */
export function factWords({ type }: Pick<KnownFact, 'type'>, cooperative: string | undefined, count = 1): string {
  const said = words();
  // A newer version of the app may have left facts that this one does not know.
  if (!isFactType(type)) return said.unknownType(showCount(count), String(type));
  return said.types[type](showCount(count), cooperative ?? said.unknownCooperative);
}

/** Everything that was typed, as lines of name and value; a change shows what was there before. */
export function factLines(fact: Pick<KnownFact, 'body'>): FieldLine[] {
  const body = fact.body as Record<string, unknown>;
  const { changes, decisions, ...rest } = body;
  if (Array.isArray(body.members)) {
    return [[fieldName('members'), words().membersListed(showCount(body.members.length))], ...fieldLines({ ...rest, members: undefined })];
  }
  return [...changeLines(changes), ...decisionLines(decisions), ...fieldLines(rest)];
}

function decisionLines(decisions: unknown): FieldLine[] {
  if (typeof decisions !== 'object' || decisions === null) return [];
  return Object.entries(decisions as Record<string, { to: unknown }>).map(([path, { to }]): FieldLine => {
    const field = lastPart(path);
    return [fieldName(field), words().decided(fieldValue(field, to))];
  });
}

function changeLines(changes: unknown): FieldLine[] {
  if (typeof changes !== 'object' || changes === null) return [];
  return Object.entries(changes as Record<string, { from: unknown; to: unknown }>)
    .filter(([field]) => !technicalFields.has(field))
    .map(([field, { from, to }]): FieldLine => [fieldName(field), words().changed(fieldValue(field, from), fieldValue(field, to))]);
}
