/** What the office does not have yet, and what it did not take. */
import { useState } from 'preact/hooks';
import type { OutboxCounts } from '../../data/outbox.ts';
import { useApp } from '../app-context.ts';
import { Banner } from '../kit/banner.tsx';
import { Button, LinkButton } from '../kit/button.tsx';
import { Section } from '../kit/card.tsx';
import { showCount } from '../kit/figures.ts';
import { useWords } from '../words/words.ts';
import { todayWords } from './today-words.ts';

export const troubleOf = ({ refused, conflict, quarantined }: OutboxCounts): number => refused + conflict + quarantined;

export function AttentionNotice({ count }: { count: number }) {
  const words = useWords(todayWords).attention;
  if (count === 0) return null;
  return (
    <Banner tone="bad" title={words.title(showCount(count))} actions={<LinkButton href="/sinkron">{words.act}</LinkButton>}>
      {words.body}
    </Banner>
  );
}

/** Before the office had it, the browser threw the tablet's storage away. */
export function LostNotice({ count }: { count: number }) {
  const { attention, lost } = useWords(todayWords);
  return <Banner tone="bad" title={lost(showCount(count))} actions={<LinkButton href="/sinkron">{attention.act}</LinkButton>} />;
}

export function UnsentSection({ counts }: { counts: OutboxCounts }) {
  const words = useWords(todayWords);
  const { syncNow } = useApp();
  const [sending, setSending] = useState(false);
  if (counts.unsent === 0) return null;
  const send = async () => {
    setSending(true);
    await syncNow();
    setSending(false);
  };
  return (
    <Section title={words.unsent} side={showCount(counts.unsent)}>
      <div class="stack tight">
        <p>{words.unsentBody(showCount(counts.unsent))}</p>
        <div class="row">
          <Button icon="sync" busy={sending} onClick={() => void send()}>
            {words.sendNow}
          </Button>
          <LinkButton look="quiet" href="/sinkron">
            {words.seeAll}
          </LinkButton>
        </div>
      </div>
    </Section>
  );
}
