/** One record that the office did not simply take: what it was, why, everything that was typed, and the way on. */
import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import type { OutboxFact } from '../../data/database.ts';
import { markSeen } from '../../data/outbox.ts';
import { isResolution } from '../../domain/fact-types.ts';
import type { Verdict } from '../../domain/wire.ts';
import { useApp } from '../app-context.ts';
import { factLines, factWords } from '../fact-words.ts';
import { StatusBadge, type Tone } from '../kit/badge.tsx';
import { Banner } from '../kit/banner.tsx';
import { Button, LinkButton } from '../kit/button.tsx';
import { Card, DefinitionList } from '../kit/card.tsx';
import { showMoment } from '../kit/figures.ts';
import { ruleWords } from '../rule-words.ts';
import { useWords } from '../words/words.ts';
import { againHref, takeOver } from './record-again.ts';
import { type SyncWords, syncWords } from './sync-words.ts';

export type TroubleKind = 'refused' | 'conflict' | 'waiting' | 'quarantined';

const tones: Record<TroubleKind, Tone> = { refused: 'bad', conflict: 'warn', waiting: 'info', quarantined: 'bad' };

export const isTrouble = (state: OutboxFact['state'] | undefined): state is TroubleKind =>
  state !== undefined && Object.hasOwn(tones, state);

export interface AttentionCardProps {
  held: OutboxFact;
  /** What the office said of it. */
  kind: TroubleKind;
  /** Undefined while it is being looked for, or when the tablet does not hold it. */
  cooperativeId: string | undefined;
  cooperative: string | undefined;
  /** Where the record itself stands. */
  href: string | undefined;
}

export function AttentionCard({ held, kind, cooperativeId, cooperative, href }: AttentionCardProps) {
  const words = useWords(syncWords);
  const { fact, verdict } = held;
  return (
    <Card title={factWords(fact, cooperative)} side={<StatusBadge tone={tones[kind]}>{words.kinds[kind]}</StatusBadge>}>
      <div class="stack tight">
        <p>{whyOf(kind, verdict, words)}</p>
        <p>{words.todo[kind]}</p>
        <p class="small muted">
          {words.recordedAt(showMoment(fact.at))}
          {held.sentAt !== undefined && ` · ${words.receivedAt(showMoment(held.sentAt))}`}
        </p>
        <details>
          <summary>{words.typed}</summary>
          <DefinitionList facts={factLines(fact)} />
        </details>
        <WaysOn held={held} kind={kind} cooperativeId={cooperativeId} href={href} />
      </div>
    </Card>
  );
}

function WaysOn({ held, kind, cooperativeId, href }: Omit<AttentionCardProps, 'cooperative'>) {
  const words = useWords(syncWords);
  const { db } = useApp();
  const { route } = useLocation();
  const [failed, setFailed] = useState(false);
  const { fact, deviceSeq, state } = held;
  const isDifference = kind === 'conflict' || (kind === 'refused' && isResolution(fact.type));
  const form = againHref(kind, fact, cooperativeId);

  const act = async (work: () => Promise<void>) => {
    setFailed(false);
    await work().catch(() => setFailed(true));
  };
  const again = (to: string) =>
    act(async () => {
      await takeOver(db, fact, cooperativeId ?? '', to);
      route(to);
    });

  return (
    <>
      {failed && (
        <Banner tone="bad" urgent title={words.failures.storage.title}>
          {words.failures.storage.body}
        </Banner>
      )}
      <div class="row">
        {isDifference && cooperativeId !== undefined && (
          <LinkButton look="primary" href={`/koperasi/${cooperativeId}/perbedaan`}>
            {words.decide}
          </LinkButton>
        )}
        {form && (
          <Button icon="pen" onClick={() => void again(form)}>
            {words.recordAgain}
          </Button>
        )}
        {href && <LinkButton href={href}>{words.openSubject}</LinkButton>}
        {kind !== 'waiting' && state !== 'settled' && (
          <Button look="quiet" icon="check" onClick={() => void act(() => markSeen(db, deviceSeq))}>
            {words.seen}
          </Button>
        )}
      </div>
    </>
  );
}

function whyOf(kind: TroubleKind, verdict: Verdict | undefined, words: SyncWords): string {
  if (kind === 'waiting') return words.why.waiting(words.nouns[verdict?.waitingFor?.noun ?? 'cooperative']);
  if (kind === 'conflict' && !verdict?.rule) return words.why.conflict;
  return ruleWords(verdict ?? {});
}
