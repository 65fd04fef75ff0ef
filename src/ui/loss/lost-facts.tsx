/** Facts that are gone, told one kind and cooperative a line, with their numbers for the office. */
import { countOf, type NotedFacts } from '../../data/loss.ts';
import type { Stretch } from '../../domain/missing-facts.ts';
import { factWords } from '../fact-words.ts';
import { showCount, showMoment } from '../kit/figures.ts';
import { Item, List } from '../kit/list.tsx';
import { useWords } from '../words/words.ts';
import { lossWords } from './loss-words.ts';

export function LostFacts({ facts }: { facts: readonly NotedFacts[] }) {
  const words = useWords(lossWords);
  return (
    <List rows={facts} keyOf={({ numbers }) => String(numbers[0]?.from)} label={words.list}>
      {(noted) => (
        <Item
          title={factWords({ type: noted.type as never }, noted.cooperative, countOf(noted))}
          detail={`${recordedAt(noted, words)} · ${words.numbers(numbersOf(noted.numbers))}`}
        />
      )}
    </List>
  );
}

export const numbersOf = (stretches: readonly Stretch[]): string => stretches.map(stretch).join(', ');

const stretch = ({ from, to }: Stretch): string => (from === to ? showCount(from) : `${showCount(from)}–${showCount(to)}`);

function recordedAt({ firstAt, lastAt }: NotedFacts, words: { recordedAt: (first: string, last?: string) => string }): string {
  const [first, last] = [showMoment(firstAt), showMoment(lastAt)];
  return first === last ? words.recordedAt(first) : words.recordedAt(first, last);
}
