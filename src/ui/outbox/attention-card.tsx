/** One record that the office did not simply take: what it was, why, what to do, and everything that was typed. */
import type { OutboxFact } from '../../data/database.ts';
import type { Verdict } from '../../domain/wire.ts';
import { factLines, factWords } from '../fact-words.ts';
import { StatusBadge, type Tone } from '../kit/badge.tsx';
import { LinkButton } from '../kit/button.tsx';
import { Card, DefinitionList } from '../kit/card.tsx';
import { showMoment } from '../kit/figures.ts';
import { ruleWords } from '../rule-words.ts';
import { useWords } from '../words/words.ts';
import { type SyncWords, syncWords } from './sync-words.ts';

export type TroubleKind = 'refused' | 'conflict' | 'waiting' | 'quarantined';

const tones: Record<TroubleKind, Tone> = { refused: 'bad', conflict: 'warn', waiting: 'info', quarantined: 'bad' };

export const isTrouble = (state: OutboxFact['state']): state is TroubleKind => Object.hasOwn(tones, state);

export interface AttentionCardProps {
  held: OutboxFact & { state: TroubleKind };
  cooperative: string | undefined;
  href: string | undefined;
}

export function AttentionCard({ held, cooperative, href }: AttentionCardProps) {
  const words = useWords(syncWords);
  const { state, fact, verdict } = held;
  return (
    <Card title={factWords(fact, cooperative)} side={<StatusBadge tone={tones[state]}>{words.kinds[state]}</StatusBadge>}>
      <div class="stack tight">
        <p>{whyOf(state, verdict, words)}</p>
        <p>{words.todo[state]}</p>
        <p class="small muted">
          {words.recordedAt(showMoment(fact.at))}
          {held.sentAt !== undefined && ` · ${words.receivedAt(showMoment(held.sentAt))}`}
        </p>
        <details>
          <summary>{words.typed}</summary>
          <DefinitionList facts={factLines(fact)} />
        </details>
        {href && (
          <p>
            <LinkButton href={href}>{words.openSubject}</LinkButton>
          </p>
        )}
      </div>
    </Card>
  );
}

function whyOf(state: TroubleKind, verdict: Verdict | undefined, words: SyncWords): string {
  if (state === 'waiting') return words.why.waiting(words.nouns[verdict?.waitingFor?.noun ?? 'cooperative']);
  if (state === 'conflict' && !verdict?.rule) return words.why.conflict;
  return ruleWords(verdict ?? {});
}
