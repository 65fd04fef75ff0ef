/** How the tablet stands with the office: the last contact, the round that runs, the button, and why it failed. */
import { useEffect, useReducer, useState } from 'preact/hooks';
import type { SyncState } from '../../data/settings.ts';
import { type SyncAnswer, useApp } from '../app-context.ts';
import { Banner } from '../kit/banner.tsx';
import { Button, LinkButton } from '../kit/button.tsx';
import { showCount, showMoment } from '../kit/figures.ts';
import { Progress } from '../kit/meter.tsx';
import { useWords } from '../words/words.ts';
import { syncWords } from './sync-words.ts';

const longMs = 2 * 60_000;

export function ContactSection({ sync }: { sync: SyncState | undefined }) {
  const words = useWords(syncWords);
  const { syncNow } = useApp();
  const [answer, setAnswer] = useState<SyncAnswer | undefined>(undefined);
  const [asking, setAsking] = useState(false);
  const ask = async () => {
    setAsking(true);
    setAnswer(undefined);
    setAnswer(await syncNow());
    setAsking(false);
  };
  // That the tablet is signed out stands above every screen already: said here once more only in answer to the button.
  const known = answer === undefined && sync?.failure !== 'signedOut' ? sync?.failure : undefined;
  const failure = answer?.kind === 'failed' ? answer.failure : known;
  const { lastSuccessAt, received = 0 } = sync ?? {};
  // While the first rows come, the office has been reached, though no round has ended.
  const never = received > 0 ? '' : words.never;
  const contact = lastSuccessAt === undefined ? never : words.lastContact(showMoment(lastSuccessAt));
  return (
    <div class="stack">
      <p>
        {contact}
        {contact && <br />}
        <span class="muted">{words.safe}</span>
      </p>
      {sync?.running && <RoundUnderWay sync={sync} />}
      {!asking && answer?.kind === 'done' && (
        <Banner tone="good" urgent title={words.done(showCount(answer.sent), showCount(answer.received))} />
      )}
      {!asking && !sync?.running && failure && (
        <Banner
          tone="warn"
          urgent={answer !== undefined}
          title={words.failures[failure].title}
          actions={failure === 'signedOut' && <LinkButton href="/masuk">{words.signIn}</LinkButton>}
        >
          {words.failures[failure].body}
        </Banner>
      )}
      <p>
        <Button look="primary" icon="sync" busy={asking || sync?.running === true} onClick={() => void ask()}>
          {words.act}
        </Button>
      </p>
    </div>
  );
}

function RoundUnderWay({ sync }: { sync: SyncState }) {
  const words = useWords(syncWords);
  const [, redraw] = useReducer((count: number, step: number) => count + step, 0);
  useEffect(() => {
    const timer = setInterval(() => redraw(1), 30_000);
    return () => clearInterval(timer);
  }, []);
  const { sent = 0, toSend = 0, received = 0, startedAt = Date.now() } = sync;
  const runningMs = Date.now() - startedAt;
  return (
    <div class="stack tight">
      {sent < toSend ? <Progress label={words.sending} value={sent} max={toSend} /> : <Progress label={words.fetching} max={1} />}
      {received > 0 && <p class="small muted">{words.fetched(showCount(received))}</p>}
      {runningMs > longMs && <p>{words.longRunning(showCount(Math.floor(runningMs / 60_000)))}</p>}
    </div>
  );
}
