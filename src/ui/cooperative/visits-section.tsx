/** The visits to a cooperative, latest first. */
import { useState } from 'preact/hooks';
import type { Row } from '../../domain/world.ts';
import { fieldValue } from '../field-words.ts';
import { Button } from '../kit/button.tsx';
import { Section } from '../kit/card.tsx';
import { showCount, showDay } from '../kit/figures.ts';
import { Item, List } from '../kit/list.tsx';
import { useWords } from '../words/words.ts';
import { cooperativeWords } from './cooperative-words.ts';

export interface VisitsSectionProps {
  visits: readonly Row<'visit'>[];
  officers: ReadonlyMap<string, string>;
}

const visitsAtFirst = 6;

export function VisitsSection({ visits, officers }: VisitsSectionProps) {
  const words = useWords(cooperativeWords);
  const [all, setAll] = useState(false);
  const latestFirst = [...visits].sort((one, other) => (one.data.visitedOn < other.data.visitedOn ? 1 : -1));
  const shown = all ? latestFirst : latestFirst.slice(0, visitsAtFirst);
  return (
    <Section title={words.visits} side={visits.length > 0 && showCount(visits.length)}>
      {visits.length === 0 ? (
        <p class="muted">{words.visitsNone}</p>
      ) : (
        <List rows={shown} keyOf={({ id }) => id} label={words.visits}>
          {({ id, data }) => (
            <Item
              href={`/koperasi/${data.cooperativeId}/kunjungan/${id}`}
              title={`${showDay(data.visitedOn)} · ${fieldValue('purpose', data.purpose)}`}
              detail={[officers.get(data.recordedBy), data.findings?.slice(0, 120)].filter(Boolean).join(' · ')}
            />
          )}
        </List>
      )}
      {latestFirst.length > shown.length && (
        <p>
          <Button onClick={() => setAll(true)}>{words.more(showCount(latestFirst.length - shown.length))}</Button>
        </p>
      )}
    </Section>
  );
}
